import Formats
import Foundation
import Scenarios

/// JSON Schema, as far as the scenario schema uses it; a keyword that it does not know is an error of the test.
struct SchemaEvaluator {
  let root: [String: Any]

  init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  func accepts(_ value: JSONValueForSchema) throws -> Bool { try accepts(value, root) }

  private func accepts(_ value: JSONValueForSchema, _ schema: [String: Any]) throws -> Bool {
    for (keyword, argument) in schema where try !holds(keyword, argument, value, schema) { return false }
    return true
  }

  private func holds(_ keyword: String, _ argument: Any, _ value: JSONValueForSchema, _ schema: [String: Any]) throws -> Bool {
    switch keyword {
    case "$schema", "title", "description": return true
    case "type": return (argument as? [String] ?? [argument as? String ?? ""]).contains { value.has(type: $0) }
    case "enum": return (argument as? [Any] ?? []).contains { value.isSame(as: $0) }
    case "pattern": return value.string.map { $0.range(of: argument as? String ?? "", options: .regularExpression) != nil } ?? true
    case "minimum": return value.number.map { $0 >= double(argument) } ?? true
    case "maximum": return value.number.map { $0 <= double(argument) } ?? true
    case "exclusiveMinimum": return value.number.map { $0 > double(argument) } ?? true
    case "minLength": return value.string.map { Double($0.count) >= double(argument) } ?? true
    case "maxLength": return value.string.map { Double($0.count) <= double(argument) } ?? true
    case "minItems": return value.array.map { Double($0.count) >= double(argument) } ?? true
    case "maxItems": return value.array.map { Double($0.count) <= double(argument) } ?? true
    case "minProperties": return value.object.map { Double($0.count) >= double(argument) } ?? true
    case "maxProperties": return value.object.map { Double($0.count) <= double(argument) } ?? true
    case "items": return try value.array?.allSatisfy { try accepts($0, object(argument)) } ?? true
    case "required": return value.object.map { members in (argument as? [String] ?? []).allSatisfy { members[$0] != nil } } ?? true
    case "properties":
      return try value.object?.allSatisfy { name, member in
        try (object(argument)[name] as? [String: Any]).map { try accepts(member, $0) } ?? true
      } ?? true
    case "additionalProperties": return try acceptsOthers(argument, value, schema)
    case "propertyNames": return try value.object?.keys.allSatisfy { try accepts(.string($0), object(argument)) } ?? true
    case "dependencies": return try acceptsDependencies(object(argument), value)
    case "anyOf": return try (argument as? [[String: Any]] ?? []).contains { try accepts(value, $0) }
    case "allOf": return try (argument as? [[String: Any]] ?? []).allSatisfy { try accepts(value, $0) }
    case "not": return try !accepts(value, object(argument))
    default: throw UnknownKeyword(name: keyword)
    }
  }

  private func acceptsOthers(_ argument: Any, _ value: JSONValueForSchema, _ schema: [String: Any]) throws -> Bool {
    let known = schema["properties"].map(object) ?? [:]
    let others = value.object?.filter { known[$0.key] == nil } ?? [:]
    if let shape = argument as? [String: Any] { return try others.values.allSatisfy { try accepts($0, shape) } }
    return others.isEmpty
  }

  private func acceptsDependencies(_ dependencies: [String: Any], _ value: JSONValueForSchema) throws -> Bool {
    try dependencies.allSatisfy { name, needed in
      guard let members = value.object, members[name] != nil else { return true }
      if let keys = needed as? [String] { return keys.allSatisfy { members[$0] != nil } }
      return try accepts(value, object(needed))
    }
  }

  private func object(_ value: Any) -> [String: Any] { value as? [String: Any] ?? [:] }

  private func double(_ value: Any) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }
}

struct UnknownKeyword: Error { let name: String }

/// A file as an editor sees it: what has no quotes is a number or a boolean where YAML 1.2 says so.
indirect enum JSONValueForSchema {
  case null
  case bool(Bool)
  case number(Double, isInteger: Bool)
  case string(String)
  case array([JSONValueForSchema])
  case object([String: JSONValueForSchema])

  init(_ node: YAMLNode) {
    switch node.content {
    case .list(let elements): self = .array(elements.map(Self.init))
    case .mapping(let members): self = .object(Dictionary(members.map { ($0.key, Self($0.value)) }) { $1 })
    case .scalar(let text, let isPlain): self = isPlain ? Self(plain: text) : .string(text)
    }
  }

  private init(plain text: String) {
    switch text {
    case "~", "null", "": self = .null
    case "true", "false": self = .bool(text == "true")
    default:
      let isNumber = text.range(of: "^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$", options: .regularExpression) != nil
      self = Double(text).flatMap { isNumber ? .number($0, isInteger: $0 == $0.rounded()) : nil } ?? .string(text)
    }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number, _) = self { number } else { nil } }
  var array: [JSONValueForSchema]? { if case .array(let elements) = self { elements } else { nil } }
  var object: [String: JSONValueForSchema]? { if case .object(let members) = self { members } else { nil } }

  func has(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.number(_, isInteger: true), "integer"), (.string, "string"),
      (.array, "array"),
      (.object, "object"):
      true
    default: false
    }
  }

  func isSame(as other: Any) -> Bool {
    switch self {
    case .string(let text): other as? String == text
    case .bool(let flag): (other as? NSNumber).map { isFlag($0) && $0.boolValue == flag } ?? false
    case .number(let number, _): (other as? NSNumber)?.doubleValue == number
    default: false
    }
  }
}

/// Whether it came from `true` or `false`; the schema's enumerations hold no 0 and no 1.
private func isFlag(_ number: NSNumber) -> Bool { number.stringValue == "1" || number.stringValue == "0" }
