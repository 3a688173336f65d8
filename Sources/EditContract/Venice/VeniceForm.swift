/// The fields of an edit request, as the field rules see them.
package struct VeniceForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings

  func value(_ name: String) -> SubmittedValue? { submitted[name] }
  func text(_ name: String) -> SubmittedText? { submitted[name]?.text }
  func string(_ name: String) -> String? { text(name)?.string }

  /// The id the edit will run with: `model` wins over `modelId`, and neither means the default.
  var modelID: String { string("model") ?? string("modelId") ?? VeniceModels.defaultID }
}
