internal import HTTPMessage

extension VeniceRules {
  static let route: [Check<ArrivedHead, Response>] =
    [knownPath, knownMethod]
    + HeaderLimits.checks(.venice, VeniceError.headersTooLarge.response, response: VeniceError.headersTooLarge.summary)

  private static let knownPath = Check<ArrivedHead, Response>(
    Rule(
      "venice.path.known", says: "The path is one that the API serves.", .observed,
      source: "POST /v1/images/edits at Venice answered {\"error\":\"Not found\"}", response: VeniceError.notFound.summary)
  ) { subject in
    guard VeniceEndpoint(rawValue: subject.head.path) == nil else { return [] }
    let served = VeniceEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    return [Finding("", expected: served, found: subject.head.path.shortened(), VeniceError.notFound.response)]
  }

  private static let knownMethod = Check<ArrivedHead, Response>(
    Rule(
      "venice.method.allowed", says: "The method is one that the path takes.", .assumed, source: VeniceSource.undocumented,
      response: VeniceError.methodNotAllowed.summary)
  ) { subject in
    guard let endpoint = VeniceEndpoint(rawValue: subject.head.path), !endpoint.methods.contains(subject.head.method) else { return [] }
    let allowed = endpoint.methods.joined(separator: ", ")
    var response = VeniceError.methodNotAllowed.response
    response.headers.append("allow", allowed)
    if subject.settings[Ambiguities.veniceWrongMethod] == .notFound { response = VeniceError.notFound.response }
    return [Finding("", expected: allowed, found: subject.head.method.shortened(), response)]
  }
}
