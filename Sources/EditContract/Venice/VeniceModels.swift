/// The edit models of the contract's week, June 2026.
///
/// Prices: the public model snapshot of 2026-06-18. Limits and ratios: the nearest public capture of the models list (April or August 2026);
/// where none has the model (`qwen-edit-uncensored`, `grok-imagine-quality-edit`) its sibling's.
package enum VeniceModels {
  /// The schema's default. The page's prose names `qwen-edit`; the commit that set the default says firered.
  package static let defaultID = "firered-image-edit"

  package static let all: [VeniceModel] = [
    VeniceModel("firered-image-edit", "FireRed Edit", .private, created: 1_774_396_800, price: 40_000, prompt: 1500, ratios: full),
    VeniceModel("qwen-edit", "Qwen Edit 2511", .private, created: 1_756_157_864, price: 40_000, prompt: 1500, ratios: full),
    VeniceModel(
      "qwen-edit-uncensored", "Qwen Edit Uncensored", .private, created: 1_780_531_200, price: 40_000, prompt: 1500, ratios: full,
      isBeta: true),
    VeniceModel(
      "grok-imagine-edit", "Grok Imagine", .private, created: 1_769_644_800, price: 40_000,
      tiers: [VeniceTier("1K", 40_000), VeniceTier("2K", 60_000)], prompt: 7500, ratios: grok),
    VeniceModel(
      "grok-imagine-quality-edit", "Grok Imagine High Quality", .private, created: 1_778_198_400, price: 100_000,
      tiers: [VeniceTier("1K", 100_000), VeniceTier("2K", 120_000)], prompt: 7500, ratios: grok),
    VeniceModel(
      "qwen-image-2-edit", "Qwen Image 2", .anonymized, created: 1_772_582_400, price: 50_000, prompt: 10_000, ratios: withoutAuto),
    VeniceModel(
      "qwen-image-2-pro-edit", "Qwen Image 2 Pro", .anonymized, created: 1_772_582_400, price: 100_000, prompt: 10_000, ratios: withoutAuto),
    VeniceModel(
      "wan-2-7-pro-edit", "Wan 2.7 Pro Edit", .anonymized, created: 1_776_902_400, price: 94_000,
      tiers: [VeniceTier("1K", 94_000), VeniceTier("2K", 94_000)], tiersArePriced: false, prompt: 5000, ratios: ["auto"]),
    VeniceModel("flux-2-max-edit", "Flux 2 Max", .anonymized, created: 1_767_571_200, price: 190_000, prompt: 3000, ratios: full),
    VeniceModel(
      "gpt-image-2-edit", "GPT Image 2", .anonymized, created: 1_776_729_600, price: 360_000,
      tiers: [VeniceTier("1K", 360_000), VeniceTier("2K", 530_000), VeniceTier("4K", 850_000)], prompt: 10_000,
      ratios: ["1:1", "3:2", "16:9"],
      qualities: [
        VeniceQualityPrices(tier: "1K", low: 30_000, medium: 100_000, high: 360_000),
        VeniceQualityPrices(tier: "2K", low: 40_000, medium: 150_000, high: 530_000),
        // A cent more than the tier's own price: the two tables disagree at Venice, too.
        VeniceQualityPrices(tier: "4K", low: 60_000, medium: 220_000, high: 860_000),
      ]),
    VeniceModel(
      "gpt-image-1-5-edit", "GPT Image 1.5", .anonymized, created: 1_767_555_000, price: 360_000, prompt: 5000,
      ratios: ["auto", "1:1", "3:2", "2:3"]),
    VeniceModel(
      "nano-banana-2-edit", "Nano Banana 2", .anonymized, created: 1_772_064_000, price: 100_000,
      tiers: [VeniceTier("1K", 100_000), VeniceTier("2K", 140_000), VeniceTier("4K", 190_000)], prompt: 32_768, ratios: full),
    VeniceModel(
      "nano-banana-pro-edit", "Nano Banana Pro", .anonymized, created: 1_765_584_000, price: 180_000,
      tiers: [VeniceTier("1K", 180_000), VeniceTier("2K", 230_000), VeniceTier("4K", 350_000)], prompt: 32_768, ratios: full),
    VeniceModel(
      "seedream-v5-lite-edit", "Seedream V5 Lite", .anonymized, created: 1_771_804_800, price: 50_000, prompt: 10_000,
      ratios: withoutUltraWide),
    VeniceModel(
      "seedream-v4-edit", "Seedream V4.5", .anonymized, created: 1_767_484_800, price: 50_000, prompt: 10_000, ratios: withoutUltraWide),
  ]

  /// The model of that id; ids are case-sensitive.
  package static func model(_ id: String) -> VeniceModel? { byID[id] }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The nine values that a request may name.
  package static let requestRatios = ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:5"]
  private static let full = requestRatios
  private static let withoutAuto = full.filter { $0 != "auto" }
  private static let withoutUltraWide = full.filter { $0 != "21:9" }
  private static let grok = [
    "1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "2:1", "1:2", "19.5:9", "9:19.5", "20:9", "9:20", "auto",
  ]
}
