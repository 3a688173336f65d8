/// A place in a text: line and column in characters (Unicode scalars), each from 1.
package struct YAMLMark: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte; those before it are UTF-8.
  ///
  /// Lines are counted as libyaml does: a carriage return alone ends one, too, and so do Unicode's own line ends.
  package init(of offset: Int, in bytes: some Collection<UInt8>) {
    var (line, column) = (1, 1)
    var last: Unicode.Scalar?
    for scalar in String(decoding: bytes.prefix(offset), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": (line, column) = (line + 1, 1)
      default: column += 1
      }
      last = scalar
    }
    self.init(line: line, column: column)
  }
}

/// What stands before a value: its tag, written out (`!!int` is `tag:yaml.org,2002:int`), and its anchor, without the `&`.
package struct YAMLProperties: Sendable, Equatable {
  package let tag: String?
  package let anchor: String?

  package init(tag: String? = nil, anchor: String? = nil) {
    self.tag = tag
    self.anchor = anchor
  }
}

/// The next thing in a text, and where it begins.
package struct YAMLEvent: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case documentStart, documentEnd, streamEnd
    /// Plain: without quotes, and neither literal nor folded.
    case scalar(String, isPlain: Bool, YAMLProperties)
    /// The anchor's name, without the `*`.
    case alias(String)
    case sequenceStart(YAMLProperties)
    case sequenceEnd
    case mappingStart(YAMLProperties)
    case mappingEnd
  }

  package let content: Content
  package let place: YAMLMark

  package init(_ content: Content, _ place: YAMLMark) {
    self.content = content
    self.place = place
  }
}
