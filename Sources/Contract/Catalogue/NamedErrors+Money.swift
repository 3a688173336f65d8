extension NamedErrors {
  static let money = [balance, spendLimit, spendLimitDiem, quotaExhausted, billingHardLimit]

  /// Also what a quota answers when the money has run out.
  static let balance = NamedError(
    "insufficient-balance", "The account has not enough money for this edit.",
    venice: .venice(.insufficientBalance, .documented(VeniceSource.errorTable("INSUFFICIENT_BALANCE"))),
    dgrid: .dgrid(
      .userBalance, .observed("captured from the gateway at another site", note: "The amount is the capture's, whatever the balance is.")))

  private static let spendLimit = keyLimit("spend-limit", "USD")
  private static let spendLimitDiem = keyLimit("spend-limit-diem", "DIEM")

  private static func keyLimit(_ name: String, _ currency: String) -> NamedError {
    NamedError(
      name, "The account has money left, but the key has reached its \(currency) limit.",
      venice: .venice(.spendLimit(currency), .documented(VeniceSource.errorTable("API_KEY_\(currency)_SPEND_LIMIT_EXCEEDED"))),
      dgrid: .dgrid(
        .keyQuotaExhausted,
        .assumed(
          DGridSource.openAIKnowledge + "; newapi: " + DGridSource.gateway,
          note: "A key's own quota is the gateway's 401 under newapi; OpenAI's envelope has its 429 for a used-up quota.")))
  }

  private static let quotaExhausted = NamedError(
    "quota-exhausted", "What was paid for in advance is used up.",
    venice: .venice(
      .insufficientBalance, .nearest("the 402 for an account without money.", VeniceSource.errorTable("INSUFFICIENT_BALANCE"))),
    dgrid: .dgrid(
      .quotaExhausted,
      .assumed(
        DGridSource.openAIKnowledge + "; newapi: captured from the gateway at another site",
        note: "429 insufficient_quota, or 403 insufficient_user_quota under newapi; the amounts in its text are assumed.")))

  private static let billingHardLimit = NamedError(
    "billing-hard-limit", "The account has reached the limit that its owner set.",
    venice: .venice(
      .spendLimit("USD"), .nearest("the 402 for a key at its limit.", VeniceSource.errorTable("API_KEY_USD_SPEND_LIMIT_EXCEEDED"))),
    dgrid: .dgrid(.billingHardLimit, .observed(DGridSource.captured("billing_hard_limit_reached"))))
}
