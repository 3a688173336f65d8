/// A path below some folder that cannot lead out of it.
package struct RelativePath: Sendable, Hashable, CustomStringConvertible {
  /// Decoded names, at least one; none is empty, `.` or `..`, none holds `/`, `\` or a control character.
  package let segments: [String]

  /// Decodes a percent-encoded path.
  ///
  /// - Throws: whatever could leave the folder or mean different things to different systems, with the offset of its segment.
  package init(decoding text: String) throws(SyntaxError) {
    var segments: [String] = []
    for piece in Array(text.utf8).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      segments.append(try RelativePath.segment(piece))
    }
    self.segments = segments
  }

  /// The decoded segments with `/` between them.
  package var description: String { segments.joined(separator: "/") }

  private static func segment(_ piece: ArraySlice<UInt8>) throws(SyntaxError) -> String {
    let start = piece.startIndex
    let bytes: [UInt8]
    do {
      bytes = try PercentEncoding.decode(bytes: Array(piece))
    } catch {
      throw error.inPiece(from: start)
    }
    guard !bytes.isEmpty else { throw SyntaxError(offset: start, message: "expected a file name but found an empty path segment") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SyntaxError(offset: start, message: "expected a file name in UTF-8 but found other bytes")
    }
    guard text != ".", text != ".." else { throw SyntaxError(offset: start, message: "expected a file name but found '\(text)'") }
    if let wrong = bytes.firstIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 || $0 == 0x7F }) {
      throw SyntaxError(offset: start, message: "expected a file name but found \(bytes.span.found(at: wrong)) in it")
    }
    return text
  }
}
