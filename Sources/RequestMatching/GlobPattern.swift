internal import HTTPMessage

/// A text with `*` for any number of characters and `?` for one, over the whole text.
package struct GlobPattern: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case byte(UInt8)
    /// One Unicode scalar.
    case one
    case many
  }

  /// As it was written.
  package let source: String
  private let parts: [Part]

  init(source: String, parts: [Part]) {
    self.source = source
    self.parts = parts
  }

  /// Takes at most as many steps as text and pattern have bytes, multiplied.
  package func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    let bytes = text.utf8.span
    var (place, part) = (0, 0)
    // Where the last `*` stands, and how far it reaches for now.
    var star: (part: Int, place: Int)?
    while place < bytes.count {
      if part < parts.count, parts[part] == .many {
        star = (part, place)
        part += 1
      } else if part < parts.count, let length = Self.length(of: parts[part], bytes, at: place, ignoringCase) {
        place += length
        part += 1
      } else if let last = star {
        star = (last.part, last.place + 1)
        (part, place) = (last.part + 1, last.place + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .many }
  }

  /// How many bytes the part takes there; nil when it does not fit.
  private static func length(of part: Part, _ bytes: Span<UInt8>, at place: Int, _ ignoringCase: Bool) -> Int? {
    switch part {
    case .many: return nil
    case .byte(let byte):
      let found = bytes[place]
      return found == byte || (ignoringCase && found.asciiLowercased == byte.asciiLowercased) ? 1 : nil
    case .one:
      // After a `*` this may be the rest of a character: as if the `*` had left it whole.
      var end = place + 1
      while end < bytes.count, bytes[end].isContinuation { end += 1 }
      return end - place
    }
  }
}

extension UInt8 {
  /// Whether it is a further byte of a UTF-8 character.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }
}
