package import HTTPMessage

extension VeniceRules {
  static let route: [Check<ArrivedHead, Response>] =
    [knownPath, knownMethod]
    + HeaderLimits.checks(.venice, VeniceError.headersTooLarge.response, response: VeniceError.headersTooLarge.summary)

  private static let knownPath = Check<ArrivedHead, Response>(
    "venice.path.known", says: "The path is one that the API serves.", .observed,
    source: "POST /v1/images/edits at Venice answered {\"error\":\"Not found\"}", response: VeniceError.notFound.summary
  ) { subject in
    guard VeniceEndpoint(rawValue: subject.head.path) == nil else { return [] }
    let served = VeniceEndpoint.allCases.map(\.rawValue).joined(separator: " or ")
    return [Finding("", expected: served, found: subject.head.path.shortened(), .notFound)]
  }

  private static let knownMethod = Check<ArrivedHead, Response>(
    "venice.method.allowed", says: "The method is one that the path takes.", .assumed, source: VeniceSource.undocumented,
    response: VeniceError.methodNotAllowed.summary
  ) { subject in
    guard let endpoint = VeniceEndpoint(rawValue: subject.head.path), !endpoint.methods.contains(subject.head.method) else { return [] }
    let allowed = endpoint.methods.joined(separator: ", ")
    var response = VeniceError.methodNotAllowed.response
    response.headers.append("allow", allowed)
    if subject.settings[Ambiguities.veniceWrongMethod] == .notFound { response = VeniceError.notFound.response }
    return [Finding("", expected: allowed, found: subject.head.method.shortened(), response)]
  }

  /// Presence is checked before the body, validity after it.
  static let credentials: [Check<ArrivedHead, Response>] = [present]
  static let keys: [Check<ArrivedHead, Response>] = [valid]
  static let keyWarnings = [PlaceholderKey.warning("venice.auth.placeholder", source: VeniceSource.undocumented)]

  private static let present = Check<ArrivedHead, Response>(
    "venice.auth.present", says: "An Authorization header (or a wallet's SIGN-IN-WITH-X) is sent.", .documented,
    source: VeniceSource.page("Authorization: required") + "; the 402: " + VeniceSource.responses, response: "402 payment discovery",
    since: "2026-05-26"
  ) { subject in
    guard case .missing = BearerToken(subject.head), subject.head.walletSignIn == nil else { return [] }
    let response =
      switch subject.settings[Ambiguities.veniceMissingCredentials] {
      case .discovery:
        X402Offer.discovery(
          NamedError.Circumstances(
            settings: subject.settings, requestID: subject.requestID, origin: subject.head.origin, path: subject.head.path, model: "",
            now: subject.now))
      case .unauthorized: VeniceError.authenticationFailed.response
      }
    return [Finding("authorization", expected: "Authorization: Bearer <token>", found: "no such header", response)]
  }

  private static let valid = Check<ArrivedHead, Response>(
    "venice.auth.valid",
    says:
      "The bearer token is a known key; a wallet's sign-in, which comes first, is taken without a look at its signature while no key is given.",
    .documented, source: VeniceSource.errorTable + ", AUTHENTICATION_FAILED", response: VeniceError.authenticationFailed.summary
  ) { subject in
    if subject.head.walletSignIn != nil {
      // Signatures are not verified: where keys are given, no wallet is known.
      guard !subject.keys.acceptsAny else { return [] }
      let found = "a wallet sign-in, which the mock cannot verify"
      return [Finding("sign-in-with-x", expected: "one of the keys given with --api-key", found: found, .invalidSignIn)]
    }
    switch BearerToken(subject.head) {
    case .token(let token):
      return subject.keys.accepts(token) ? [] : [invalid(expected: "one of the keys given with --api-key", found: "another key")]
    case .malformed(let found): return [invalid(expected: "Bearer <token>", found: found)]
    case .missing: return []
    }
  }

  private static func invalid(expected: String, found: String) -> Finding<Response> {
    Finding("authorization", expected: expected, found: found, .authenticationFailed)
  }
}

extension RequestHead {
  /// The signature of a wallet, sent instead of a key; the header's older name is still accepted.
  package var walletSignIn: String? {
    if let value = headers["sign-in-with-x"], !value.isEmpty { return value }
    if let value = headers["x-sign-in-with-x"], !value.isEmpty { return value }
    return nil
  }
}
