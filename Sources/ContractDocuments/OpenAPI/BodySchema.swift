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
    self.fields = fields.existing(under: settings)
    self.rules = rules.filter(settings.hold)
    self.encoding = encoding
    self.settings = settings
    self.limits = limits
  }

  var json: JSONOutput { object("", says: nil) }

  /// The object whose keys are the fields below a path; the body itself is at the empty one.
  private func object(_ path: String, says: String?) -> JSONOutput {
    let children = fields.filter { $0.name.parent == path }
    var members: [(String, JSONOutput)] = says.map { [("description", .string($0))] } ?? []
    members.append(("type", .string("object")))
    members.append(("properties", .object(children.map { ($0.name.leaf, schema(of: $0)) })))
    let required = children.filter { kinds(of: $0).contains(.required) }.map { JSONOutput.string($0.name.leaf) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    if path.isEmpty, rules.contains(where: { $0.demands.contains(SchemaConstraint("", .nothingElse)) }) {
      members.append(("additionalProperties", .bool(false)))
    }
    if path.isEmpty, !limits.isEmpty { members.append(("x-models", .object(limits.map(\.member)))) }
    return .object(members)
  }

  private func schema(of field: Field) -> JSONOutput {
    let kinds = kinds(of: field)
    if kinds.contains(.object) { return object(field.name, says: field.says) }
    var members: [(String, JSONOutput)] = [("description", .string(field.says))]
    if kinds.contains(.array) {
      members += [("type", .string("array")), ("items", object(field.name + "[]", says: nil))]
    }
    members += kinds.flatMap(keywords)
    if let standard = field.standard { members.append(("default", standard)) }
    if let example = field.example { members.append(("examples", .array([example]))) }
    if field.isDeprecated { members.append(("deprecated", .bool(true))) }
    return .object(members)
  }

  private func kinds(of field: Field) -> [SchemaConstraint.Kind] {
    rules.flatMap { $0.demands.filter { $0.field == field.name }.map(\.kind) }
  }

  private func keywords(_ kind: SchemaConstraint.Kind) -> [(String, JSONOutput)] {
    switch kind {
    case .required, .object, .array, .nothingElse: []
    case .string: [("type", .string("string"))]
    case .boolean: [("type", .string("boolean"))]
    case .integer: [("type", .string("integer"))]
    case .image: image
    case .file: [("type", .string("string")), ("format", .string("binary"))]
    case .minimumLength(let length): [("minLength", .int(length))]
    case .maximumLength(let length): [("maxLength", .int(length))]
    case .minimum(let bound): [("minimum", .int(bound))]
    case .maximum(let bound): [("maximum", .int(bound))]
    case .pattern(let pattern): [("pattern", .string(pattern))]
    case .minimumItems(let count): [("minItems", .int(count))]
    case .oneOf(let options, let synonyms): oneOf(options + synonyms)
    case .listedModel: oneOf(VeniceModels.all(on: settings.veniceContract).map(\.id))
    }
  }

  private var image: [(String, JSONOutput)] {
    let text = JSONOutput.object([("type", .string("string")), ("format", .string("image"))])
    let address = JSONOutput.object([("type", .string("string")), ("format", .string("uri"))])
    let upload = JSONOutput.object([("type", .string("string")), ("format", .string("binary"))])
    return [("anyOf", .array(encoding == .json ? [text, address] : [upload, text, address]))]
  }

  private func oneOf(_ options: [String]) -> [(String, JSONOutput)] {
    [("type", .string("string")), ("enum", .array(options.map(JSONOutput.string)))]
  }
}

extension String {
  /// `input.messages[]` of `input.messages[].role`; empty for a field of the body itself.
  fileprivate var parent: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? "" }

  /// `role` of `input.messages[].role`.
  fileprivate var leaf: String { lastIndex(of: ".").map { String(self[index(after: $0)...]) } ?? self }
}
