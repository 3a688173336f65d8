internal import Formats

/// The value of one field, whichever of the two content types brought it.
package enum SubmittedValue: Sendable {
  case text(SubmittedText)
  case boolean(Bool)
  case file(SubmittedFile)
  /// A JSON number as it was sent: `1`, `0.50`, `2e3`.
  case number(lexeme: String)
  /// A JSON value of another type, under zod's name for it: `null`, `array`, `object`.
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

  package var text: SubmittedText? {
    if case .text(let text) = self { text } else { nil }
  }

  package var file: SubmittedFile? {
    if case .file(let file) = self { file } else { nil }
  }

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
      self = .file(SubmittedFile(filename: part.filename ?? "", body: form.bytes, range: part.body))
    } else {
      self = .text(SubmittedText(part.body, of: form.bytes))
    }
  }
}

/// What makes a part of a multipart form a file; servers differ.
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
