internal import HTTPMessage

extension DGridRules {
  static let route: [Check<ArrivedHead, DGridError>] =
    [knownPath, knownMethod] + HeaderLimits.checks(.dgrid, DGridError.headersTooLarge, response: DGridError.headersTooLarge.summary)

  private static let knownPath = Check<ArrivedHead, DGridError>(
    Rule(
      "dgrid.path.known", says: "The path is one that the API serves.", .observed, source: DGridSource.gateway, response: "404 Invalid URL")
  ) { subject in
    guard DGridEndpoint(path: subject.head.path) == nil else { return [] }
    let served = DGridEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    let path = subject.head.path.shortened()
    return [Finding("", expected: served, found: path, .unknownURL(subject.head.method.shortened(), path))]
  }

  private static let knownMethod = Check<ArrivedHead, DGridError>(
    Rule(
      "dgrid.method.allowed", says: "The method is one that the path takes.", .assumed, source: DGridSource.undocumented,
      response: "405 method_not_supported")
  ) { subject in
    guard let endpoint = DGridEndpoint(path: subject.head.path), !endpoint.methods.contains(subject.head.method) else { return [] }
    let (method, allowed) = (subject.head.method.shortened(), endpoint.methods.joined(separator: ", "))
    let error =
      switch subject.settings[Ambiguities.dgridWrongMethod] {
      case .notAllowed: DGridError.methodNotAllowed(method, endpoint.rawValue, allow: allowed)
      case .notFound: DGridError.unknownURL(method, endpoint.rawValue)
      }
    return [Finding("", expected: allowed, found: method, error)]
  }
}
