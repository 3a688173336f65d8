internal import HTTPMessage

/// A glob for a whole text: `*` stands for any number of characters, `?` for one.
package struct GlobPattern: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case byte(UInt8)
    /// One Unicode scalar.
    case one
    case many
  }

  /// The glob as it was written.
  let source: String
  private let parts: [Part]

  init(source: String, parts: [Part]) {
    self.source = source
    self.parts = parts
  }

  /// Tells whether the text fits, in at most as many steps as text and glob have bytes, multiplied.
  func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    let bytes = text.utf8.span
    var (offset, part) = (0, 0)
    // Where the last `*` stands, and how far it reaches for now.
    var star: (part: Int, offset: Int)?
    while offset < bytes.count {
      if part < parts.count, parts[part] == .many {
        star = (part, offset)
        part += 1
      } else if part < parts.count, let length = Self.length(of: parts[part], bytes, at: offset, ignoringCase) {
        offset += length
        part += 1
      } else if let last = star {
        star = (last.part, last.offset + 1)
        (part, offset) = (last.part + 1, last.offset + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .many }
  }

  /// Returns how many bytes the part takes from that offset; nil when it does not fit.
  private static func length(of part: Part, _ bytes: Span<UInt8>, at offset: Int, _ ignoringCase: Bool) -> Int? {
    switch part {
    case .many: return nil
    case .byte(let byte):
      let found = bytes[offset]
      return found == byte || (ignoringCase && found.asciiLowercased == byte.asciiLowercased) ? 1 : nil
    case .one:
      // After a `*` this may be the rest of a character: as if the `*` had left it whole.
      var end = offset + 1
      while end < bytes.count, bytes[end].isContinuation { end += 1 }
      return end - offset
    }
  }
}

extension UInt8 {
  /// Whether the byte is a further one of a UTF-8 character.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
