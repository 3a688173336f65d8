/// How much structure a form may have before it is refused.
package struct MultipartLimits: Sendable, Equatable {
  /// Bytes of the headers of one part; what Node's parsers allow.
  package var headerBytes: Int
  package var parts: Int

  package init(headerBytes: Int = 16_384, parts: Int = 1_000) {
    self.headerBytes = headerBytes
    self.parts = parts
  }

  /// 16 kB of headers a part, 1,000 parts.
  package static let `default` = MultipartLimits()
}
