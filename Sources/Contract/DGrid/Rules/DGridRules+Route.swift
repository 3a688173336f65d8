internal import HTTPMessage

extension DGridRules {
  static let route: [Check<DGridHead, DGridError>] = [knownPath, knownMethod, headerSize, headerCount]

  private static let knownPath = Check<DGridHead, DGridError>(
    Rule(
      "dgrid.path.known", says: "The path is one that the API serves.", .observed, source: DGridSource.gateway,
      answers: "404 Invalid URL")
  ) { subject in
    guard subject.endpoint == nil else { return [] }
    let served = DGridEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    let path = subject.head.path.shortened()
    return [Finding("", expected: served, found: path, .unknownURL(subject.head.method.shortened(), path))]
  }

  private static let knownMethod = Check<DGridHead, DGridError>(
    Rule(
      "dgrid.method.allowed", says: "The method is one that the path takes.", .assumed, source: DGridSource.nobody,
      answers: "405 method_not_supported")
  ) { subject in
    guard let endpoint = subject.endpoint, !endpoint.methods.contains(subject.head.method) else { return [] }
    let (method, allowed) = (subject.head.method.shortened(), endpoint.methods.joined(separator: ", "))
    let error =
      switch subject.settings[Ambiguities.dgridWrongMethod] {
      case .notAllowed: DGridError.methodNotAllowed(method, endpoint.rawValue, allow: allowed)
      case .notFound: DGridError.unknownURL(method, endpoint.rawValue)
      }
    return [Finding("", expected: allowed, found: method, error)]
  }

  private static let headerSize = Check<DGridHead, DGridError>(
    Rule(
      "dgrid.headers.max-size", says: "All header lines together have at most 16,384 bytes.", .assumed, source: DGridSource.nobody,
      answers: DGridError.headersTooLarge.summary)
  ) { subject in
    let size = subject.head.headers.byteCount
    guard size > HeaderLimits.bytes else { return [] }
    return [Finding("", expected: "at most \(HeaderLimits.bytes) bytes of headers", found: "\(size)", .headersTooLarge)]
  }

  private static let headerCount = Check<DGridHead, DGridError>(
    Rule(
      "dgrid.headers.max-count", says: "There are at most 200 header lines.", .assumed, source: DGridSource.nobody,
      answers: DGridError.headersTooLarge.summary)
  ) { subject in
    let count = subject.head.headers.fields.count
    guard count > HeaderLimits.lines else { return [] }
    return [Finding("", expected: "at most \(HeaderLimits.lines) header lines", found: "\(count)", .headersTooLarge)]
  }
}
