/// A text that a picture carries beside its pixels.
///
/// In PNG a `tEXt` chunk where the text is printable ASCII and line feeds, else an uncompressed `iTXt` chunk in UTF-8. In JPEG a COM marker
/// `keyword: text` in UTF-8, cut at a whole character to the 65,533 bytes that a marker holds. WebP has no such place and drops it.
package struct ImageText: Sendable, Equatable {
  /// 1 to 79 printable Latin-1 characters, without spaces at the ends or two in a row (PNG specification, 11.3.4.2).
  package var keyword: String

  /// Any text; U+0000, which PNG does not allow, is written as U+FFFD.
  package var text: String

  package init(keyword: String, text: String) {
    self.keyword = keyword
    self.text = text
  }
}
