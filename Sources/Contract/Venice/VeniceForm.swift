internal import Formats

/// The fields of an edit request, as the field rules see them.
struct VeniceForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings
  /// The names of the fields that exist under the settings.
  let knownNames: [String]
  /// The id of the model: `model` wins over `modelId`, and without both it is the default.
  let modelID: String

  init(submitted: SubmittedForm, settings: Settings, knownNames: [String]) {
    self.submitted = submitted
    self.settings = settings
    self.knownNames = knownNames
    modelID = submitted["model"]?.text?.string ?? submitted["modelId"]?.text?.string ?? VeniceModels.defaultID
  }

  func value(_ name: String) -> SubmittedValue? { submitted[name] }
  func text(_ name: String) -> SubmittedText? { submitted[name]?.text }
  func string(_ name: String) -> String? { text(name)?.string }

  /// The model that runs, after aliases; nil: the id is unknown.
  var model: VeniceModel? {
    let day = settings.veniceContract
    return VeniceModels.model(modelID, on: day) ?? alias.flatMap { VeniceModels.model($0, on: day) }
  }

  /// The id that an old one stands for; nil: the id is no alias.
  var alias: String? {
    guard VeniceRules.aliased.rule.span.contains(settings.veniceContract) else { return nil }
    return VeniceRules.aliases[modelID]
  }
}

/// The fields of an edit request as documents describe them: the same in JSON and multipart, in the order of the schema.
///
/// Source: the page's own list; defaults and examples are the schema's.
package enum VeniceFields {
  /// All fields of all contracts.
  package static let all: [Field] = [
    Field(
      "aspect_ratio", "The shape of the answer; `auto` or nothing: the model's nearest to the image's. Models take different ones.",
      example: "16:9", since: "2026-02-05"),
    Field(
      "resolution", "The size tier of the answer, such as 1K, 2K or 4K; nothing: 1K. Models take different ones, most of them none.",
      example: "1K", since: "2026-05-04"),
    Field(
      "image",
      "The image to edit: a file, base64, a data URL, or a URL that starts with http:// or https://. At least 65536 and at most 33177600 pixels, less than 25 MB."
    ),
    Field(
      "model", "The id of the model that edits.", default: .string(VeniceModels.defaultID), example: .string(VeniceModels.defaultID),
      since: "2026-03-26"),
    Field("modelId", "The older name of `model`, which wins where both are sent.", isDeprecated: true, since: "2026-02-04"),
    Field("output_format", "The format of the answer; nothing: PNG for 1K edits, JPEG for 2K and 4K.", example: "png", since: "2026-05-13"),
    Field(
      "prompt", "What is to be done to the image. Each model has a limit of its own, too: `promptCharacterLimit` in the list of models.",
      example: "Change the color of the sky to a sunrise"),
    Field(
      "safe_mode", "Whether images that are classified as adult content are blurred.", default: true, example: false, since: "2026-04-15"),
    Field(
      "disable_prompt_optimization_thinking", "Whether a model that thinks about the prompt first is kept from it.", since: "2026-07-14"),
    Field("enhance_prompt", "Whether the prompt is rewritten before it is used.", since: "2026-07-15"),
    Field(
      "anon_user_id", "A name for the client's own user: printable ASCII, without `||`.", example: "user-1", since: VeniceContracts.october),
    Field(
      "quality", "How well gpt-image-2-edit draws, and what that costs; other models ignore it.", example: "medium",
      when: Ambiguities.veniceQualityField.is(.accept), since: "2026-05-22"),
  ]

  static func names(for settings: Settings) -> [String] { all.existing(for: settings).map(\.name) }
}
