package import Images

/// An edit request whose fields break no rule; its image is still to be checked.
package struct ValidatedVeniceEdit: Sendable {
  /// The model that runs, after aliases.
  package let model: VeniceModel
  /// The prompt as sent.
  package let prompt: String
  /// The ratio as sent; nil: inferred from the image.
  let aspectRatio: String?
  /// The tier as sent; nil: `1K`, and no resolution where the output format depends on it.
  package let resolution: String?
  /// The file format of the response.
  package let outputFormat: ImageFormat
  /// The quality that the model draws in; nil: it has none.
  package let quality: String?
  /// Whether adult content is to be blurred.
  package let safeMode: Bool
  /// Whether the prompt is to be rewritten, which costs extra.
  let enhancesPrompt: Bool
  /// The day of the contract that the request was checked against.
  let contract: ContractDate
  private var image: ImageReference?
  /// What the request has that is accepted and noted.
  package let warnings: [Violation]

  init(_ use: VeniceModelUse, image: ImageReference, warnings: [Violation]) {
    let form = use.form
    model = use.model
    prompt = form.string("prompt") ?? ""
    aspectRatio = form.string("aspect_ratio")
    resolution = form.string("resolution")
    outputFormat = Self.format(form.string("output_format"), resolution: form.string("resolution"))
    quality = use.model.defaultQuality.map { form.string("quality") ?? $0 }
    safeMode = Self.isTrue(form.value("safe_mode"), default: true)
    enhancesPrompt = Self.isTrue(form.value("enhance_prompt"), default: false)
    contract = form.settings.veniceContract
    self.image = image
    self.warnings = warnings
  }

  /// Returns the image and lets go of it, so that a body of 35 MB is freed once its bytes have been read.
  package mutating func takeImage() -> ImageReference? {
    defer { image = nil }
    return image
  }

  /// Returns the size of the output for that ratio.
  package func outputSize(ratio: String) -> PixelSize { VeniceOutputSize.size(ratio: ratio, tier: resolution ?? "1K") }

  /// Returns the ratio of the output: the one asked for, or the model's nearest to the source.
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

  private static func isTrue(_ value: SubmittedValue?, default defaultValue: Bool) -> Bool {
    switch value {
    case .boolean(let flag): flag
    case .text(let text): text.string == "true"
    default: defaultValue
    }
  }
}
