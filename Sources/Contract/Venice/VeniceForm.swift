/// The fields of an edit request, as the field rules see them.
package struct VeniceForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings
  /// The fields that exist.
  let knownNames: [String]
  /// The id the edit will run with: `model` wins over `modelId`, and neither means the default.
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

  /// The model that runs; an id that is an alias stands for another's.
  var model: VeniceModel? {
    let day = settings.veniceContract
    return VeniceModels.model(modelID, on: day) ?? alias.flatMap { VeniceModels.model($0, on: day) }
  }

  /// The id that an old one is still taken for; nil: it is none.
  var alias: String? {
    guard VeniceRules.aliasRule.span.contains(settings.veniceContract) else { return nil }
    return VeniceRules.aliases[modelID]
  }
}
