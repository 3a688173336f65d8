internal import HTTPMessage

extension DGridRules {
  static let route: [Check<ArrivedHead, DGridError>] =
    [knownPath, knownMethod] + HeaderLimits.checks(.dgrid, DGridError.headersTooLarge, response: DGridError.headersTooLarge.summary)

  private static let knownPath = Check<ArrivedHead, DGridError>(
    "dgrid.path.known", says: "The path is one that the API serves.", .observed, source: DGridSource.gateway, response: "404 Invalid URL"
  ) { subject in
    guard DGridEndpoint(path: subject.head.path) == nil else { return [] }
    let served = DGridEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    let path = subject.head.path.shortened()
    return [Finding("", expected: served, found: path, .unknownURL(subject.head.method.shortened(), path))]
  }

  private static let knownMethod = Check<ArrivedHead, DGridError>(
    "dgrid.method.allowed", says: "The method is one that the path takes.", .assumed, source: DGridSource.undocumented,
    response: "405 method_not_supported"
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

  static let credentials: [Check<ArrivedHead, DGridError>] = [present, valid]

  static let keyWarnings = [PlaceholderKey.warning("dgrid.auth.placeholder", source: DGridSource.undocumented)]

  private static let pageSays = DGridSource.page("\"All endpoints use Authorization: Bearer <DGRID_API_KEY>\"")

  private static let present = Check<ArrivedHead, DGridError>(
    "dgrid.auth.present", says: "An Authorization header with the scheme Bearer and a token is sent.", .documented, source: pageSays,
    response: "401 You didn't provide an API key"
  ) { subject in
    let found: String
    switch BearerToken(subject.head) {
    case .token: return []
    case .missing: found = "no such header"
    case .malformed(let what): found = what
    }
    return [Finding("authorization", expected: "Authorization: Bearer <key>", found: found, .missingKey)]
  }

  private static let valid = Check<ArrivedHead, DGridError>(
    "dgrid.auth.valid", says: "The bearer token is a known key.", .documented, source: pageSays + "; text: " + DGridSource.captured("401"),
    response: "401 invalid_api_key"
  ) { subject in
    guard case .token(let token) = BearerToken(subject.head), !subject.keys.accepts(token) else { return [] }
    return [Finding("authorization", expected: "one of the keys given with --api-key", found: "another key", .incorrectKey(token))]
  }
}
