import Foundation

/// JSON Schema, as far as the mock's OpenAPI document uses it; a keyword that it does not know is an error of the test.
struct SchemaEvaluator {
  struct UnknownKeyword: Error { let name: String }
  struct Dangling: Error { let reference: String }

  /// What `#/…` points into.
  let document: [String: Any]

  /// What is wrong with a value, each with its place; empty: nothing.
  func faults(_ value: Any, _ schema: Any?, at place: String = "") throws -> [String] {
    guard let schema = schema as? [String: Any] else { throw Dangling(reference: "\(place): no schema") }
    return try schema.sorted { $0.key < $1.key }.flatMap { try faults(value, keyword: $0.key, $0.value, schema, place) }
  }

  private func faults(_ value: Any, keyword: String, _ argument: Any, _ schema: [String: Any], _ place: String) throws -> [String] {
    let members = value as? [String: Any] ?? [:]
    let properties = schema["properties"] as? [String: Any] ?? [:]
    switch keyword {
    case "description": return []
    case "type": return has(value, argument as? String ?? "") ? [] : ["\(place) is no \(argument)"]
    case "format":
      guard argument as? String == "date-time" else { throw UnknownKeyword(name: "format \(argument)") }
      return (value as? String)?.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) ?? false ? [] : ["\(place) is no time"]
    case "enum": return (argument as? [String] ?? []).contains(value as? String ?? "") ? [] : ["\(place) is none of \(argument)"]
    case "items":
      return try (value as? [Any] ?? []).enumerated().flatMap { try faults($1, argument, at: "\(place)[\($0)]") }
    case "required": return (argument as? [String] ?? []).filter { members[$0] == nil }.map { "\(place) has no \($0)" }
    case "properties":
      return try properties.sorted { $0.key < $1.key }.flatMap { name, shape in
        try members[name].map { try faults($0, shape, at: "\(place).\(name)") } ?? []
      }
    case "additionalProperties":
      guard argument as? Bool == false else { throw UnknownKeyword(name: "additionalProperties \(argument)") }
      return members.keys.sorted().filter { properties[$0] == nil }.map { "\(place) has \($0)" }
    case "anyOf":
      let each = try (argument as? [Any] ?? []).map { try faults(value, $0, at: place) }
      return each.contains { $0.isEmpty } ? [] : each.flatMap(\.self)
    case "$ref": return try faults(value, target(argument as? String ?? ""), at: place)
    default: throw UnknownKeyword(name: keyword)
    }
  }

  private func target(_ reference: String) throws -> Any {
    var place: Any = document
    for step in reference.split(separator: "/").dropFirst() {
      guard let next = (place as? [String: Any])?[String(step)] else { throw Dangling(reference: reference) }
      place = next
    }
    return place
  }

  private func has(_ value: Any, _ type: String) -> Bool {
    let isFlag = (value as? NSNumber)?.isFlag ?? false
    return switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isFlag
    case "number": !isFlag && value is NSNumber
    case "integer": !isFlag && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "null": value is NSNull
    default: false
    }
  }
}

extension NSNumber {
  /// Whether it came from `true` or `false`: Foundation has one class for flags and numbers, and tells them apart when it writes them.
  fileprivate var isFlag: Bool { (try? JSONSerialization.data(withJSONObject: [self])).map { $0.count > 5 && $0[1] > 0x60 } ?? false }
}
