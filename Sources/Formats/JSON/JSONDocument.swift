/// A parsed JSON text together with its bytes.
///
/// Strict RFC 8259: no comments, trailing commas, leading zeros, `NaN`, raw control characters, byte order mark.
/// Big strings are not copied: they stay ranges of `bytes` until they are asked for.
///
///     let document = try JSONDocument(parsing: Array(#"{"n": 1}"#.utf8))
///     if case .object(let object) = document.root { object["n"] }
package struct JSONDocument: Sendable {
  /// The text as it came.
  package let bytes: [UInt8]
  /// The outermost value.
  package let root: JSONValue

  /// Parses a whole text; throws the first thing that cannot be, with its offset.
  package init(parsing bytes: consuming [UInt8], limits: JSONLimits = .default) throws(JSONError) {
    var parser = JSONParser(bytes: bytes, limits: limits)
    root = try parser.parse()
    self.bytes = parser.bytes
  }

  /// Returns a string of this document, unescaped; lone surrogates and invalid UTF-8 become U+FFFD.
  package func text(of string: JSONString) -> String {
    if string.hasEscapes { return String(decoding: bytes(of: string), as: UTF8.self) }
    return String(decoding: bytes[string.rawRange], as: UTF8.self)
  }

  /// Returns the length that JavaScript's `.length` would give: UTF-16 code units, a lone surrogate counts 1.
  package func utf16Count(of string: JSONString) -> Int {
    // U+FFFD, which stands for a lone surrogate here, is one code unit too.
    text(of: string).utf16.count
  }

  /// Returns the unescaped bytes of a string: UTF-8 if the text was; lone surrogates become U+FFFD. Without escapes
  /// `bytes[string.rawRange]` is the same and costs no copy.
  package func bytes(of string: JSONString) -> [UInt8] {
    string.hasEscapes ? JSONEscapes.unescaped(bytes, in: string.rawRange) : Array(bytes[string.rawRange])
  }
}

/// A value of a parsed JSON text; strings and numbers point into the bytes of their ``JSONDocument``.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(JSONString)
  case array([JSONValue])
  case object(JSONObject)

  /// What zod calls the type: `null`, `boolean`, `number`, `string`, `array` or `object`.
  package var typeName: String {
    switch self {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// Where a string stands in its text, still escaped; ``JSONDocument/text(of:)`` reads it.
package struct JSONString: Sendable, Equatable {
  /// The bytes between the quotes, as sent.
  package let rawRange: Range<Int>
  /// Whether there is a backslash in `rawRange`. Without one the raw bytes are the string.
  package let hasEscapes: Bool
}

/// The members of an object in the order of the text, repeated keys kept.
package struct JSONObject: Sendable, Equatable {
  /// One member; `key` is unescaped, `offset` is that of the key's opening quote.
  package typealias Member = (key: String, value: JSONValue, offset: Int)

  /// In the order of the text.
  package let members: [Member]

  /// The value of the last member of that name, which is the one that `JSON.parse` keeps.
  package subscript(_ key: String) -> JSONValue? { members.last { $0.key == key }?.value }

  /// Every key once, in the order in which they first appear.
  package var keys: [String] {
    var seen: Set<String> = []
    return members.map(\.key).filter { seen.insert($0).inserted }
  }

  /// The keys that appear more than once, each named once, in the order in which they repeat.
  package var duplicateKeys: [String] {
    var seen: Set<String> = []
    var named: Set<String> = []
    return members.map(\.key).filter { !seen.insert($0).inserted && named.insert($0).inserted }
  }

  /// Compares keys, values and offsets.
  package static func == (left: JSONObject, right: JSONObject) -> Bool { left.members.elementsEqual(right.members) { $0 == $1 } }
}

/// How much structure a JSON text may have before it is refused.
package struct JSONLimits: Sendable, Equatable {
  /// Arrays and objects inside of each other. The readers of a value recurse, and worker threads have small stacks.
  package var depth: Int
  /// Values in the whole text: one costs some 64 bytes where its text may have two.
  package var values: Int
  /// Characters of one number; JavaScript tells no two numbers apart that differ only beyond the 800th.
  package var numberLength: Int

  /// Makes limits.
  package init(depth: Int = 512, values: Int = 100_000, numberLength: Int = 4_096) {
    self.depth = depth
    self.values = values
    self.numberLength = numberLength
  }

  /// 512 deep, 100,000 values, numbers of 4,096 characters.
  package static let `default` = JSONLimits()
}

/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset of the first byte that cannot be; the length of the text where it ended too early.
  package let offset: Int
  /// 1-based; a line ends with LF, CR or CR LF.
  package let line: Int
  /// 1-based, in Unicode scalars.
  package let column: Int
  /// `expected ',' or '}' but found 'x'`.
  package let message: String

  init(offset: Int, in bytes: Span<UInt8>, message: String) {
    self.offset = offset
    self.message = message
    var line = 1
    var column = 1
    for index in 0..<min(max(offset, 0), bytes.count) {
      let byte = bytes[index]
      let isInsideBreak = byte == 0x0D && bytes.byte(at: index + 1) == 0x0A
      if byte == 0x0A || byte == 0x0D && !isInsideBreak {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    self.line = line
    self.column = column
  }

  /// `line 1, column 8: expected ',' or '}' but found 'x'`.
  package var description: String { "line \(line), column \(column): \(message)" }
}
