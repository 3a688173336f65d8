internal import Images

/// The fields of a multipart edit request, as the field rules see them.
struct DGridForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings
  let model: DGridModel
  /// The prompt with line ends as typed: browsers' form encoders turn LF into CRLF.
  let prompt: String?
  /// Names under which images came, in the order in which they are looked for.
  let imageNames: [String]
  let images: [SubmittedFile]

  init(_ submitted: SubmittedForm, settings: Settings) {
    self.submitted = submitted
    self.settings = settings
    model = DGridModel(Self.string("model", submitted))
    prompt = Self.string("prompt", submitted)?.withLineFeeds
    let acceptsIndexed = settings[Ambiguities.dgridIndexedImages] == .accept
    imageNames = submitted.names.filter { $0 == "image" || $0 == "image[]" || (acceptsIndexed && $0.isIndexedImage) }
    images = imageNames.flatMap { submitted.values(of: $0).compactMap(\.file) }
  }

  /// The text of a field; an empty one counts as not sent, since some clients always send it.
  func string(_ name: String) -> String? { Self.string(name, submitted) }

  private static func string(_ name: String, _ submitted: SubmittedForm) -> String? {
    guard let text = submitted[name]?.text, !text.isEmpty else { return nil }
    return text.string
  }

  var mask: SubmittedFile? { submitted.values(of: "mask").compactMap(\.file).first }
}

extension String {
  /// `image[0]` and the like.
  var isIndexedImage: Bool { hasPrefix("image[") && hasSuffix("]") && self != "image[]" }

  fileprivate var withLineFeeds: String {
    utf8.contains(13) ? String(decoding: Array(utf8).withoutCarriageReturnsBeforeLineFeeds, as: UTF8.self) : self
  }
}

extension [UInt8] {
  fileprivate var withoutCarriageReturnsBeforeLineFeeds: [UInt8] {
    indices.filter { !(self[$0] == 13 && $0 + 1 < count && self[$0 + 1] == 10) }.map { self[$0] }
  }
}
