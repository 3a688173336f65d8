internal import Formats
internal import HTTPMessage

/// A problem with a field, as zod 3 prints it in `issues`.
///
/// Keys have the order in which zod 3 prints them; the texts are its default texts, four of them seen live at Venice.
struct ZodIssue: Sendable {
  let path: [String]
  let json: JSONOutput
  /// What the issue adds to `details`: its message, or one for each branch of a union.
  let detailMessages: [String]

  private init(_ path: [String], _ message: String, _ json: JSONOutput, details: [String]? = nil) {
    self.path = path
    self.json = json
    detailMessages = details ?? [message]
  }

  static func required(_ expected: String, at path: [String]) -> ZodIssue {
    invalidType(expected, received: "undefined", at: path, message: "Required")
  }

  static func invalidType(_ expected: String, received: String, at path: [String], message: String? = nil) -> ZodIssue {
    let message = message ?? "Expected \(expected), received \(received)"
    return ZodIssue(
      path, message,
      [
        "code": "invalid_type", "expected": .string(expected), "received": .string(received), "path": path.json,
        "message": .string(message),
      ])
  }

  static func tooShort(minimum: Int, at path: [String]) -> ZodIssue {
    length("too_small", "minimum", minimum, "String must contain at least \(minimum) character(s)", path)
  }

  static func tooLong(maximum: Int, at path: [String]) -> ZodIssue {
    length("too_big", "maximum", maximum, "String must contain at most \(maximum) character(s)", path)
  }

  private static func length(_ code: String, _ bound: String, _ value: Int, _ message: String, _ path: [String]) -> ZodIssue {
    ZodIssue(
      path, message,
      [
        "code": .string(code), bound: .int(value), "type": "string", "inclusive": true, "exact": false, "message": .string(message),
        "path": path.json,
      ])
  }

  static func invalidEnum(_ options: [String], received: String, at path: [String]) -> ZodIssue {
    let message = "Invalid enum value. Expected \(options.map { "'\($0)'" }.joined(separator: " | ")), received '\(received)'"
    return ZodIssue(
      path, message,
      [
        "received": .string(received), "code": "invalid_enum_value", "options": options.json, "path": path.json,
        "message": .string(message),
      ])
  }

  /// An enum that got no string: zod then prints the options in place of the expected type.
  static func notAnOption(_ options: [String], received: String, at path: [String]) -> ZodIssue {
    let expected = options.map { "'\($0)'" }.joined(separator: " | ")
    let message = "Expected \(expected), received \(received)"
    return ZodIssue(
      path, message,
      [
        "expected": .string(expected), "received": .string(received), "code": "invalid_type", "path": path.json,
        "message": .string(message),
      ])
  }

  static func unrecognizedKeys(_ keys: [String]) -> ZodIssue {
    let message = "Unrecognized key(s) in object: \(keys.map { "'\($0)'" }.joined(separator: ", "))"
    return ZodIssue([], message, ["code": "unrecognized_keys", "keys": keys.json, "path": [String]().json, "message": .string(message)])
  }

  /// A union of which no branch fits, with the issues of each branch inside.
  static func invalidUnion(_ branches: [ZodIssue], at path: [String]) -> ZodIssue {
    let errors = branches.map { ["issues": [$0.json], "name": "ZodError"] as JSONOutput }
    return ZodIssue(
      path, "Invalid input", ["code": "invalid_union", "unionErrors": .array(errors), "path": path.json, "message": "Invalid input"],
      details: branches.flatMap(\.detailMessages))
  }

  /// An issue that the service's own code adds, as a zod refinement.
  static func custom(_ message: String, at path: [String]) -> ZodIssue {
    ZodIssue(path, message, ["code": "custom", "message": .string(message), "path": path.json])
  }
}

extension [String] { fileprivate var json: JSONOutput { .array(map(JSONOutput.string)) } }

extension [ZodIssue] {
  /// 400 with `error`, `details` as zod's `format()` nests it, and `issues`: the shape seen live since 2026-08.
  var response: Response { .json(400, ["error": "Invalid request parameters", "details": details, "issues": .array(map(\.json))]) }

  /// `{"_errors":[root],"field":{"_errors":[…]}}`; no path is deeper than one field.
  private var details: JSONOutput {
    var members: [(String, JSONOutput)] = [("_errors", messages(at: nil))]
    var seen: [String] = []
    for field in compactMap(\.path.first) where !seen.contains(field) {
      seen.append(field)
      members.append((field, ["_errors": messages(at: field)]))
    }
    return .object(members)
  }

  private func messages(at field: String?) -> JSONOutput {
    .array(filter { $0.path.first == field }.flatMap(\.detailMessages).map(JSONOutput.string))
  }
}
