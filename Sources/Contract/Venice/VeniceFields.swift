internal import Formats

/// The fields of an edit request, the same in JSON and multipart, in the order of the schema.
///
/// Source: the page's own list; defaults and examples are the schema's.
package enum VeniceFields {
  package static let all: [Field] = [
    Field(
      "aspect_ratio", "The shape of the answer; `auto` or nothing: the model's nearest to the image's. Models take different ones.",
      example: .string("16:9"), since: "2026-02-05"),
    Field(
      "resolution", "The size tier of the answer, such as 1K, 2K or 4K; nothing: 1K. Models take different ones, most of them none.",
      example: .string("1K"), since: "2026-05-04"),
    Field(
      "image",
      "The image to edit: a file, base64, a data URL, or a URL that starts with http:// or https://. At least 65536 and at most 33177600 pixels, less than 25 MB."
    ),
    Field(
      "model", "The id of the model that edits.", standard: .string(VeniceModels.defaultID), example: .string(VeniceModels.defaultID),
      since: "2026-03-26"),
    Field("modelId", "The older name of `model`, which wins where both are sent.", isDeprecated: true, since: "2026-02-04"),
    Field(
      "output_format", "The format of the answer; nothing: PNG for 1K edits, JPEG for 2K and 4K.", example: .string("png"),
      since: "2026-05-13"),
    Field(
      "prompt", "What is to be done to the image. Each model has a limit of its own, too: `promptCharacterLimit` in the list of models.",
      example: .string("Change the color of the sky to a sunrise")),
    Field(
      "safe_mode", "Whether images that are classified as adult content are blurred.", standard: .bool(true), example: .bool(false),
      since: "2026-04-15"),
    Field(
      "disable_prompt_optimization_thinking", "Whether a model that thinks about the prompt first is kept from it.", since: "2026-07-14"),
    Field("enhance_prompt", "Whether the prompt is rewritten before it is used.", since: "2026-07-15"),
    Field(
      "quality", "How well gpt-image-2-edit draws, and what that costs; other models ignore it.", example: .string("medium"),
      when: Ambiguities.veniceQualityField.is(.accept), since: "2026-05-22"),
  ]

  package static func names(under settings: Settings) -> [String] { all.existing(under: settings).map(\.name) }
}
