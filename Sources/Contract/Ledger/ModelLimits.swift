package import Formats

/// What some models accept, where that is less than the fields' own schemas say: `x-models` in a document.
///
/// No keyword of a schema says this in a way that both people and code generators understand.
package struct ModelLimits {
  /// An id, or a regular expression (ECMA 262) that matches all ids.
  let models: String
  /// The schemas of the fields for these models; nil: the field must not be sent.
  let fields: [(name: String, schema: JSONOutput?)]

  /// The limits as a member of `x-models`.
  package var member: (String, JSONOutput) { (models, .object(fields.map { ($0.name, $0.schema ?? false) })) }

  /// Returns the limits of each model that Venice's contract of the day lists.
  package static func venice(_ settings: Settings) -> [ModelLimits] {
    VeniceModels.all(on: settings.veniceContract).map { model in
      let ratios = VeniceModels.requestRatios.filter(model.aspectRatios.contains)
      var tiers = model.tiers.map(\.name)
      if tiers.isEmpty, settings[Ambiguities.veniceUntieredResolution] == .acceptOneK { tiers = ["1K"] }
      return ModelLimits(
        models: model.id,
        fields: [
          ("prompt", ["maxLength": .int(model.promptCharacterLimit)]), ("aspect_ratio", .oneOf(ratios)),
          ("resolution", tiers.isEmpty ? nil : .oneOf(tiers)),
        ])
    }
  }

  /// The limits of each family of DGrid's models.
  package static let dgrid: [ModelLimits] = DGridModel.patterns.map { family, pattern in
    var fields: [(name: String, schema: JSONOutput?)] = []
    if let sizes = DGridSize.listed(family) { fields.append(("size", .oneOf(sizes))) }
    if let limit = family.promptLimit { fields.append(("prompt", ["maxLength": .int(limit)])) }
    if family == .gptImage2 { fields.append(("input_fidelity", nil)) }
    return ModelLimits(models: pattern, fields: fields)
  }
}

extension JSONOutput { fileprivate static func oneOf(_ words: [String]) -> JSONOutput { ["enum": .array(words.map(JSONOutput.string))] } }
