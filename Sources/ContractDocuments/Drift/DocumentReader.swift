internal import Formats

/// Finds the facts in an OpenAPI document of version 3: follows references, and takes `allOf`, `anyOf` and `oneOf` together.
struct DocumentReader {
  let root: DocumentNode

  /// The methods of a path and what is said of each; the path may be written with or without what the servers have before it.
  func operations(at path: String) throws(DocumentError) -> [(method: String, facts: OperationFacts)] {
    guard let paths = root["paths"], root["openapi"]?.text?.hasPrefix("3.") == true else {
      throw DocumentError("this is no OpenAPI document of version 3: it needs `openapi` and `paths`", line: root.line)
    }
    guard let item = paths.members.first(where: { $0.key == path || $0.key.hasSuffix(path) })?.value else { return [] }
    var operations: [(method: String, facts: OperationFacts)] = []
    for (method, node) in item.members where Self.methods.contains(method) {
      operations.append((method, try facts(node, shared: item["parameters"]?.elements ?? [])))
    }
    return operations
  }

  private static let methods: Set = ["get", "head", "post", "put", "patch", "delete"]

  private func facts(_ operation: DocumentNode, shared: [DocumentNode]) throws(DocumentError) -> OperationFacts {
    var facts = OperationFacts()
    for (type, media) in try resolved(operation["requestBody"])?["content"]?.members ?? [] {
      var body = Body()
      if let schema = media["schema"] { try collect(schema, into: &body, below: "", depth: 0) }
      facts.bodies.append((type, body.fields, body.isClosed))
    }
    for node in shared + (operation["parameters"]?.elements ?? []) {
      guard let node = try resolved(node), let name = node["name"]?.text, let place = node["in"]?.text else { continue }
      var field = FieldFacts()
      if let schema = node["schema"] { try collect(schema, into: &field, depth: 0) }
      field.isRequired = node["required"]?.text == "true"
      facts.parameters.append(("\(name) in \(place)", field))
    }
    for (status, answer) in operation["responses"]?.members ?? [] {
      let answer = try resolved(answer)
      let headers = Set(answer?["headers"]?.members.map { $0.key.lowercased() } ?? [])
      facts.answers.append((status, headers, Set(answer?["content"]?.members.map(\.key) ?? [])))
    }
    let security = operation["security"] ?? root["security"]
    facts.security = Set(security?.elements.flatMap { $0.members.map(\.key) } ?? [])
    return facts
  }

  private struct Body {
    var fields: [(name: String, facts: FieldFacts)] = []
    var isClosed = false
  }

  private func collect(_ schema: DocumentNode, into body: inout Body, below path: String, depth: Int) throws(DocumentError) {
    let schema = try checked(schema, depth)
    for part in Self.parts(schema) { try collect(part, into: &body, below: path, depth: depth + 1) }
    for (name, node) in schema["properties"]?.members ?? [] {
      let full = path + name
      let index = body.fields.firstIndex { $0.name == full } ?? body.fields.endIndex
      if index == body.fields.endIndex { body.fields.append((full, FieldFacts())) }
      try collect(node, into: &body.fields[index].facts, depth: depth + 1)
      let property = try checked(node, depth + 1)
      try collect(property, into: &body, below: full + ".", depth: depth + 2)
      if let items = property["items"] { try collect(items, into: &body, below: full + "[].", depth: depth + 2) }
    }
    for name in schema["required"]?.elements.compactMap(\.text) ?? [] {
      if let index = body.fields.firstIndex(where: { $0.name == path + name }) { body.fields[index].facts.isRequired = true }
    }
    if path.isEmpty, schema["additionalProperties"]?.text == "false" { body.isClosed = true }
  }

  private func collect(_ schema: DocumentNode, into field: inout FieldFacts, depth: Int) throws(DocumentError) {
    let schema = try checked(schema, depth)
    for part in schema["allOf"]?.elements ?? [] { try collect(part, into: &field, depth: depth + 1) }
    let branches = (schema["anyOf"] ?? schema["oneOf"])?.elements ?? []
    if !branches.isEmpty { try collect(branches: branches, into: &field, depth: depth + 1) }
    if let type = schema["type"] { field.types.formUnion(type.text.map { [$0] } ?? type.elements.compactMap(\.text)) }
    if let options = schema["enum"] { field.options = options.elements.compactMap(\.text) }
    for name in FieldFacts.limitNames { if let text = schema[name]?.text { field.limits[name] = text } }
    if let text = schema["description"]?.text { field.numbers.formUnion(Self.numbers(in: text)) }
    if schema["deprecated"]?.text == "true" { field.isDeprecated = true }
  }

  /// A branch without a type takes anything; the options of all branches together are the field's, when every branch has some.
  private func collect(branches: [DocumentNode], into field: inout FieldFacts, depth: Int) throws(DocumentError) {
    var (types, options, takesAny, isListed): (Set<String>, [String], Bool, Bool) = ([], [], false, true)
    for branch in branches {
      var facts = FieldFacts()
      try collect(branch, into: &facts, depth: depth)
      types.formUnion(facts.types)
      if facts.types.isEmpty { takesAny = true }
      if let listed = facts.options { options += listed } else { isListed = false }
    }
    field.types = takesAny ? [] : types
    if isListed { field.options = options }
  }

