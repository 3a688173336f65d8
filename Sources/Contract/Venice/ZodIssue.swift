package import Formats

/// One complaint about one field, as zod 3 prints it in `issues`.
///
/// Keys stand in the order in which zod 3 emits them; the texts are its default texts, four of them seen live at Venice.
package struct ZodIssue: Sendable {
  package let path: [String]
  package let message: String
  package let json: JSONOutput
  /// What the issue adds to `details`: its message, or one for each branch of a union.
  let detailMessages: [String]

  private init(_ path: [String], _ message: String, _ members: [(String, JSONOutput)], details: [String]? = nil) {
    self.path = path
    self.message = message
    self.json = .object(members)
    self.detailMessages = details ?? [message]
  }

  static func required(_ expected: String, at path: [String]) -> ZodIssue {
    invalidType(expected, received: "undefined", at: path, message: "Required")
  }

  static func invalidType(_ expected: String, received: String, at path: [String]) -> ZodIssue {
    invalidType(expected, received: received, at: path, message: "Expected \(expected), received \(received)")
  }

  private static func invalidType(_ expected: String, received: String, at path: [String], message: String) -> ZodIssue {
    ZodIssue(
      path, message,
      [
        ("code", .string("invalid_type")), ("expected", .string(expected)), ("received", .string(received)),
        ("path", path.json), ("message", .string(message)),
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
        ("code", .string(code)), (bound, .int(value)), ("type", .string("string")), ("inclusive", .bool(true)),
        ("exact", .bool(false)), ("message", .string(message)), ("path", path.json),
      ])
  }

  static func invalidEnum(_ options: [String], received: String, at path: [String]) -> ZodIssue {
    let message = "Invalid enum value. Expected \(options.map { "'\($0)'" }.joined(separator: " | ")), received '\(received)'"
    return ZodIssue(
      path, message,
      [
        ("received", .string(received)), ("code", .string("invalid_enum_value")), ("options", options.json),
        ("path", path.json), ("message", .string(message)),
      ])
  }

  /// What zod says when an enum gets something that is no string: the options stand where the type would.
  static func notAnOption(_ options: [String], received: String, at path: [String]) -> ZodIssue {
    let expected = options.map { "'\($0)'" }.joined(separator: " | ")
    let message = "Expected \(expected), received \(received)"
    return ZodIssue(
      path, message,
      [
        ("expected", .string(expected)), ("received", .string(received)), ("code", .string("invalid_type")),
        ("path", path.json), ("message", .string(message)),
      ])
  }

  static func unrecognizedKeys(_ keys: [String]) -> ZodIssue {
    let message = "Unrecognized key(s) in object: \(keys.map { "'\($0)'" }.joined(separator: ", "))"
    return ZodIssue(
      [], message,
      [
        ("code", .string("unrecognized_keys")), ("keys", keys.json), ("path", [String]().json), ("message", .string(message)),
      ])
  }

  /// What zod says when no branch of a union fits: the complaints of each branch inside.
  static func invalidUnion(_ branches: [ZodIssue], at path: [String]) -> ZodIssue {
    let errors = branches.map { JSONOutput.object([("issues", .array([$0.json])), ("name", .string("ZodError"))]) }
    return ZodIssue(
      path, "Invalid input",
      [("code", .string("invalid_union")), ("unionErrors", .array(errors)), ("path", path.json), ("message", .string("Invalid input"))],
      details: branches.map(\.message))
  }

  /// A complaint of the service's own code, as a zod refinement gives it.
  static func custom(_ message: String, at path: [String]) -> ZodIssue {
    ZodIssue(path, message, [("code", .string("custom")), ("message", .string(message)), ("path", path.json)])
  }
}

extension [String] {
  fileprivate var json: JSONOutput { .array(map { .string($0) }) }
}
