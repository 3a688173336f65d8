package import Images

/// An edit request whose fields are in order; its image is still to be looked at.
package struct ValidatedVeniceEdit: Sendable {
  package let model: VeniceModel
  package let prompt: String
  /// As sent; nil: inferred from the image.
  package let aspectRatio: String?
  /// As sent; nil: `1K`, and no resolution as far as the format is concerned.
  package let resolution: String?
  package let outputFormat: ImageFormat
  package let quality: String?
  package let safeMode: Bool
  /// Whether the prompt is to be rewritten, which costs.
  package let enhancesPrompt: Bool
  /// The day of the contract that the request was judged by.
  let contract: ContractDate
  private var image: ImageReference?
  package let warnings: [Violation]

  init(_ use: VeniceModelUse, image: ImageReference, warnings: [Violation]) {
    let form = use.form
    model = use.model
    prompt = form.string("prompt") ?? ""
    aspectRatio = form.string("aspect_ratio")
    resolution = form.string("resolution")
    outputFormat = Self.format(form.string("output_format"), resolution: form.string("resolution"))
    quality = use.model.defaultQuality.map { form.string("quality") ?? $0 }
    safeMode = Self.isTrue(form.value("safe_mode"), standard: true)
    enhancesPrompt = Self.isTrue(form.value("enhance_prompt"), standard: false)
    contract = form.settings.veniceContract
    self.image = image
    self.warnings = warnings
  }

  /// Gives the image away: a body of 35 MB must not live on in a candidate when its bytes have been taken from it.
  package mutating func takeImage() -> ImageReference? {
    defer { image = nil }
    return image
  }

  /// The size of an answer of that ratio.
  package func outputSize(ratio: String) -> PixelSize { VeniceOutputSize.size(ratio: ratio, tier: resolution ?? "1K") }

  /// The ratio the answer has: the one asked for, or the model's nearest to the source.
  package func effectiveRatio(for source: PixelSize) -> String {
    if let aspectRatio, aspectRatio != "auto" { return aspectRatio }
    let listsRatios = model.aspectRatios.contains { $0 != "auto" }
    return VeniceOutputSize.nearestRatio(to: source, among: listsRatios ? model.aspectRatios : VeniceModels.requestRatios)
  }

  /// "When omitted, the format is inferred from resolution: PNG for 1K edits and JPEG for 2K/4K edits."
  private static func format(_ sent: String?, resolution: String?) -> ImageFormat {
    switch sent {
    case "jpg": .jpeg
    case .some(let name): ImageFormat(rawValue: name) ?? .png
    case .none: resolution == nil || resolution == "1K" ? .png : .jpeg
    }
  }

  private static func isTrue(_ value: SubmittedValue?, standard: Bool) -> Bool {
    switch value {
    case .boolean(let flag): flag
    case .text(let text): text.string == "true"
    default: standard
    }
  }
}
