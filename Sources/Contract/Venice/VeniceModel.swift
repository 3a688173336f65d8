package import Formats

/// An edit model as `GET /models?type=inpaint` lists it.
package struct VeniceModel: Sendable, Hashable {
  /// Whether Venice runs the model itself or passes requests on without the user.
  enum Privacy: String, Sendable { case `private`, anonymized }

  /// The id as sent in `model`.
  package let id: String
  /// The name for people.
  package let name: String
  let privacy: Privacy
  /// Unix time in seconds.
  let created: Int
  /// The price of an edit in micro-dollars: $0.04 is 40,000.
  package let price: Int
  /// Tiers with their prices; empty: the model accepts no `resolution`.
  package let tiers: [VeniceTier]
  /// Whether the tiers carry prices of their own in the list.
  let tiersArePriced: Bool
  /// The most UTF-16 code units in a prompt.
  package let promptCharacterLimit: Int
  /// The ratios that the model lists, `auto` among them where it does.
  package var aspectRatios: [String]
  /// Prices by tier and quality, for models that take `quality`; empty: they ignore it.
  package let qualities: [VeniceQualityPrices]
  let isBeta: Bool
  /// The most images of a multi-edit, where the list says it; since July 2026.
  let maxInputImages: Int?
  /// Whether the model takes part in multi-edits; August's document leaves luma's models out of them.
  let combinesImages: Bool
  /// What images cost on top; nil: nothing.
  package let imagePrice: VeniceImagePrice?
  /// How it is known what the model takes: prompt, ratios and tiers.
  package let limits: Rule.Basis
  /// The days on which the list has this row.
  let span: ContractSpan

  init(
    _ id: String, _ name: String, _ privacy: Privacy, created: Int, price: Int, tiers: KeyValuePairs<String, Int> = [:],
    tiersArePriced: Bool = true, prompt: Int, ratios: [String], qualities: [VeniceQualityPrices] = [], isBeta: Bool = false,
    inputs: Int? = nil, combinesImages: Bool = true, imagePrice: VeniceImagePrice? = nil, limits: Rule.Basis = .observed,
    since: ContractDate? = nil, until: ContractDate? = nil
  ) {
    self.id = id
    self.name = name
    self.privacy = privacy
    self.created = created
    self.price = price
    self.tiers = tiers.map { VeniceTier(name: $0.key, price: $0.value) }
    self.tiersArePriced = tiersArePriced
    self.promptCharacterLimit = prompt
    self.aspectRatios = ratios
    self.qualities = qualities
    self.isBeta = isBeta
    maxInputImages = inputs
    self.combinesImages = combinesImages
    self.imagePrice = imagePrice
    self.limits = limits
    span = ContractSpan(since: since, until: until)
  }

  /// The values of `quality` that the model lists; empty: it ignores the field.
  package var qualityNames: [String] { qualities.first.map { $0.high == nil ? ["low", "medium"] : ["low", "medium", "high"] } ?? [] }

  /// The most pixels that the model draws; nil: no bound is known. Seen of gpt-image-2-edit, assumed of the later ones of its family.
  var maximumOutputArea: Int? { id.hasPrefix("gpt-image-2-") ? 8_294_400 : nil }

  /// What stands behind a limit of the model in a message: nothing, or that the limit is assumed.
  var limitNote: String { limits == .assumed ? " (assumed: no public source has this model's limits)" : "" }

  /// The quality of an edit without `quality`: the best that the model has.
  package var defaultQuality: String? { qualityNames.last }

  /// Returns the price of an edit in micro-dollars.
  ///
  /// A model with qualities is billed by its matrix, whether `quality` was sent or not: the page says so. That decides where Venice's two
  /// tables disagree: gpt-image-2-edit in 4K and high costs 860,000, although its tier says 850,000. Source: docs.venice.ai, POST
  /// /image/edit, "Pricing", and the models list. Without a tier, or with one that the model does not have, it is the model's own price;
  /// without `quality` that of the model's default quality.
  package func price(tier: String?, quality: String?) -> Int {
    if let row = qualities.first(where: { $0.tier == tier ?? "1K" }) { return row.price(quality) }
    return tiers.first { $0.name == tier }?.price ?? price
  }

  /// The entry of the models list, with its keys in the order that was seen.
  package var json: JSONOutput {
    var spec: [(String, JSONOutput)] = []
    if isBeta { spec.append(("betaModel", true)) }
    spec += [
      ("pricing", pricing), ("constraints", constraints), ("supportsOptimizePromptThinking", false), ("name", .string(name)),
      ("offline", false), ("privacy", .string(privacy.rawValue)), ("traits", .array([])),
    ]
    return [
      "created": .int(created), "id": .string(id), "model_spec": .object(spec), "object": "model", "owned_by": "venice.ai",
      "type": "inpaint",
    ]
  }

  private var pricing: JSONOutput {
    var members: [(String, JSONOutput)] = [("inpaint", .price(price))]
    if !tiers.isEmpty, tiersArePriced { members.append(("resolutions", .object(tiers.map { ($0.name, .price($0.price)) }))) }
    if !qualities.isEmpty {
      let table = qualities.map { row in
        let high = row.high.map { [("high", JSONOutput.price($0))] } ?? []
        return (row.tier, JSONOutput.object(high + [("low", .price(row.low)), ("medium", .price(row.medium))]))
      }
      members.append(("quality", .object(table)))
    }
    if let imagePrice {
      let additional = JSONOutput.price(imagePrice.additional)
      members.append(("inputImages", ["included": .int(imagePrice.included), "additional": additional]))
    }
    return .object(members)
  }

  private var constraints: JSONOutput {
    var members: [(String, JSONOutput)] = [
      ("aspectRatios", .array(aspectRatios.map(JSONOutput.string))), ("promptCharacterLimit", .int(promptCharacterLimit)),
      ("combineImages", .bool(combinesImages)),
    ]
    if let maxInputImages { members.append(("maxInputImages", .int(maxInputImages))) }
    members.append(("singleImageAspectRatio", true))
    if !tiers.isEmpty { members += [("defaultResolution", "1K"), ("resolutions", .array(tiers.map { .string($0.name) }))] }
    if let defaultQuality {
      members += [("defaultQuality", .string(defaultQuality)), ("qualities", .array(qualityNames.map(JSONOutput.string)))]
    }
    return .object(members)
  }
}

