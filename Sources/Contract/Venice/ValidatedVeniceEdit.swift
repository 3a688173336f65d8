internal import Formats
package import HTTPMessage
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
  private let contract: ContractDate
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
  package func outputSize(ratio: String) -> PixelSize {
    VeniceOutputSize.size(ratio: ratio, tier: resolution ?? "1K", maximumArea: model.maximumOutputArea)
  }

  /// Returns the ratio of the output: the one asked for, or the model's nearest to the source.
  package func effectiveRatio(for source: PixelSize) -> String {
    if let aspectRatio, aspectRatio != "auto" { return aspectRatio }
    let listsRatios = model.aspectRatios.contains { $0 != "auto" }
    return VeniceOutputSize.nearestRatio(to: source, among: listsRatios ? model.aspectRatios : VeniceModels.requestRatios(on: contract))
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

/// The size of the output by ratio and tier.
///
/// Not documented. Seen: 1024x1024 for 1:1 and 1376x768 for 16:9 at 1K. The other 1K sizes are those that the maker of nano-banana lists for
/// its ratios; other ratios get about 1024² pixels, in steps of 16. 2K and 4K are twice and four times the side, as far as the model draws:
/// gpt-image-2-edit gave 2880x2880 for 4K and 1:1 (a public note of 2026-08-25). Assumed: 8,294,400 pixels bound its other ratios, too.
enum VeniceOutputSize {
  /// Returns the size in pixels; an unknown tier counts as 1K.
  ///
  /// - Parameter maximumArea: in pixels; nil: there is no bound. A size above it has the largest sides in steps of 16 that are not.
  static func size(ratio: String, tier: String, maximumArea: Int? = nil) -> PixelSize {
    let base = known[ratio] ?? computed(ratio)
    let scale = tier == "4K" ? 4 : tier == "2K" ? 2 : 1
    let size = PixelSize(width: base.width * scale, height: base.height * scale)
    guard let maximumArea, size.area > UInt64(maximumArea) else { return size }
    let (width, height) = terms(ratio)
    return PixelSize(width: side(within: maximumArea * width / height), height: side(within: maximumArea * height / width))
  }

  /// Returns the listed ratio, `auto` aside, that is nearest to the source's; ratios are compared as products, without rounding.
  static func nearestRatio(to source: PixelSize, among ratios: [String]) -> String {
    ratios.filter { $0 != "auto" }.min { distance($0, source) < distance($1, source) } ?? "1:1"
  }

  private static let known: [String: PixelSize] = [
    "1:1": PixelSize(width: 1024, height: 1024), "16:9": PixelSize(width: 1376, height: 768), "9:16": PixelSize(width: 768, height: 1376),
    "3:2": PixelSize(width: 1264, height: 848), "2:3": PixelSize(width: 848, height: 1264), "4:3": PixelSize(width: 1200, height: 896),
    "3:4": PixelSize(width: 896, height: 1200), "4:5": PixelSize(width: 928, height: 1152), "21:9": PixelSize(width: 1584, height: 672),
  ]

  private static func computed(_ ratio: String) -> PixelSize {
    let (width, height) = terms(ratio)
    return PixelSize(width: side(1_048_576 * width / height), height: side(1_048_576 * height / width))
  }

  /// The square root to the nearest multiple of 16.
  private static func side(_ area: Int) -> Int {
    var root = 16
    while (root + 8) * (root + 8) < area { root += 16 }
    return root
  }

  /// The largest multiple of 16 that is not above the square root.
  private static func side(within area: Int) -> Int {
    var root = 16
    while (root + 16) * (root + 16) <= area { root += 16 }
    return root
  }

  private static func terms(_ ratio: String) -> (Int, Int) { listedTerms[ratio] ?? parsedTerms(ratio) }

  /// The terms of all ratios that models list, parsed once.
  private static let listedTerms = Dictionary(
    VeniceModels.table.flatMap(\.aspectRatios).map { ($0, parsedTerms($0)) }, uniquingKeysWith: { first, _ in first })

  /// `19.5:9` as 195 and 90.
  private static func parsedTerms(_ ratio: String) -> (Int, Int) {
    let numbers = ratio.split(separator: ":").map { term in
      let halves = term.split(separator: ".")
      return (Int(halves[0]) ?? 1) * 10 + (halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
    }
    return numbers.count == 2 && numbers.allSatisfy { $0 > 0 } ? (numbers[0], numbers[1]) : (1, 1)
  }

  /// Returns the factor between the two ratios, in millionths.
  private static func distance(_ ratio: String, _ source: PixelSize) -> Int {
    let (width, height) = terms(ratio)
    let (left, right) = (source.width * height, source.height * width)
    return max(left, right) * 1_000_000 / max(1, min(left, right))
  }
}

/// The 200 of an edit: the bytes of an image, never JSON.
package struct VeniceResponse: Sendable {
  let edit: ValidatedVeniceEdit
  /// Whether a wallet signed in instead of a key.
  let paidByWallet: Bool

  /// Makes the response to the edit that came with this head.
  package init(_ edit: ValidatedVeniceEdit, head: RequestHead) {
    self.edit = edit
    paidByWallet = head.walletSignIn != nil
  }

  /// Returns the response with the encoded image, and those of ``headers`` that the edit calls for.
  package func response(_ image: [UInt8]) -> Response {
    var headers = HeaderList([HeaderField("content-type", edit.outputFormat.contentType)])
    headers.append("x-venice-model-id", edit.model.id)
    headers.append("x-venice-model-name", edit.model.name)
    headers.append("x-venice-is-content-violation", "false")
    headers.append("x-venice-is-blurred", "false")
    // The mock does not rewrite prompts: the prompt used is the prompt sent.
    if edit.enhancesPrompt { headers.append("x-venice-enhanced-prompt", PercentEncoding.encode(edit.prompt)) }
    if paidByWallet { headers.append("X-Balance-Remaining", "10.000000") }
    return Response(status: 200, headers: headers, body: image)
  }

  /// All headers that the 200 of an edit can have.
  package static let headers: [ResponseHeader] = [
    ResponseHeader("x-venice-model-id", "The id of the model that edited.", schema),
    ResponseHeader("x-venice-model-name", "The model's name for people.", schema),
    ResponseHeader(
      "x-venice-is-content-violation", "Whether the answer is against the terms; always false on a 200.", schema, .words(["true", "false"])),
    ResponseHeader(
      "x-venice-is-blurred", "Whether safe_mode has blurred the answer.", VeniceSource.headersPage, .words(["true", "false"])),
    ResponseHeader(
      "x-venice-enhanced-prompt", "The prompt as it was rewritten, percent-encoded; where `enhance_prompt` was true.",
      VeniceSource.augustSchema + ", enhance_prompt", since: "2026-07-15"),
    ResponseHeader("X-Balance-Remaining", "What a wallet has left, in USD.", schema),
    ResponseHeader(
      "x-venice-model-deprecation-warning", "That the model will be switched off; scenarios send it, no model of these contracts does.",
      schema), ResponseHeader("x-venice-model-deprecation-date", "When the model will be switched off.", schema, .moment),
    ResponseHeader("x-venice-deprecated", "There where the model is deprecated.", schema, .words(["true"])),
    ResponseHeader("x-venice-deprecated-replacement", "The model to use instead.", schema),
  ]

  private static let schema = VeniceSource.responses + ", 200"
}
