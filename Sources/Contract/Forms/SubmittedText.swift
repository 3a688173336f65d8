internal import Formats

/// A text as the client sent it, still in the body it came in.
///
/// An image can be a text of 33 million characters: it is turned into a `String` only where a rule needs one.
package struct SubmittedText: Sendable {
  private enum Place: Sendable {
    case json(JSONDocument, JSONString)
    case part([UInt8], Range<Int>)
    /// Only the number of bytes is known any more, and what tells the text from others of that length.
    case omitted(Int, checksum: UInt32?)
  }

  private let place: Place

  init(_ string: JSONString, in document: JSONDocument) { place = .json(document, string) }

  init(_ range: Range<Int>, of body: [UInt8]) { place = .part(body, range) }

  private init(_ place: Place) { self.place = place }

  /// The text without the body it came in: copied where it has at most so many bytes, else only counted.
  ///
  /// - Parameter checksum: of a text that is only counted; nil: nobody needs to tell it from others.
  package func detached(upTo limit: Int, checksum: (([UInt8], Range<Int>) -> UInt32)?) -> SubmittedText {
    if case .omitted = place { return self }
    return withBytes { bytes, range in
      if range.count > limit { return SubmittedText(.omitted(range.count, checksum: checksum?(bytes, range))) }
      return SubmittedText(.part(Array(bytes[range]), 0..<range.count))
    }
  }

  /// Bytes of its UTF-8.
  package var byteCount: Int { omission?.byteCount ?? withBytes { $1.count } }

  /// Bytes as they were sent, escapes and all; not fewer than the text has.
  package var sentCount: Int {
    switch place {
    case .json(_, let string): string.rawRange.count
    case .part(_, let range): range.count
    case .omitted(let count, _): count
    }
  }

  /// What is left of a text that is only counted; nil: the text is there.
  package var omission: (byteCount: Int, checksum: UInt32?)? {
    if case .omitted(let count, let checksum) = place { (count, checksum) } else { nil }
  }

  /// The text; what is not Unicode becomes U+FFFD, as JavaScript servers make it.
  package var string: String {
    switch place {
    case .json(let document, let string): document.text(of: string)
    case .part(let body, let range): String(decoding: body[range], as: UTF8.self)
    case .omitted: ""
    }
  }

  /// Length in UTF-16 code units: what `.length` is to a JavaScript server.
  package var utf16Count: Int {
    switch place {
    case .json(let document, let string): document.utf16Count(of: string)
    case .part, .omitted: string.utf16.count
    }
  }

  package var isEmpty: Bool {
    switch place {
    case .json(_, let string): string.rawRange.isEmpty
    case .part(_, let range): range.isEmpty
    case .omitted(let count, _): count == 0
    }
  }

  /// Whether it has more than so many bytes of UTF-8; does not unescape a text that is far too long.
  package func isLonger(than limit: Int) -> Bool {
    switch place {
    case .json(_, let string):
      // An escape of six bytes stands for at least one.
      string.rawRange.count > limit && (!string.hasEscapes || string.rawRange.count > limit * 6 || self.string.utf8.count > limit)
    case .part(_, let range): range.count > limit
    case .omitted(let count, _): count > limit
    }
  }

  /// The first bytes, for a look at what kind of text it is.
  func prefix(_ count: Int) -> String {
    switch place {
    case .json(let document, let string):
      string.hasEscapes
        ? String(document.text(of: string).prefix(count)) : String(decoding: document.bytes[string.rawRange].prefix(count), as: UTF8.self)
    case .part(let body, let range): String(decoding: body[range].prefix(count), as: UTF8.self)
    case .omitted: ""
    }
  }

  /// Calls with the UTF-8 bytes and where in them the text stands; no copy unless it has JSON escapes.
  package func withBytes<Result, Failure: Error>(_ body: ([UInt8], Range<Int>) throws(Failure) -> Result) throws(Failure) -> Result {
    switch place {
    case .json(let document, let string):
      guard string.hasEscapes else { return try body(document.bytes, string.rawRange) }
      let unescaped = document.bytes(of: string)
      return try body(unescaped, 0..<unescaped.count)
    case .part(let bytes, let range): return try body(bytes, range)
    case .omitted: return try body([], 0..<0)
    }
  }
}
