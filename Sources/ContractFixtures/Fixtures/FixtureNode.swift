internal import Contract
internal import Formats
internal import Support

/// The text of one fixture.
struct FixtureSource {
  let document: JSONDocument
  let file: String
}

/// One value of a fixture and where it stands, so that a wrong one can be pointed at.
struct FixtureNode {
  let source: FixtureSource
  let value: JSONValue
  /// `request.headers`; the last key is ``name``.
  let path: String
  let name: String
  /// Byte offset; where the value's own is not known, its key's.
  let offset: Int

  init(root source: FixtureSource) { self.init(source, source.document.root, path: "", name: "", near: 0) }

  init(_ source: FixtureSource, _ value: JSONValue, path: String, name: String, near key: Int) {
    self.source = source
    self.value = value
    self.path = path
    self.name = name
    offset =
      switch value {
      case .string(let string): string.rawRange.lowerBound - 1
      case .number(let number): number.range.lowerBound
      default: key
      }
  }

  var isNull: Bool { value == .null }

  var isObject: Bool { if case .object = value { true } else { false } }

  var isGenerator: Bool { if case .object(let object) = value { object.members.first?.key.hasPrefix("$") == true } else { false } }

  func error(_ message: String) -> FixtureError { error(at: offset, message) }

  /// The error of not being what was expected: `` `request.method` is a number; write a string ``.
  func wrongType(_ expected: String) -> FixtureError {
    error("\(path.isEmpty ? "the file" : "`\(path)`") is \(value.withArticle); write \(expected)")
  }

  func error(at offset: Int, _ message: String) -> FixtureError {
    FixtureError(file: source.file, at: offset, of: source.document.bytes, message)
  }

  // Values that have keys.

  /// The members of an object whose keys are free, each once.
  func members() throws(FixtureError) -> [(key: String, value: FixtureNode)] {
    guard case .object(let object) = value else { throw wrongType("an object") }
    if let key = object.duplicateKeys.first, let last = object.members.last(where: { $0.key == key }) {
      throw error(at: last.offset, "`\(key)` stands here twice; write it once, and a body that needs it twice as `text`")
    }
    return object.members.map { key, value, offset in
      (key, FixtureNode(source, value, path: path.isEmpty ? key : "\(path).\(key)", name: key, near: offset))
    }
  }

  /// An object that has no other keys than these.
  func object(_ what: String, _ keys: [String]) throws(FixtureError) -> FixtureObject {
    guard isObject else { throw wrongType("\(what): an object with \(keys.listed)") }
    let members = try members()
    if case .object(let object) = value, let unknown = object.members.first(where: { !keys.contains($0.key) }) {
      let near = keys.nearest(to: unknown.key)
      throw error(
        at: unknown.offset, "`\(unknown.key)` is no key of \(what); did you mean `\(near)`? Keys: \(keys.joined(separator: ", "))")
    }
    return FixtureObject(node: self, what: what, members: members)
  }

  /// Tells whether it is `{"$absent": true}`.
  func isAbsent() throws(FixtureError) -> Bool {
    guard case .object(let object) = value, object.members.first?.key == "$absent" else { return false }
    let flag = try self.object("an $absent", ["$absent"]).required("$absent")
    guard flag.value == .bool(true) else { throw flag.error("`\(flag.path)` has one value; write true") }
    return true
  }

  /// Which of these generators the object is.
  func generator(of known: [String]) throws(FixtureError) -> String {
    guard case .object(let object) = value, let first = object.members.first else {
      throw wrongType("a generator: an object with \(known.listed)")
    }
    guard known.contains(first.key) else {
      throw error(at: first.offset, "`\(first.key)` is no generator that can stand here; write \(known.listed)")
    }
    return first.key
  }

  // Values that have no keys, or none that are known.

  func string(_ expected: String = "a string") throws(FixtureError) -> String {
    guard case .string(let string) = value else { throw wrongType(expected) }
    return source.document.text(of: string)
  }

  /// One of a few words.
  func string(of options: [String], _ what: String) throws(FixtureError) -> String {
    let text = try string(options.map { "\"\($0)\"" }.listed)
    guard options.contains(text) else { throw error("'\(text)' is no \(what); write \(options.map { "\"\($0)\"" }.listed)") }
    return text
  }

  func integer(in range: ClosedRange<Int>) throws(FixtureError) -> Int {
    let expected = "an integer from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let number) = value else { throw wrongType(expected) }
    guard let integer = number.int, range.contains(integer) else { throw error("`\(path)` is \(number.lexeme); write \(expected)") }
    return integer
  }

  func elements() throws(FixtureError) -> [FixtureNode] {
    guard case .array(let values) = value else { throw wrongType("an array") }
    return values.enumerated().map { FixtureNode(source, $1, path: "\(path)[\($0)]", name: name, near: offset) }
  }

  func strings() throws(FixtureError) -> [String] { try elements().map { element throws(FixtureError) in try element.string() } }
}

extension JSONValue {
  fileprivate var withArticle: String {
    switch self {
    case .null: "null"
    case .array, .object: "an \(typeName)"
    default: "a \(typeName)"
    }
  }
}

/// An object of a fixture whose keys have been checked.
struct FixtureObject {
  let node: FixtureNode
  let what: String
  let members: [(key: String, value: FixtureNode)]

  subscript(key: String) -> FixtureNode? { members.first { $0.key == key }?.value }

  func required(_ key: String) throws(FixtureError) -> FixtureNode {
    guard let value = self[key] else { throw node.error("\(what) needs `\(key)`") }
    return value
  }
}

/// Why a file is not a fixture: where, and what to write instead.
package struct FixtureError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The fixture's file, `RULE/NAME.json`.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column in Unicode scalars, from 1.
  package let column: Int
  /// What is wrong, and what to write instead.
  package let message: String

  /// Makes an error at a line and column.
  package init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// The place as a byte offset into the text; beyond its end stands for the end.
  init(file: String, at offset: Int, of text: [UInt8], _ message: String) {
    var (line, column) = (1, 1)
    for byte in text.prefix(max(0, offset)) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.init(file: file, line: line, column: column, message: message)
  }

  /// Returns `venice.path.known/accept-edit.json:4:14: …`, as compilers write it.
  package var description: String { "\(file):\(line):\(column): \(message)" }
}
