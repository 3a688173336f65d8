extension VeniceModel {
  /// What an edit costs, in micro-dollars.
  ///
  /// A model with qualities is billed by its matrix, whether `quality` was sent or not: the page says so. That decides where Venice's two
  /// tables disagree: gpt-image-2-edit in 4K and high costs 860,000, although its tier says 850,000. Source: docs.venice.ai, POST
  /// /image/edit, "Pricing", and the models list.
  /// - Parameters:
  ///   - tier: as sent; nil, and a tier that the model does not have: the model's own price.
  ///   - quality: `low`, `medium` or `high`; nil: the model's default.
  package func price(tier: String?, quality: String?) -> Int {
    if let row = qualities.first(where: { $0.tier == tier ?? "1K" }) { return row.price(quality) }
    return tiers.first { $0.name == tier }?.price ?? price
  }
}

extension VeniceQualityPrices {
  fileprivate func price(_ quality: String?) -> Int {
    switch quality {
    case "low": low
    case "medium": medium
    default: high ?? medium
    }
  }
}

extension ValidatedVeniceEdit {
  /// What this edit costs, in micro-dollars.
  package var price: Int { model.price(tier: resolution, quality: quality) + (enhancesPrompt ? Self.rewritingPrice : 0) }

  /// Source: docs.venice.ai, pricing, since July 2026: $0.04 for each prompt that is rewritten.
  private static let rewritingPrice = 40_000
}