  private static func numbers(in text: String) -> [String] { text.split { !$0.isNumber }.map(String.init).filter { $0.count > 1 } }

  private static func parts(_ schema: DocumentNode) -> [DocumentNode] {
    ["allOf", "anyOf", "oneOf"].flatMap { schema[$0]?.elements ?? [] }
  }

  /// The schema with its reference followed; `depth` ends schemas that contain themselves.
  private func checked(_ schema: DocumentNode, _ depth: Int) throws(DocumentError) -> DocumentNode {
    guard depth < 40 else { throw DocumentError("this schema contains itself", line: schema.line) }
    return try resolved(schema) ?? schema
  }

  private func resolved(_ node: DocumentNode?) throws(DocumentError) -> DocumentNode? {
    guard var node else { return nil }
    for _ in 0..<16 {
      guard let reference = node["$ref"]?.text else { return node }
      guard reference.hasPrefix("#/") else {
        throw DocumentError("the reference \(reference) leads out of the file; bundle the document first", line: node.line)
      }
      var target = root
      for key in reference.dropFirst(2).split(separator: "/") {
        let name = String(key).replacing("~1", with: "/").replacing("~0", with: "~")
        guard let next = target[name] else { throw DocumentError("the reference \(reference) leads nowhere", line: node.line) }
        target = next
      }
      node = target
    }
    throw DocumentError("the references lead in a circle", line: node.line)
  }
}

/// What a document says of one field or parameter, as far as it can be compared.
struct FieldFacts: Sendable, Equatable {
  /// JSON Schema's names; empty: anything.
  var types: Set<String> = []
  /// The values of `enum`; nil: there is none.
  var options: [String]?
  /// `minLength`, `maximum` and the like, and `default`, as they are written.
  var limits: [String: String] = [:]
  /// The numbers of two digits and more in the description: some limits stand nowhere else.
  var numbers: Set<String> = []
  var isRequired = false
  var isDeprecated = false

  static let limitNames = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern", "default"]
}

/// What a document says of one operation.
struct OperationFacts: Sendable {
  /// The fields of the body by media type, dotted below the first level.
  var bodies: [(type: String, fields: [(name: String, facts: FieldFacts)], isClosed: Bool)] = []
  /// `type in query`.
  var parameters: [(name: String, facts: FieldFacts)] = []
  /// Statuses with the names of their headers, in small letters, and their media types.
  var answers: [(status: String, headers: Set<String>, types: Set<String>)] = []
  /// The names of the schemes that let a request in.
  var security: Set<String> = []
}

/// One value of an OpenAPI document, YAML or JSON, and the line it stands on.
struct DocumentNode: Sendable {
  private let node: YAMLNode

  private init(_ node: YAMLNode) { self.node = node }

  var line: Int { node.position.line }

  /// The text as written: `1:1`, `2026-06-19` and `null` are texts.
  var text: String? { if case .scalar(let text, _) = node.content { text } else { nil } }

  var elements: [DocumentNode] { node.elements?.map(DocumentNode.init) ?? [] }

  var members: [(key: String, value: DocumentNode)] { node.members?.map { ($0.key, DocumentNode($0.value)) } ?? [] }

  subscript(key: String) -> DocumentNode? { node.members?.first { $0.key == key }.map { DocumentNode($0.value) } }

  /// Reads a whole document, however large; a byte order mark before it is passed over. Throws when it is no YAML, with line and column.
  init(parsing bytes: [UInt8]) throws(DocumentError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    // Far more than any document has.
    let options = YAMLOptions(deepestNesting: 200, mostValues: 10_000_000, isLenient: true)
    var repeatedKeys = ProblemList()
    let root: YAMLNode?
    do throws(YAMLReadingError) { root = try YAMLText.compose(text, options, &repeatedKeys) } catch {
      throw DocumentError(error, options)
    }
    guard let root else { throw DocumentError("the file is empty; write an OpenAPI document") }
    self.init(root)
  }
}

/// Why a file is no OpenAPI document that can be compared.
package struct DocumentError: Error, Sendable, Equatable, CustomStringConvertible {
  let message: String
  let line: Int?
  let column: Int?

  init(_ message: String, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// `4:14: …` where the position is known.
  package var description: String { line.map { "\($0):\(column ?? 1): \(message)" } ?? message }

  fileprivate init(_ error: YAMLReadingError, _ options: YAMLOptions) {
    let message =
      switch error.cause {
      case .failure(let failure): "this is not YAML or JSON: \(failure.problem)"
      case .nesting: "this is nested more than \(options.deepestNesting) levels deep"
      case .undefinedAlias(let name): "there is no anchor &\(name)"
      case .other: error.problem.message
      }
    self.init(message, line: error.problem.position.line, column: error.problem.position.column)
  }
}
