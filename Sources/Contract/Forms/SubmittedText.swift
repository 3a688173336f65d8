internal import Formats

/// A text as sent, as a range of the body that it came in.
///
/// An image can be a text of 33 million characters: it is turned into a `String` only where a rule needs one.
package struct SubmittedText: Sendable {
  private enum Storage: Sendable {
    case json(JSONDocument, JSONString)
    case part([UInt8], Range<Int>)
    /// The bytes are gone; their number and checksum are left.
    case omitted(Int, checksum: UInt32?)
  }

  private let storage: Storage

  init(_ string: JSONString, in document: JSONDocument) { storage = .json(document, string) }

  init(_ range: Range<Int>, of body: [UInt8]) { storage = .part(body, range) }

  private init(_ storage: Storage) { self.storage = storage }

  /// Returns the text without the body that it came in: copied when it has at most `limit` bytes, else its length and checksum only.
  ///
  /// `checksum`: of a text that is not copied; nil: none is needed.
  package func detached(upTo limit: Int, checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedText {
    if case .omitted = storage { return self }
    return withBytes { bytes, range in
      if range.count > limit { return SubmittedText(.omitted(range.count, checksum: checksum?(bytes, range))) }
      return SubmittedText(.part(Array(bytes[range]), 0..<range.count))
    }
  }

  /// The length in bytes of UTF-8.
  package var byteCount: Int { omission?.byteCount ?? withBytes { $1.count } }

  /// The length in bytes as sent, with JSON escapes; at least `byteCount`.
  package var sentCount: Int {
    switch storage {
    case .json(_, let string): string.rawRange.count
    case .part(_, let range): range.count
    case .omitted(let count, _): count
    }
  }

  /// What is left of a text whose bytes are gone; nil: the text is there.
  package var omission: (byteCount: Int, checksum: UInt32?)? {
    if case .omitted(let count, let checksum) = storage { (count, checksum) } else { nil }
  }

  /// The text; what is not Unicode becomes U+FFFD, as in JavaScript servers.
  package var string: String {
    switch storage {
    case .json(let document, let string): document.text(of: string)
    case .part(let body, let range): String(decoding: body[range], as: UTF8.self)
    case .omitted: ""
    }
  }

  /// The length in UTF-16 code units: `.length` in a JavaScript server.
  package var utf16Count: Int {
    switch storage {
    case .json(let document, let string): document.utf16Count(of: string)
    case .part, .omitted: string.utf16.count
    }
  }

  /// Tells whether the text has no bytes.
  package var isEmpty: Bool { sentCount == 0 }

  /// Tells whether the text has more than `limit` bytes of UTF-8, without unescaping one that is far too long.
  package func isLonger(than limit: Int) -> Bool {
    switch storage {
    case .json(_, let string):
      // An escape of six bytes stands for at least one.
      string.rawRange.count > limit && (!string.hasEscapes || string.rawRange.count > limit * 6 || self.string.utf8.count > limit)
    case .part(_, let range): range.count > limit
    case .omitted(let count, _): count > limit
    }
  }

  /// Returns the first characters or bytes, to see what kind of text it is.
  func prefix(_ count: Int) -> String {
    switch storage {
    case .json(let document, let string):
      string.hasEscapes
        ? String(document.text(of: string).prefix(count)) : String(decoding: document.bytes[string.rawRange].prefix(count), as: UTF8.self)
    case .part(let body, let range): String(decoding: body[range].prefix(count), as: UTF8.self)
    case .omitted: ""
    }
  }

  /// Calls with bytes of UTF-8 and the text's range in them; copies only a text with JSON escapes.
  package func withBytes<Result, Failure: Error>(_ body: ([UInt8], Range<Int>) throws(Failure) -> Result) throws(Failure) -> Result {
    switch storage {
    case .json(let document, let string):
      guard string.hasEscapes else { return try body(document.bytes, string.rawRange) }
      let unescaped = document.bytes(of: string)
      return try body(unescaped, 0..<unescaped.count)
    case .part(let bytes, let range): return try body(bytes, range)
    case .omitted: return try body([], 0..<0)
    }
  }
}

extension String {
  /// Reads digits with an optional minus before them, and nothing else: no plus, no blanks, no point.
  ///
  /// A number that does not fit is the smallest or the largest `Int`: to bounds only its sign matters.
  var decimalInteger: Int? {
    let digits = utf8.first == 0x2D ? utf8.dropFirst() : utf8[...]
    guard !digits.isEmpty, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(self) ?? (utf8.first == 0x2D ? .min : .max)
  }

  /// Returns at most `limit` characters; a longer text ends in an ellipsis.
  func shortened(to limit: Int = 60) -> String { count <= limit ? self : prefix(limit - 1) + "…" }
}
