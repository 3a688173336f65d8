extension NamedErrors {
  static let wallet = [paymentDiscovery, paymentRequired, invalidSignIn, paymentHeader]

  private static let paymentDiscovery = NamedError(
    "payment-discovery", "There are no credentials: what could be paid, and where to get a key.",
    venice: .other("Authentication required", .documented(VeniceSource.payment)) { VeniceDiscovery(path: $0.path).response },
    dgrid: .dgrid(
      .missingKey,
      .observed(
        DGridSource.captured("401") + "; newapi: " + DGridSource.gateway,
        note: "No credentials get a 401 here: DGrid's wallet payment is on another path and not for images.")))

  private static let paymentRequired = NamedError(
    "payment-required", "A wallet has signed in, and has less than $0.10.",
    venice: .other("Payment required", .documented(VeniceSource.payment, note: "The wallet addresses are made up.")) {
      VenicePaymentRequired(path: $0.path).response
    },
    dgrid: .dgrid(.userBalance, .nearest("no wallets on this path; the 403 of a user without balance.", DGridSource.gateway)))

  private static let invalidSignIn = NamedError(
    "invalid-sign-in", "A wallet's signature is wrong.",
    venice: .venice(
      .invalidSignIn,
      .documented(
        VeniceSource.errorTable("X402_INVALID_SIGN_IN") + "; code: " + VeniceSource.skill,
        note: "That inference routes add `code` is from the client notes.")),
    dgrid: .dgrid(.wrongKey, .nearest("no wallets on this path; the 401 for a wrong key.", DGridSource.captured("401"))))

  private static let paymentHeader = NamedError(
    "payment-header-not-accepted", "A payment was sent with an edit instead of with a top-up.",
    venice: .venice(.paymentHeader, .observed(VeniceSource.skill, note: "Status and code are known, the text is assumed.")),
    dgrid: .dgrid(
      .paymentHeader, .nearest("a 400 as its wallet path answers bad payments; the text is assumed.", "docs.dgrid.ai, x402, 400")))
}
