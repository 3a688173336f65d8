internal import Contract
internal import Formats

/// The schema of one request body: fields, and what the rules that hold ask of them.
struct BodySchema {
  let fields: [Field]
  let rules: [Rule]
  let encoding: SubmittedForm.Encoding
  let settings: Settings
  /// What certain models take.
  let limits: [ModelLimits]

  /// - Parameters:
  ///   - fields: those of the shape; which of them exist, the settings say.
  ///   - rules: those on the shape; which of them hold, the settings say.
  init(_ fields: [Field], _ rules: [Rule], _ encoding: SubmittedForm.Encoding, _ settings: Settings, limits: [ModelLimits] = []) {
    self.fields = fields.existing(for: settings)
    self.rules = rules.filter(settings.isActive)
    self.encoding = encoding
    self.settings = settings
    self.limits = limits
  }

  var json: JSONOutput { object("").schema }

  /// Returns the object whose keys are the fields below a path; the body itself is at the empty one.
  private func object(_ path: String) -> Shape {
    let children = fields.filter { $0.name.parent == path }
    var keywords: [(String, JSONOutput)] = [
      ("type", "object"), ("properties", .object(children.map { ($0.name.leaf, shape(of: $0).schema(describedBy: $0.says)) })),
    ]
    let required = children.filter { kinds(of: $0).contains(.required) }.map { JSONOutput.string($0.name.leaf) }
    if !required.isEmpty { keywords.append(("required", .array(required))) }
    if path.isEmpty, rules.contains(where: { $0.constraints.map(\.kind).contains(.nothingElse) }) {
      keywords.append(("additionalProperties", false))
    }
    if path.isEmpty, !limits.isEmpty { keywords.append(("x-models", .object(limits.map(\.member)))) }
    return .bounded(.any, keywords)
  }

  private func shape(of field: Field) -> Shape {
    let kinds = kinds(of: field)
    if kinds.contains(.object) { return object(field.name) }
    var keywords = kinds.flatMap(keywords)
    if let standard = field.defaultValue { keywords.append(("default", standard)) }
    if let example = field.example { keywords.append(("examples", [example])) }
    if field.isDeprecated { keywords.append(("deprecated", true)) }
    return .bounded(kinds.contains(.array) ? .list(object(field.name + "[]")) : .any, keywords)
  }

  private func kinds(of field: Field) -> [SchemaConstraint.Kind] {
    rules.flatMap { $0.constraints.filter { $0.field == field.name }.map(\.kind) }
  }

  private func keywords(_ kind: SchemaConstraint.Kind) -> [(String, JSONOutput)] {
    switch kind {
    case .required, .object, .array, .nothingElse: []
    case .string: Shape.string.keywords
    case .boolean: Shape.boolean.keywords
    case .integer: Shape.integer.keywords
    case .image: [("anyOf", .array(((encoding == .json ? [] : ["binary"]) + ["image", "uri"]).map { Shape.text(format: $0).schema }))]
    case .file: Shape.text(format: "binary").keywords
    case .minimumLength(let length): [("minLength", .int(length))]
    case .maximumLength(let length): [("maxLength", .int(length))]
    case .minimum(let bound): [("minimum", .int(bound))]
    case .maximum(let bound): [("maximum", .int(bound))]
    case .pattern(let pattern): [("pattern", .string(pattern))]
    case .minimumItems(let count): [("minItems", .int(count))]
    case .oneOf(let options, let synonyms): Shape.words(options + synonyms).keywords
    case .listedRatio: Shape.words(VeniceModels.requestRatios(on: settings.veniceContract)).keywords
    case .listedModel: Shape.words(VeniceModels.all(on: settings.veniceContract).map(\.id)).keywords
    }
  }
}

extension String {
  /// `input.messages[]` of `input.messages[].role`; empty for a field of the body itself.
  fileprivate var parent: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? "" }

  /// `role` of `input.messages[].role`.
  fileprivate var leaf: String { lastIndex(of: ".").map { String(self[index(after: $0)...]) } ?? self }
}
