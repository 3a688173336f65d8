/// The edit models by the day of the contract.
package enum VeniceModels {
  /// The schema's default. The page's prose names `qwen-edit`; the commit that set the default says firered.
  package static let defaultID = "firered-image-edit"

  /// Returns the models that the contract of that day lists, in the order of its `modelId`.
  package static func all(on day: ContractDate = VeniceContracts.standard) -> [VeniceModel] { lists[day] ?? list(day) }

  /// Returns the model of that id; ids are case-sensitive.
  package static func model(_ id: String, on day: ContractDate = VeniceContracts.standard) -> VeniceModel? {
    all(on: day).first { $0.id == id }
  }

  /// Made once: every request looks here.
  private static let lists = Dictionary(uniqueKeysWithValues: VeniceContracts.all.map { ($0, list($0)) })

  /// Which models list `4:3` in October is not known: those are assumed to that had their ratios out of the request's nine.
  private static func list(_ day: ContractDate) -> [VeniceModel] {
    table.filter { $0.span.contains(day) }.map { row in
      var model = row
      if VeniceContracts.october <= day { model.aspectRatios = row.aspectRatios.withFourToThree }
      return model
    }
  }

  /// Returns the values of `aspect_ratio` in a request: the page's nine, and since October `4:3`.
  package static func requestRatios(on day: ContractDate = VeniceContracts.standard) -> [String] {
    day < VeniceContracts.october ? full : full.withFourToThree
  }

  /// The edit models of all contracts in the order of `modelId`, each with its days; a model that changed has several rows.
  ///
  /// Prices: the public model snapshots of 2026-06-18 and 2026-08-22, later Venice's model pages. Limits and ratios: the nearest public
  /// capture of the models list (April or August 2026) or a client's table of limits; where none has the model its sibling's, marked
  /// `.assumed`. The newest contract has the models that came out after its day, too, until a later contract is known.
  static let table: [VeniceModel] = [
    VeniceModel("firered-image-edit", "FireRed Edit", .private, created: 1_774_396_800, price: 40_000, prompt: 1500, ratios: full),
    VeniceModel(
      "qwen-edit", "Qwen Edit 2511", .private, created: 1_756_157_864, price: 40_000, prompt: 1500, ratios: full, until: "2026-06-26"),
    VeniceModel(
      "qwen-edit-uncensored", "Qwen Edit Uncensored", .private, created: 1_780_531_200, price: 40_000, prompt: 1500, ratios: full,
      isBeta: true, limits: .assumed),
    VeniceModel(
      "grok-imagine-edit", "Grok Imagine", .private, created: 1_769_644_800, price: 40_000, tiers: ["1K": 40_000, "2K": 60_000],
      prompt: 7500, ratios: grok, until: repriced),
    VeniceModel(
      "grok-imagine-edit", "Grok Imagine", .private, created: 1_769_644_800, price: 30_000, tiers: ["1K": 30_000, "2K": 40_000],
      prompt: 7500, ratios: grok, imagePrice: .init(included: 0, additional: 2_300), since: repriced),
    VeniceModel(
      "grok-imagine-quality-edit", "Grok Imagine High Quality", .private, created: 1_778_198_400, price: 100_000,
      tiers: ["1K": 100_000, "2K": 120_000], prompt: 7500, ratios: grok, limits: .assumed, until: repriced),
    VeniceModel(
      "grok-imagine-quality-edit", "Grok Imagine High Quality", .private, created: 1_778_198_400, price: 60_000,
      tiers: ["1K": 60_000, "2K": 90_000], prompt: 7500, ratios: grok, imagePrice: .init(included: 0, additional: 11_500), limits: .assumed,
      since: repriced),
    VeniceModel(
      "grok-imagine-image-2-0-edit", "Grok Imagine 2.0", .private, created: 1_786_406_400, price: 70_000,
      tiers: ["1K": 70_000, "2K": 100_000], prompt: 7500, ratios: grok,
      qualities: [
        VeniceQualityPrices(tier: "1K", low: 50_000, medium: 70_000), VeniceQualityPrices(tier: "2K", low: 70_000, medium: 100_000),
      ], imagePrice: .init(included: 0, additional: 11_500), since: "2026-08-11"),
    VeniceModel(
      "qwen-image-2-edit", "Qwen Image 2", .anonymized, created: 1_772_582_400, price: 50_000, prompt: 10_000, ratios: withoutAuto),
    VeniceModel(
      "qwen-image-2-pro-edit", "Qwen Image 2 Pro", .anonymized, created: 1_772_582_400, price: 100_000, prompt: 10_000, ratios: withoutAuto),
    VeniceModel(
      "wan-2-7-pro-edit", "Wan 2.7 Pro Edit", .anonymized, created: 1_776_902_400, price: 94_000, tiers: ["1K": 94_000, "2K": 94_000],
      tiersArePriced: false, prompt: 5000, ratios: ["auto"], until: repriced),
    VeniceModel(
      "wan-2-7-pro-edit", "Wan 2.7 Pro Edit", .anonymized, created: 1_776_902_400, price: 94_000, tiers: ["1K": 94_000, "2K": 94_000],
      tiersArePriced: false, prompt: 5000, ratios: ["auto"], inputs: 6, since: repriced),
    VeniceModel(
      "flux-2-max-edit", "Flux 2 Max", .anonymized, created: 1_767_571_200, price: 190_000, prompt: 3000, ratios: full, until: repriced),
    VeniceModel(
      "flux-2-max-edit", "Flux 2 Max", .anonymized, created: 1_767_571_200, price: 120_000, prompt: 3000, ratios: full,
      imagePrice: .init(included: 1, additional: 34_500), since: repriced),
    VeniceModel(
      "gpt-image-2-edit", "GPT Image 2", .anonymized, created: 1_776_729_600, price: 360_000,
      tiers: ["1K": 360_000, "2K": 530_000, "4K": 850_000], prompt: 10_000, ratios: ["1:1", "3:2", "16:9"],
      qualities: [
        VeniceQualityPrices(tier: "1K", low: 30_000, medium: 100_000, high: 360_000),
        VeniceQualityPrices(tier: "2K", low: 40_000, medium: 150_000, high: 530_000),
        // A cent more than the tier's own price: the two tables disagree at Venice, too.
        VeniceQualityPrices(tier: "4K", low: 60_000, medium: 220_000, high: 860_000),
      ], until: repriced),
    VeniceModel(
      "gpt-image-2-edit", "GPT Image 2", .anonymized, created: 1_776_729_600, price: 340_000,
      tiers: ["1K": 340_000, "2K": 520_000, "4K": 840_000], prompt: 10_000, ratios: ["1:1", "3:2", "16:9"],
      qualities: [
        VeniceQualityPrices(tier: "1K", low: 30_000, medium: 80_000, high: 340_000),
        VeniceQualityPrices(tier: "2K", low: 30_000, medium: 140_000, high: 520_000),
        VeniceQualityPrices(tier: "4K", low: 40_000, medium: 220_000, high: 840_000),
      ], inputs: 6, imagePrice: .init(included: 1, additional: 9_200), since: repriced),
    VeniceModel(
      "gpt-image-2-5-flare-edit", "GPT Image 2.5 Flare", .anonymized, created: 1_788_825_600, price: 80_000, tiers: flatTiers(80_000),
      tiersArePriced: false, prompt: 10_000, ratios: ["1:1", "3:2", "16:9"], limits: .assumed, since: "2026-09-08"),
    VeniceModel(
      "gpt-image-2-5-sunburst-edit", "GPT Image 2.5 Sunburst", .anonymized, created: 1_788_825_600, price: 80_000,
      tiers: flatTiers(80_000), tiersArePriced: false, prompt: 10_000, ratios: ["1:1", "3:2", "16:9"], limits: .assumed,
      since: "2026-09-08"),
    VeniceModel(
      "gpt-image-2-6-flare-edit", "GPT Image 2.6 Flare", .anonymized, created: 1_793_836_800, price: 100_000, tiers: flatTiers(100_000),
      tiersArePriced: false, prompt: 10_000, ratios: ["1:1", "3:2", "16:9"], limits: .assumed, since: VeniceContracts.october),
    VeniceModel(
      "gpt-image-2-6-sunburst-edit", "GPT Image 2.6 Sunburst", .anonymized, created: 1_793_836_800, price: 100_000,
      tiers: flatTiers(100_000), tiersArePriced: false, prompt: 10_000, ratios: ["1:1", "3:2", "16:9"], limits: .assumed,
      since: VeniceContracts.october),
    VeniceModel(
      "gpt-image-1-5-edit", "GPT Image 1.5", .anonymized, created: 1_767_555_000, price: 360_000, prompt: 5000,
      ratios: ["auto", "1:1", "3:2", "2:3"], until: repriced),
    VeniceModel(
      "gpt-image-1-5-edit", "GPT Image 1.5", .anonymized, created: 1_767_555_000, price: 310_000, prompt: 5000,
      ratios: ["auto", "1:1", "3:2", "2:3"], imagePrice: .init(included: 1, additional: 28_060), since: repriced),
    VeniceModel(
      "nano-banana-2-edit", "Nano Banana 2", .anonymized, created: 1_772_064_000, price: 100_000,
      tiers: ["1K": 100_000, "2K": 140_000, "4K": 190_000], prompt: 32_768, ratios: full),
    VeniceModel(
      "nano-banana-pro-edit", "Nano Banana Pro", .anonymized, created: 1_765_584_000, price: 180_000,
      tiers: ["1K": 180_000, "2K": 230_000, "4K": 350_000], prompt: 32_768, ratios: full),
    VeniceModel(
      "nano-banana-2-lite-edit", "Nano Banana 2 Lite", .anonymized, created: 1_782_777_600, price: 60_000, prompt: 32_768, ratios: full,
      since: "2026-06-30"),
    VeniceModel(
      "nano-banana-2-1-edit", "Nano Banana 2.1", .anonymized, created: 1_791_244_800, price: 100_000, tiers: flatTiers(100_000),
      tiersArePriced: false, prompt: 32_768, ratios: full, limits: .assumed, since: VeniceContracts.october),
    VeniceModel(
      "luma-uni-1-edit", "Luma Uni-1", .anonymized, created: 1_781_654_400, price: 60_000, prompt: 6000, ratios: full,
      combinesImages: false, since: "2026-06-22"),
    VeniceModel(
      "luma-uni-1-max-edit", "Luma Uni-1 Max", .anonymized, created: 1_781_654_400, price: 130_000, prompt: 6000, ratios: full,
      combinesImages: false, since: "2026-06-22"),
    VeniceModel(
      "seedream-v5-lite-edit", "Seedream V5 Lite", .anonymized, created: 1_771_804_800, price: 50_000, prompt: 10_000,
      ratios: withoutUltraWide),
    VeniceModel(
      "seedream-v5-pro-edit", "Seedream V5 Pro", .anonymized, created: 1_783_468_800, price: 60_000, tiers: ["1K": 60_000, "2K": 110_000],
      prompt: 10_000, ratios: withoutUltraWide, imagePrice: .init(included: 1, additional: 3_450), since: "2026-07-08"),
    VeniceModel(
      "seedream-v4-edit", "Seedream V4.5", .anonymized, created: 1_767_484_800, price: 50_000, prompt: 10_000, ratios: withoutUltraWide),
    VeniceModel(
      "qwen-image-3-edit", "Qwen Image 3 Edit", .anonymized, created: 1_785_888_000, price: 40_000, tiers: ["1K": 40_000, "2K": 40_000],
      prompt: 10_000, ratios: withoutAuto, imagePrice: .init(included: 0, additional: 3_450), since: "2026-08-06"),
    VeniceModel(
      "qwen-image-3-pro-edit", "Qwen Image 3 Pro Edit", .anonymized, created: 1_784_160_000, price: 50_000,
      tiers: ["1K": 50_000, "2K": 90_000], prompt: 10_000, ratios: withoutAuto, imagePrice: .init(included: 0, additional: 3_450),
      since: "2026-08-06"),
    VeniceModel(
      "muse-image-edit", "Muse Image", .anonymized, created: 1_788_393_600, price: 20_000, prompt: 1500, ratios: full, limits: .assumed,
      since: "2026-09-03"),
    VeniceModel(
      "ideogram-v4-5-edit", "Ideogram V4.5", .anonymized, created: 1_790_726_400, price: 260_000, prompt: 1500, ratios: full,
      limits: .assumed, since: "2026-09-30"),
  ]

  /// Between the two snapshots prices changed, and limits came; on which days is not always known.
  private static let repriced = VeniceContracts.august

  /// The sibling's tiers, of which no price of their own is known.
  private static func flatTiers(_ price: Int) -> KeyValuePairs<String, Int> { ["1K": price, "2K": price, "4K": price] }

  private static let full = ["auto", "1:1", "3:2", "16:9", "21:9", "9:16", "2:3", "3:4", "4:5"]
  private static let withoutAuto = full.filter { $0 != "auto" }
  private static let withoutUltraWide = full.filter { $0 != "21:9" }
  private static let grok = ["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3", "2:1", "1:2", "19.5:9", "9:19.5", "20:9", "9:20", "auto"]
}

extension [String] {
  /// The ratios with `4:3` before `4:5`, as October's request lists them; unchanged without `4:5`.
  fileprivate var withFourToThree: [String] { flatMap { $0 == "4:5" ? ["4:3", $0] : [$0] } }
}
