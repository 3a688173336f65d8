internal import HTTPMessage

/// A `data:` URL taken apart: `data:[<mediatype>][;parameters][;base64],<data>` (RFC 2397).
package struct DataURL: Sendable, Equatable {
  /// Lower-cased `type/subtype`; nil when none was given, which RFC 2397 reads as `text/plain`.
  package let mediaType: String?
  /// What stood between the type and the data, in order, `base64` left out: `charset=utf-8`.
  package let parameters: [String]
  /// Whether `;base64` stands before the data.
  package let isBase64: Bool
  /// Where the data stands; percent-encoded text unless `isBase64`.
  package let payload: Range<Int>

  /// Longest head that is looked through for the comma: no real one comes near.
  package static let headLimit = 1_024

  /// Tells whether the bytes of `range` begin with `data:` in any case.
  package static func isAnnounced(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.count >= 5 && zip(bytes[range], "data:".utf8).allSatisfy { $0.asciiLowercased == $1 }
  }

  /// Takes the URL in `range`, which lies inside of `bytes`, apart; offsets count from the start of `bytes`.
  package init(parsing bytes: [UInt8], in range: Range<Int>) throws(SyntaxError) {
    guard DataURL.isAnnounced(in: bytes, range) else {
      throw SyntaxError(offset: range.lowerBound, message: "expected a URL that begins with 'data:'")
    }
    let head = bytes[range].dropFirst(5).prefix(DataURL.headLimit)
    guard let comma = head.firstIndex(of: UInt8(ascii: ",")) else {
      throw SyntaxError(offset: head.endIndex, message: "expected ',' before the data within \(DataURL.headLimit) bytes but found none")
    }
    let pieces = head[..<comma].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    mediaType = try DataURL.mediaType(pieces[0])
    var texts = pieces.dropFirst().map { String(decoding: $0, as: UTF8.self) }
    isBase64 = texts.last?.lowercased() == "base64"
    if isBase64 { texts.removeLast() }
    if let index = texts.firstIndex(where: { $0.lowercased() == "base64" }) {
      throw SyntaxError(offset: pieces[index + 1].endIndex, message: "expected ',' after ';base64' but found ';'")
    }
    parameters = texts
    payload = comma + 1..<range.upperBound
  }

  private static func mediaType(_ bytes: ArraySlice<UInt8>) throws(SyntaxError) -> String? {
    guard !bytes.isEmpty else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isHeaderTokenByte) }) else {
      throw SyntaxError(offset: bytes.startIndex, message: "expected a media type such as image/png but found '\(text)'")
    }
    return text.lowercased()
  }
}
