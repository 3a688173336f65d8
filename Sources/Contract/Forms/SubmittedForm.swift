internal import Formats

/// The fields of a request, JSON or multipart, in the order in which they were sent and with repeated ones.
package struct SubmittedForm: Sendable {
  /// The content type of the form.
  package enum Encoding: String, Sendable { case json, multipart }

  /// How the form was sent.
  package let encoding: Encoding
  /// All fields, in order.
  package let fields: [(name: String, value: SubmittedValue)]
  /// The names in the order of their first appearance.
  let names: [String]
  /// The names that appear more than once.
  let repeatedNames: [String]

  init(_ object: JSONObject, in document: JSONDocument) {
    self.init(.json, object.members.map { ($0.key, SubmittedValue($0.value, in: document)) })
  }

  init(_ form: MultipartForm, files: MultipartFileRule) {
    self.init(.multipart, form.parts.map { ($0.name, SubmittedValue($0, of: form, files: files)) })
  }

  /// Returns the form without the body that it came in, so that it can be kept: texts of at most `limit` bytes are copied, of longer texts
  /// and files only the length is kept.
  ///
  /// - Parameter checksum: of what is not copied; nil: none is needed.
  package func detached(textsUpTo limit: Int, checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedForm {
    SubmittedForm(
      encoding,
      fields.map { name, value in
        switch value {
        case .text(let text): (name, .text(text.detached(upTo: limit, checksum: checksum)))
        case .file(let file): (name, .file(file.detached(checksum: checksum)))
        case .boolean, .number, .other: (name, value)
        }
      })
  }

  private init(_ encoding: Encoding, _ fields: [(name: String, value: SubmittedValue)]) {
    self.encoding = encoding
    self.fields = fields
    var names: [String] = []
    var repeated: [String] = []
    for (name, _) in fields { if !names.contains(name) { names.append(name) } else if !repeated.contains(name) { repeated.append(name) } }
    self.names = names
    repeatedNames = repeated
  }

  /// The value of the last field of that name, like `JSON.parse`.
  package subscript(name: String) -> SubmittedValue? { fields.last { $0.name == name }?.value }

  /// Tells whether a field is a JSON array or object.
  package var hasNestedValues: Bool {
    fields.contains { field in if case .other(let type) = field.value { type != "null" } else { false } }
  }

  /// Returns the values of all fields of that name, in order.
  package func values(of name: String) -> [SubmittedValue] { fields.filter { $0.name == name }.map(\.value) }
}

/// The value of a field, the same for both content types.
package enum SubmittedValue: Sendable {
  case text(SubmittedText)
  case boolean(Bool)
  case file(SubmittedFile)
  /// A JSON number as it was sent: `1`, `0.50`, `2e3`.
  case number(lexeme: String)
  /// A JSON value of another type, by zod's name for it: `null`, `array`, `object`.
  case other(type: String)

  /// zod's name of the type.
  package var typeName: String {
    switch self {
    case .text: "string"
    case .boolean: "boolean"
    case .file: "object"
    case .number: "number"
    case .other(let type): type
    }
  }

  /// The text; nil: the value is something else.
  package var text: SubmittedText? { if case .text(let text) = self { text } else { nil } }

  /// The file; nil: the value is something else.
  package var file: SubmittedFile? { if case .file(let file) = self { file } else { nil } }

  init(_ value: JSONValue, in document: JSONDocument) {
    switch value {
    case .string(let string): self = .text(SubmittedText(string, in: document))
    case .bool(let flag): self = .boolean(flag)
    case .number(let number): self = .number(lexeme: number.lexeme)
    case .null, .array, .object: self = .other(type: value.typeName)
    }
  }

  init(_ part: MultipartForm.Part, of form: MultipartForm, files: MultipartFileRule) {
    if files.isFile(part) {
      self = .file(SubmittedFile(part, of: form.bytes))
    } else {
      self = .text(SubmittedText(part.body, of: form.bytes))
    }
  }
}

/// How a server tells files from texts in a multipart form.
enum MultipartFileRule {
  /// A filename that is not empty, as Go's parser has it: DGrid's gateway.
  case namedFile
  /// Any filename, or a content type that only files have, as Node's parsers have it: Venice.
  case fileType

  func isFile(_ part: MultipartForm.Part) -> Bool {
    switch self {
    case .namedFile: part.isFile
    case .fileType:
      part.filename != nil || part.contentType.map { $0.hasPrefix("image/") || $0.hasPrefix("application/octet-stream") } ?? false
    }
  }
}

/// A file of a multipart form, as a range of the body that it came in.
package struct SubmittedFile: Sendable {
  /// The name as sent; never used as a path.
  package let filename: String
  /// The `Content-Type` of the part as sent; nil: it has none.
  let contentType: String?
  /// The checksum of a file whose bytes are gone.
  package private(set) var checksum: UInt32?
  /// The length in bytes.
  package private(set) var count: Int
  private var body: [UInt8]
  private var range: Range<Int>

  init(_ part: MultipartForm.Part, of body: [UInt8]) {
    filename = part.filename ?? ""
    contentType = part.contentType
    self.body = body
    range = part.body
    count = range.count
  }

  /// Returns the file with its length and checksum only, without the body that it came in.
  package func detached(checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedFile {
    // A detached file has no bytes left for a checksum.
    guard count == range.count else { return self }
    var file = self
    file.checksum = checksum?(body, range)
    file.body = []
    file.range = 0..<0
    return file
  }

  /// Calls with the body and the file's range in it; returns nil when the bytes are gone.
  package func withBytes<Result>(_ read: ([UInt8], Range<Int>) -> Result) -> Result? { count == range.count ? read(body, range) : nil }

  /// A copy of the bytes; empty when they are gone.
  package var bytes: [UInt8] { Array(body[range]) }
}
