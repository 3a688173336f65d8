/// The fields of an edit request, as the field rules see them.
package struct VeniceForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings
  /// The id the edit will run with: `model` wins over `modelId`, and neither means the default.
  let modelID: String

  init(submitted: SubmittedForm, settings: Settings) {
    self.submitted = submitted
    self.settings = settings
    modelID = submitted["model"]?.text?.string ?? submitted["modelId"]?.text?.string ?? VeniceModels.defaultID
  }

  func value(_ name: String) -> SubmittedValue? { submitted[name] }
  func text(_ name: String) -> SubmittedText? { submitted[name]?.text }
  func string(_ name: String) -> String? { text(name)?.string }
}
