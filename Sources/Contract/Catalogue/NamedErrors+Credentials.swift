extension NamedErrors {
  static let credentials = [invalidKey, inactiveKey, unauthorized, accessDisabled]

  private static let invalidKey = NamedError(
    "invalid-key", "The API key is unknown, expired or revoked.",
    venice: .venice(.authenticationFailed, .documented(VeniceSource.errorTable("AUTHENTICATION_FAILED"))),
    dgrid: .dgrid(.wrongKey, .observed(DGridSource.captured("401") + "; newapi: " + DGridSource.gateway)))

  private static let inactiveKey = NamedError(
    "inactive-key", "The key is known, but the subscription behind it has ended.",
    venice: .venice(.inactiveKey, .documented(VeniceSource.errorTable("AUTHENTICATION_FAILED_INACTIVE_KEY"))),
    dgrid: .dgrid(
      .expiredKey,
      .nearest(
        "the 401 for a wrong key; under newapi the gateway's for an expired one.", DGridSource.captured("401") + "; " + DGridSource.gateway)
    ))

  private static let unauthorized = NamedError(
    "unauthorized", "The credentials are good, but not for this.",
    venice: .venice(.unauthorized, .documented(VeniceSource.errorTable("UNAUTHORIZED"))),
    dgrid: .dgrid(
      .accessDenied,
      .assumed(DGridSource.gateway, note: "Status and code are the gateway's for an address that is not allowed; the text is assumed.")))

  private static let accessDisabled = NamedError(
    "access-disabled", "The account may not use the API any more.",
    venice: .venice(.accessDisabled, .documented(VeniceSource.errorTable("API_ACCESS_DISABLED"))),
    dgrid: .dgrid(.accessDenied, .nearest("the gateway's 403 for an address that is not allowed, its text assumed.", DGridSource.gateway)))
}
