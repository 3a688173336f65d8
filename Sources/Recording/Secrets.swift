internal import Formats
internal import HTTPMessage
internal import Journal

/// The keys in the head of a request, to be removed wherever they occur.
struct Secrets: Sendable {
  /// Longest first, since one may be part of another.
  private let texts: [[UInt8]]

  /// Shorter texts are placeholders such as `test`; removing them would only damage pictures.
  static let shortest = 8

  init(_ head: RequestHead) {
    var found = head.headers.fields.flatMap(Self.values)
    for item in head.query.split(separator: "&") {
      let halves = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, Redaction.query(String(item)) != item else { continue }
      found += [halves[1], (try? PercentEncoding.decode(query: halves[1])) ?? halves[1]]
    }
    let plain = Set(found.filter { $0.utf8.count >= Self.shortest && $0 != Redaction.mark }).map { Array($0.utf8) }
    texts = (plain + plain.flatMap(Base64.cores).filter { $0.count >= Self.shortest })
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// Returns the secrets of a header line: the whole value, and the part after a scheme or a cookie's name.
  private static func values(_ field: HeaderField) -> [String] {
    guard Redaction.value(of: field) != field.value else { return [] }
    let words = field.value.split(separator: " ", maxSplits: 1).dropFirst().map(String.init)
    let cookies = field.value.split(separator: ";").compactMap { $0.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) }
    return [field.value] + words + cookies
  }

  /// Returns the bytes with a mark instead of each secret; bytes that are no text keep their length, since formats count theirs.
  func removed(from bytes: [UInt8]) -> [UInt8] {
    let present = texts.filter { bytes.index(ofText: $0, from: 0) != nil }
    guard !present.isEmpty else { return bytes }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    return present.reduce(bytes) { bytes, text in
      bytes.replacingAll(text, with: isText ? Array(Redaction.mark.utf8) : [UInt8](repeating: UInt8(ascii: "*"), count: text.count))
    }
  }

  func removed(from text: String) -> String {
    occur(in: Array(text.utf8)) ? String(decoding: removed(from: Array(text.utf8)), as: UTF8.self) : text
  }

  func occur(in bytes: [UInt8]) -> Bool { texts.contains { bytes.index(ofText: $0, from: 0) != nil } }

  // MARK: - Bodies

  /// Returns a body without the secrets of the request, and without the values of fields whose name says that they are secret.
  ///
  /// - Parameter isResponse: whether a service wrote it: there an object of such a name tells how to sign in, and has no secret of the client.
  /// - Throws: when it cannot be parsed and seems to have such a field.
  func removed(from body: [UInt8], _ headers: HeaderList, isResponse: Bool = false) throws(RecordingError) -> [UInt8] {
    if case .multipart(let form) = BodyContent(body, headers) {
      return removed(from: body.replacing(form.parts.map { Replacement(range: $0.body, bytes: redacted($0, of: form)) }))
    }
    let body = removed(from: body)
    switch BodyContent(body, headers) {
    case .json(let document): return body.replacing(replacements(document.root, of: document, isSecret: false, isResponse: isResponse))
    case .multipart, .other:
      // A picture may have such a word in it; what is text and broken may have a key behind it.
      guard String(validating: body, as: UTF8.self) == nil || !Redaction.holdsSecret(body) else {
        throw RecordingError("a body cannot be read, and has the name of a secret in it")
      }
      return body
    }
  }

  private func redacted(_ part: MultipartForm.Part, of form: MultipartForm) -> [UInt8] {
    if Redaction.isSecret(named: part.name) { return Array(Redaction.mark.utf8) }
    let bytes = removed(from: Array(form.bytes[part.body]))
    return redacted(bytes).map { Array($0.utf8) } ?? bytes
  }

  /// Returns the replacements for the secret values inside a JSON value, quotes included.
  private func replacements(_ value: JSONValue, of document: JSONDocument, isSecret: Bool, isResponse: Bool) -> [Replacement] {
    switch value {
    case .null, .bool: return []
    case .number(let number): return isSecret ? [Replacement(range: number.range, string: Redaction.mark)] : []
    case .string(let string):
      let text = isSecret ? Redaction.mark : redacted(document.bytes(of: string))
      return text.map { [Replacement(range: string.rawRange.lowerBound - 1..<string.rawRange.upperBound + 1, string: $0)] } ?? []
    case .array(let elements): return elements.flatMap { replacements($0, of: document, isSecret: isSecret, isResponse: isResponse) }
    case .object(let object):
      let inherits = isSecret && !isResponse
      return object.members.flatMap {
        replacements($0.value, of: document, isSecret: inherits || Redaction.isSecret(named: $0.key), isResponse: isResponse)
      }
    }
  }

  /// Returns a text without its secrets, also those in the file that it encodes or in the query of a URL; nil: it has none.
  func redacted(_ text: [UInt8]) -> String? {
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

/// Bytes that replace others.
struct Replacement {
  let range: Range<Int>
  let bytes: [UInt8]
}

extension Replacement {
  fileprivate init(range: Range<Int>, string: String) { self.init(range: range, bytes: JSONOutput.string(string).serialized()) }
}

extension [UInt8] {
  fileprivate func index(ofText text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return nil }
    var start = start
    while let index = self[start...].firstIndex(of: first), index + text.count <= count {
      if self[index..<index + text.count].elementsEqual(text) { return index }
      start = index + 1
    }
    return nil
  }

  fileprivate func replacingAll(_ text: [UInt8], with mark: [UInt8]) -> [UInt8] {
    var (result, end) = ([UInt8](), 0)
    while let index = index(ofText: text, from: end) {
      result += self[end..<index] + mark
      end = index + text.count
    }
    return result + self[end...]
  }

  /// Returns the bytes with replacements for ranges that do not overlap, in order.
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
