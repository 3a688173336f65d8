extension NamedErrors {
  static let credentials = [invalidKey, inactiveKey, unauthorized, accessDisabled]

  private static let invalidKey = NamedError(
    "invalid-key", "The API key is unknown, expired or revoked.",
    venice: .venice(.authenticationFailed),
    dgrid: .dgrid(.wrongKey, .observed(DGridSource.captured("401") + "; newapi: " + DGridSource.gateway)))

  private static let inactiveKey = NamedError(
    "inactive-key", "The key is known, but the subscription behind it has ended.",
    venice: .venice(.inactiveKey),
    dgrid: .dgrid(
      .expiredKey,
      .nearest(
        "the 401 for a wrong key; under newapi the gateway's for an expired one.", DGridSource.captured("401") + "; " + DGridSource.gateway)
    ))

  private static let unauthorized = NamedError(
    "unauthorized", "The credentials are good, but not for this.",
    venice: .venice(.unauthorized),
    dgrid: .dgrid(
      .accessDenied,
      .assumed(DGridSource.gateway, note: "Status and code are the gateway's for an address that is not allowed; the text is assumed.")))

  private static let accessDisabled = NamedError(
    "access-disabled", "The account may not use the API any more.",
    venice: .venice(.accessDisabled),
    dgrid: .dgrid(.accessDenied, .nearest("the gateway's 403 for an address that is not allowed, its text assumed.", DGridSource.gateway)))

  static let wallet = [paymentDiscovery, paymentRequired, invalidSignIn, paymentHeader]

  private static let paymentDiscovery = NamedError(
    "payment-discovery", "There are no credentials: what could be paid, and where to get a key.",
    venice: .other("Authentication required", .documented(VeniceSource.payment)) { X402Offer.discovery($0) },
    dgrid: .dgrid(
      .missingKey,
      .observed(
        DGridSource.captured("401") + "; newapi: " + DGridSource.gateway,
        note: "No credentials get a 401 here: DGrid's wallet payment is on another path and not for images.")))

  private static let paymentRequired = NamedError(
    "payment-required", "A wallet has signed in, and has less than $0.10.",
    venice: .other("Payment required", .documented(VeniceSource.payment, note: "The wallet addresses are made up.")) {
      X402Offer.paymentRequired($0)
    },
    dgrid: .dgrid(.userBalance, .nearest("no wallets on this path; the 403 of a user without balance.", DGridSource.gateway)))

  private static let invalidSignIn = NamedError(
    "invalid-sign-in", "A wallet's signature is wrong.",
    venice: .venice(
      .invalidSignIn,
      .documented(
        VeniceSource.errorTable("X402_INVALID_SIGN_IN") + "; code: " + VeniceSource.clientNotes,
        note: "That inference routes add `code` is from the client notes.")),
    dgrid: .dgrid(.wrongKey, .nearest("no wallets on this path; the 401 for a wrong key.", DGridSource.captured("401"))))

  private static let paymentHeader = NamedError(
    "payment-header-not-accepted", "A payment was sent with an edit instead of with a top-up.",
    venice: .venice(.paymentHeader, .observed(VeniceSource.clientNotes, note: "Status and code are known, the text is assumed.")),
    dgrid: .dgrid(
      .paymentHeader, .nearest("a 400 as its wallet path answers bad payments; the text is assumed.", "docs.dgrid.ai, x402, 400")))
}
