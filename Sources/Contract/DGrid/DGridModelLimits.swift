internal import Formats

extension ModelLimits {
  /// The limits of each family of models.
  package static let dgrid: [ModelLimits] = DGridModel.patterns.map { family, pattern in
    var fields: [(name: String, schema: JSONOutput?)] = []
    if let sizes = DGridSize.listed(family) { fields.append(("size", .oneOf(sizes))) }
    if let limit = DGridModel.promptLimit(of: family) { fields.append(("prompt", .object([("maxLength", .int(limit))]))) }
    if family == .gptImage2 { fields.append(("input_fidelity", nil)) }
    return ModelLimits(models: pattern, fields: fields)
  }
}
