internal import HTTPMessage

extension DGridRules {
  static let credentials: [Check<ArrivedHead, DGridError>] = [present, valid]

  private static let pageSays = DGridSource.page("\"All endpoints use Authorization: Bearer <DGRID_API_KEY>\"")

  private static let present = Check<ArrivedHead, DGridError>(
    Rule(
      "dgrid.auth.present", says: "An Authorization header with the scheme Bearer and a token is sent.", .documented, source: pageSays,
      response: "401 You didn't provide an API key")
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
    Rule(
      "dgrid.auth.valid", says: "The bearer token is a known key.", .documented,
      source: pageSays + "; text: " + DGridSource.captured("401"), response: "401 invalid_api_key")
  ) { subject in
    guard case .token(let token) = BearerToken(subject.head), !subject.keys.accepts(token) else { return [] }
    return [Finding("authorization", expected: "one of the keys given with --api-key", found: "another key", .incorrectKey(token))]
  }
}