/// A resolution tier of a model, and the price of an edit in micro-dollars.
package struct VeniceTier: Sendable, Hashable {
  /// The value of `resolution`: `2K`.
  package let name: String
  /// The price of an edit in micro-dollars.
  package let price: Int
}

/// What the images of a request cost on top of the edit: `pricing.inputImages`, in the models snapshot since 2026-08-22.
package struct VeniceImagePrice: Sendable, Hashable {
  /// How many images the price of the edit includes.
  package let included: Int
  /// The price of each further image in micro-dollars.
  package let additional: Int
}

/// The prices of one tier by quality, in micro-dollars.
package struct VeniceQualityPrices: Sendable, Hashable {
  let tier: String
  let low: Int
  let medium: Int
  /// nil: the model has no such quality.
  var high: Int?

  fileprivate func price(_ quality: String?) -> Int {
    switch quality {
    case "low": low
    case "medium": medium
    default: high ?? medium
    }
  }
}

extension ValidatedVeniceEdit {
  /// The price of this edit in micro-dollars, that of its one image included.
  package var price: Int {
    let image = model.imagePrice.map { $0.included < 1 ? $0.additional : 0 } ?? 0
    return model.price(tier: resolution, quality: quality) + image + (enhancesPrompt ? Self.rewritingPrice : 0)
  }

  /// $0.04 for each prompt that is rewritten. Source: docs.venice.ai, pricing, since July 2026.
  private static let rewritingPrice = 40_000
}

extension JSONOutput {
  /// `{"usd":0.04,"diem":0.04}` from micro-dollars.
  fileprivate static func price(_ micros: Int) -> JSONOutput {
    let amount = JSONOutput.number(lexeme: micros.decimal(places: 6))
    return ["usd": amount, "diem": amount]
  }
}

extension Int {
  /// Returns the number divided by ten to the power of `places`, without trailing zeros: 94000 in 6 places is `0.094`.
  func decimal(places: Int) -> String {
    let unit = (0..<places).reduce(UInt(1)) { unit, _ in unit * 10 }
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: unit)
    let sign = self < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var (digits, width) = (rest, places)
    while digits.isMultiple(of: 10) { (digits, width) = (digits / 10, width - 1) }
    let text = String(digits)
    return "\(sign)\(whole).\(String(repeating: "0", count: width - text.utf8.count))\(text)"
  }
}
