internal import HTTPMessage

extension VeniceRules {
  static let route: [Check<VeniceHead, Response>] = [knownPath, knownMethod, headerSize, headerCount]

  private static let knownPath = Check<VeniceHead, Response>(
    Rule(
      "venice.path.known", says: "The path is one that the API serves.", .observed,
      source: "POST /v1/images/edits at Venice answered {\"error\":\"Not found\"}", answers: VeniceError.notFound.summary)
  ) { subject in
    guard VeniceEndpoint(rawValue: subject.head.path) == nil else { return [] }
    let served = VeniceEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    return [Finding("", expected: served, found: subject.head.path.shortened(), VeniceError.notFound.response)]
  }

  private static let knownMethod = Check<VeniceHead, Response>(
    Rule(
      "venice.method.allowed", says: "The method is one that the path takes.", .assumed, source: VeniceSource.nobody,
      answers: VeniceError.methodNotAllowed.summary)
  ) { subject in
    guard let endpoint = VeniceEndpoint(rawValue: subject.head.path), !endpoint.methods.contains(subject.head.method) else { return [] }
    let allowed = endpoint.methods.joined(separator: ", ")
    var answer = VeniceError.methodNotAllowed.response
    answer.headers.append("allow", allowed)
    if subject.settings[Ambiguities.veniceWrongMethod] == .notFound { answer = VeniceError.notFound.response }
    return [Finding("", expected: allowed, found: subject.head.method.shortened(), answer)]
  }

  private static let headerSize = Check<VeniceHead, Response>(
    Rule(
      "venice.headers.max-size", says: "All header lines together have at most 16,384 bytes.", .assumed, source: VeniceSource.nobody,
      answers: VeniceError.headersTooLarge.summary)
  ) { subject in
    let size = subject.head.headers.byteCount
    guard size > HeaderLimits.bytes else { return [] }
    return [Finding("", expected: "at most \(HeaderLimits.bytes) bytes of headers", found: "\(size)", VeniceError.headersTooLarge.response)]
  }

  private static let headerCount = Check<VeniceHead, Response>(
    Rule(
      "venice.headers.max-count", says: "There are at most 200 header lines.", .assumed, source: VeniceSource.nobody,
      answers: VeniceError.headersTooLarge.summary)
  ) { subject in
    let count = subject.head.headers.fields.count
    guard count > HeaderLimits.lines else { return [] }
    return [Finding("", expected: "at most \(HeaderLimits.lines) header lines", found: "\(count)", VeniceError.headersTooLarge.response)]
  }
}
