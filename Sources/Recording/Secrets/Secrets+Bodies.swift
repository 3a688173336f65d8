internal import Formats
internal import HTTPMessage
internal import Journal

extension Secrets {
  /// A body without secrets: those of the request, and the values of fields whose name says that they are secret.
  ///
  /// - Parameter isAnswer: whether a service wrote it: there an object of such a name tells how to sign in, and has no secret of the client.
  /// - Throws: when it cannot be taken apart and seems to have such a field.
  func removed(from body: [UInt8], _ headers: HeaderList, isAnswer: Bool = false) throws(RecordingError) -> [UInt8] {
    if case .multipart(let form) = BodyContent(body, headers) {
      return removed(from: body.replacing(form.parts.map { Replacement(range: $0.body, bytes: shown($0, of: form)) }))
    }
    let body = removed(from: body)
    switch BodyContent(body, headers) {
    case .json(let document): return body.replacing(replacements(document.root, of: document, isSecret: false, isAnswer: isAnswer))
    case .multipart, .other:
      // A picture may have such a word in it; what is text and broken may have a key behind it.
      guard String(validating: body, as: UTF8.self) == nil || !Redaction.holdsSecret(body) else {
        throw RecordingError("a body cannot be read, and has the name of a secret in it")
      }
      return body
    }
  }

  private func shown(_ part: MultipartForm.Part, of form: MultipartForm) -> [UInt8] {
    if Redaction.isSecret(named: part.name) { return Array(Redaction.mark.utf8) }
    let bytes = removed(from: Array(form.bytes[part.body]))
    return shown(bytes).map { Array($0.utf8) } ?? bytes
  }

  /// What is put in the place of the secret values of a JSON value, quotes included.
  private func replacements(_ value: JSONValue, of document: JSONDocument, isSecret: Bool, isAnswer: Bool) -> [Replacement] {
    switch value {
    case .null, .bool: return []
    case .number(let number): return isSecret ? [Replacement(range: number.range, string: Redaction.mark)] : []
    case .string(let string):
      let text = isSecret ? Redaction.mark : shown(document.bytes(of: string))
      return text.map { [Replacement(range: string.rawRange.lowerBound - 1..<string.rawRange.upperBound + 1, string: $0)] } ?? []
    case .array(let elements): return elements.flatMap { replacements($0, of: document, isSecret: isSecret, isAnswer: isAnswer) }
    case .object(let object):
      let inherits = isSecret && !isAnswer
      return object.members.flatMap {
        replacements($0.value, of: document, isSecret: inherits || Redaction.isSecret(named: $0.key), isAnswer: isAnswer)
      }
    }
  }

  /// What is shown of a text, of the file that it is the base64 of, or of a URL; nil: all.
  func shown(_ text: [UInt8]) -> String? {
    if occur(in: text) { return Redaction.mark }
    if text.count >= Self.shortest, let file = EmbeddedFile(text), occur(in: file.bytes) {
      return String(decoding: EmbeddedFile.text(type: file.type, removed(from: file.bytes)), as: UTF8.self)
    }
    guard text.count <= Self.longestURL, text.starts(with: "http".utf8), let mark = text.firstIndex(of: UInt8(ascii: "?")) else {
      return nil
    }
    // The URL of a picture may have a signature that opens it.
    let query = String(decoding: text[(mark + 1)...], as: UTF8.self)
    let redacted = Redaction.query(query)
    return redacted == query ? nil : String(decoding: text[...mark], as: UTF8.self) + redacted
  }

  private static let longestURL = 8_192
}

/// Bytes in the place of others.
struct Replacement {
  let range: Range<Int>
  let bytes: [UInt8]
}

extension Replacement {
  /// A JSON string, quotes included.
  fileprivate init(range: Range<Int>, string: String) { self.init(range: range, bytes: JSONOutput.string(string).serialized()) }
}

extension [UInt8] {
  /// The bytes with other ones in the place of ranges that do not overlap, in order.
  fileprivate func replacing(_ replacements: [Replacement]) -> [UInt8] {
    guard !replacements.isEmpty else { return self }
    var (result, end) = ([UInt8](), 0)
    for replacement in replacements {
      result += self[end..<replacement.range.lowerBound] + replacement.bytes
      end = replacement.range.upperBound
    }
    return result + self[end...]
  }
}
