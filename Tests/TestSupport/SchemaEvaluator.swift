import Foundation

/// Evaluates JSON Schema, draft-07 and 2020-12, as far as the mock's own schemas use it; a keyword that it does not know is an error.
///
/// Schemas and values are trees as `JSONSerialization` returns them.
///
///     #expect(try SchemaEvaluator(parsing: text).accepts(value))
package struct SchemaEvaluator {
  /// A keyword, or a value of one, that the evaluator does not know.
  package struct UnknownKeyword: Error { let name: String }
  /// A `$ref` to nothing, or no schema where one must be.
  package struct Dangling: Error { let reference: String }

  /// What `#/…` points into.
  let document: [String: Any]

  /// Makes an evaluator of schemas that refer to this document.
  package init(document: [String: Any]) { self.document = document }

  /// Parses a schema, which is the document as well.
  package init(parsing text: String) throws {
    document = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// Tells whether the document, as a schema, accepts a value.
  package func accepts(_ value: Any) throws -> Bool { try problems(value, document).isEmpty }

  /// Returns what is wrong with a value, each with its path; empty: nothing.
  package func problems(_ value: Any, _ schema: Any?, at path: String = "") throws -> [String] {
    guard let schema = schema as? [String: Any] else { throw Dangling(reference: "\(path): no schema") }
    return try schema.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
      switch keyword {
      case "$schema", "title", "description": return []
      case "$ref": return try problems(value, target(argument as? String ?? ""), at: path)
      case "type", "enum", "format": return try kindProblems(value, keyword, argument, path)
      case "minimum", "maximum", "exclusiveMinimum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "minProperties",
        "maxProperties":
        return isWithin(value, keyword, argument) ? [] : ["\(path) breaks \(keyword) \(argument)"]
      case "items", "contains": return try elementProblems(value as? [Any] ?? [], value is [Any], keyword, argument, path)
      case "anyOf", "allOf", "not": return try combinationProblems(value, keyword, argument, path)
      default: return try (value as? [String: Any]).map { try memberProblems($0, keyword, argument, schema, path) } ?? known(keyword)
      }
    }
  }

  private func kindProblems(_ value: Any, _ keyword: String, _ argument: Any, _ path: String) throws -> [String] {
    switch keyword {
    case "type":
      let types = argument as? [String] ?? [argument as? String ?? ""]
      return types.contains { has(value, $0) } ? [] : ["\(path) is no \(types.joined(separator: " or "))"]
    case "enum": return (argument as? [Any] ?? []).contains { isSame($0, value) } ? [] : ["\(path) is none of \(argument)"]
    default:
      guard argument as? String == "date-time" else { throw UnknownKeyword(name: "format \(argument)") }
      return (value as? String)?.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) ?? false ? [] : ["\(path) is no time"]
    }
  }

  private func isWithin(_ value: Any, _ keyword: String, _ argument: Any) -> Bool {
    let number = (value as? NSNumber).flatMap { $0.isFlag ? nil : $0.doubleValue }
    let text = value as? String
    let bound = (argument as? NSNumber)?.doubleValue ?? .nan
    return switch keyword {
    case "minimum": number.map { $0 >= bound } ?? true
    case "maximum": number.map { $0 <= bound } ?? true
    case "exclusiveMinimum": number.map { $0 > bound } ?? true
    case "minLength": text.map { Double($0.count) >= bound } ?? true
    case "maxLength": text.map { Double($0.count) <= bound } ?? true
    case "pattern": text.map { $0.range(of: argument as? String ?? "", options: .regularExpression) != nil } ?? true
    case "minItems": (value as? [Any]).map { Double($0.count) >= bound } ?? true
    case "maxItems": (value as? [Any]).map { Double($0.count) <= bound } ?? true
    case "minProperties": (value as? [String: Any]).map { Double($0.count) >= bound } ?? true
    default: (value as? [String: Any]).map { Double($0.count) <= bound } ?? true
    }
  }

  private func elementProblems(_ elements: [Any], _ isList: Bool, _ keyword: String, _ argument: Any, _ path: String) throws -> [String] {
    let each = try elements.enumerated().map { try problems($1, argument, at: "\(path)[\($0)]") }
    if keyword == "items" { return each.flatMap(\.self) }
    return !isList || each.contains(where: \.isEmpty) ? [] : ["\(path) contains no such element"]
  }

  private func combinationProblems(_ value: Any, _ keyword: String, _ argument: Any, _ path: String) throws -> [String] {
    if keyword == "not" { return try problems(value, argument, at: path).isEmpty ? ["\(path) is what it must not be"] : [] }
    let each = try (argument as? [Any] ?? []).map { try problems(value, $0, at: path) }
    return keyword == "anyOf" && each.contains(where: \.isEmpty) ? [] : each.flatMap(\.self)
  }

  private func memberProblems(
    _ members: [String: Any], _ keyword: String, _ argument: Any, _ schema: [String: Any], _ path: String
  ) throws -> [String] {
    let arguments = (argument as? [String: Any] ?? [:]).sorted { $0.key < $1.key }
    switch keyword {
    case "required": return missing(argument as? [String] ?? [], in: members, path)
    case "properties":
      return try arguments.flatMap { name, shape in try members[name].map { try problems($0, shape, at: "\(path).\(name)") } ?? [] }
    case "additionalProperties":
      let properties = schema["properties"] as? [String: Any] ?? [:]
      let others = members.filter { properties[$0.key] == nil }.sorted { $0.key < $1.key }
      if argument as? Bool == false { return others.map { "\(path) has \($0.key)" } }
      return try others.flatMap { name, value in try problems(value, argument, at: "\(path).\(name)") }
    case "propertyNames": return try members.keys.sorted().flatMap { try problems($0, argument, at: "\(path) key \($0)") }
    case "dependencies", "dependentRequired", "dependentSchemas":
      return try arguments.filter { members[$0.key] != nil }.flatMap { _, needed in
        try (needed as? [String]).map { missing($0, in: members, path) } ?? problems(members, needed, at: path)
      }
    default: return try known(keyword)
    }
  }

  private func missing(_ names: [String], in members: [String: Any], _ path: String) -> [String] {
    names.filter { members[$0] == nil }.map { "\(path) has no \($0)" }
  }

  /// Refuses keywords that are not of objects, whatever the value is.
  private func known(_ keyword: String) throws -> [String] {
    let ofObjects = [
      "required", "properties", "additionalProperties", "propertyNames", "dependencies", "dependentRequired", "dependentSchemas",
    ]
    guard ofObjects.contains(keyword) else { throw UnknownKeyword(name: keyword) }
    return []
  }

  private func target(_ reference: String) throws -> Any {
    var value: Any = document
    for step in reference.split(separator: "/").dropFirst() {
      guard let next = (value as? [String: Any])?[String(step)] else { throw Dangling(reference: reference) }
      value = next
    }
    return value
  }

  private func has(_ value: Any, _ type: String) -> Bool {
    let number = (value as? NSNumber).flatMap { $0.isFlag ? nil : $0 }
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": (value as? NSNumber)?.isFlag ?? false
    case "number": number != nil
    case "integer": number.map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "null": value is NSNull
    default: false
    }
  }

  private func isSame(_ option: Any, _ value: Any) -> Bool {
    if let text = option as? String { return value as? String == text }
    if option is NSNull { return value is NSNull }
    guard let option = option as? NSNumber, let value = value as? NSNumber else { return false }
    return option.isFlag == value.isFlag && option.doubleValue == value.doubleValue
  }
}

extension NSNumber {
  /// Whether it came from `true` or `false`: Foundation has one class for flags and numbers, and tells them apart when it writes them.
  fileprivate var isFlag: Bool { (try? JSONSerialization.data(withJSONObject: [self])).map { $0.count > 5 && $0[1] > 0x60 } ?? false }
}
