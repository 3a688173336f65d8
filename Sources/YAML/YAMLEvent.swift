/// A place in a text: line and column in characters (Unicode scalars), each from 1.
package struct YAMLPlace: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte; those before it are UTF-8.
  package init(of offset: Int, in bytes: some BidirectionalCollection<UInt8>) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    self.init(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1)
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
  package let place: YAMLPlace

  package init(_ content: Content, _ place: YAMLPlace) {
    self.content = content
    self.place = place
  }
}
