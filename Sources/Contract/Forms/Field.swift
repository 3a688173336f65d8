package import Formats

/// A field of an edit request: what documents say of it and no rule does.
package struct Field: Sendable {
  /// The name, dotted: `prompt`, `input.messages[].role`.
  package let name: String
  /// What the field is for, as one sentence.
  package let says: String
  /// The value that applies when the field is not sent, where that is written down.
  package let defaultValue: JSONOutput?
  /// A value for readers to try.
  package let example: JSONOutput?
  /// Whether documents mark the field as deprecated.
  package let isDeprecated: Bool
  /// The value of an ambiguity under which the field exists; nil: it always does.
  package let condition: AmbiguityCondition?
  /// The days between which the API has the field.
  package let span: ContractSpan

  init(
    _ name: String, _ says: String, default defaultValue: JSONOutput? = nil, example: JSONOutput? = nil, isDeprecated: Bool = false,
    when condition: AmbiguityCondition? = nil, since: ContractDate? = nil, until: ContractDate? = nil
  ) {
    self.name = name
    self.says = says
    self.defaultValue = defaultValue
    self.example = example
    self.isDeprecated = isDeprecated
    self.condition = condition
    span = ContractSpan(since: since, until: until)
  }
}

extension [Field] {
  /// Returns the fields that exist under these settings.
  package func existing(for settings: Settings) -> [Field] {
    filter { settings.satisfies($0.condition) && $0.span.contains(settings.veniceContract) }
  }
}

/// A header line that a response can have.
package struct ResponseHeader: Sendable {
  /// The name as the API writes it.
  package let name: String
  /// What the value says, as one sentence.
  package let says: String
  /// Where the header is written down or was seen.
  package let source: String
  /// What the value looks like.
  package let shape: Shape
  /// The days between which the API sends the header.
  package let span: ContractSpan

  /// Makes a header line; without `since` the API has sent it for as long as is known.
  package init(_ name: String, _ says: String, _ source: String, _ shape: Shape = .string, since: ContractDate? = nil) {
    self.name = name
    self.says = says
    self.source = source
    self.shape = shape
    span = ContractSpan(since: since)
  }
}

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
      let takesAuto = settings[Ambiguities.veniceUnlistedAuto] == .accept
      let ratios = VeniceModels.requestRatios(on: settings.veniceContract).filter {
        model.aspectRatios.contains($0) || $0 == "auto" && takesAuto
      }
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
