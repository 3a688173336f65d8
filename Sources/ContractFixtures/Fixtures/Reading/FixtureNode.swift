internal import Formats

/// The text of one fixture.
struct FixtureSource {
  let document: JSONDocument
  let file: String

  init(_ document: JSONDocument, file: String) {
    self.document = document
    self.file = file
  }
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

  var isObject: Bool {
    if case .object = value { true } else { false }
  }

  var isGenerator: Bool {
    if case .object(let object) = value { object.members.first?.key.hasPrefix("$") == true } else { false }
  }

  func error(_ message: String) -> FixtureError {
    FixtureError(file: source.file, at: offset, of: source.document.bytes, message)
  }

  /// The error of not being what was expected: `` `request.method` is a number; write a string ``.
  func wrongType(_ expected: String) -> FixtureError {
    error("\(path.isEmpty ? "the file" : "`\(path)`") is \(value.withArticle); write \(expected)")
  }

  func error(at offset: Int, _ message: String) -> FixtureError {
    FixtureError(file: source.file, at: offset, of: source.document.bytes, message)
  }
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
