/// One edit model as `GET /models?type=inpaint` lists it.
package struct VeniceModel: Sendable, Hashable {
  package enum Privacy: String, Sendable { case `private`, anonymized }

  package let id: String
  package let name: String
  package let privacy: Privacy
  /// Unix time in seconds.
  package let created: Int
  /// Price of an edit in micro-dollars: $0.04 is 40,000.
  package let price: Int
  /// Tiers with their prices; empty: the model takes no `resolution`.
  package let tiers: [VeniceTier]
  /// Whether the tiers carry prices of their own in the list.
  package let tiersArePriced: Bool
  /// Most UTF-16 code units in a prompt.
  package let promptCharacterLimit: Int
  package let aspectRatios: [String]
  /// Prices by tier and quality, for models that take `quality`; empty: they ignore it.
  package let qualities: [VeniceQualityPrices]
  package let isBeta: Bool
  /// Most images that a multi-edit takes, where the list says it; since July 2026.
  package let maxInputImages: Int?
  /// The days on which the list has this row.
  package let span: ContractSpan

  init(
    _ id: String, _ name: String, _ privacy: Privacy, created: Int, price: Int, tiers: [VeniceTier] = [], tiersArePriced: Bool = true,
    prompt: Int, ratios: [String], qualities: [VeniceQualityPrices] = [], isBeta: Bool = false, inputs: Int? = nil,
    since: ContractDate? = nil, until: ContractDate? = nil
  ) {
    self.id = id
    self.name = name
    self.privacy = privacy
    self.created = created
    self.price = price
    self.tiers = tiers
    self.tiersArePriced = tiersArePriced
    self.promptCharacterLimit = prompt
    self.aspectRatios = ratios
    self.qualities = qualities
    self.isBeta = isBeta
    maxInputImages = inputs
    span = ContractSpan(since: since, until: until)
  }
}

/// A resolution tier of a model, `2K`, and what an edit costs there in micro-dollars.
package struct VeniceTier: Sendable, Hashable {
  package let name: String
  package let price: Int

  init(_ name: String, _ price: Int) {
    self.name = name
    self.price = price
  }
}

extension VeniceModel {
  /// The values of `quality` that the model lists; empty: it ignores the field.
  package var qualityNames: [String] { qualities.first.map { $0.high == nil ? ["low", "medium"] : ["low", "medium", "high"] } ?? [] }

  /// What an edit without `quality` is drawn and billed in: the best there is.
  package var defaultQuality: String? { qualityNames.last }
}

/// What one tier costs in each quality, in micro-dollars.
package struct VeniceQualityPrices: Sendable, Hashable {
  package let tier: String
  package let low: Int
  package let medium: Int
  /// nil: the model has no such quality.
  package let high: Int?

  init(tier: String, low: Int, medium: Int, high: Int? = nil) {
    self.tier = tier
    self.low = low
    self.medium = medium
    self.high = high
  }
}
