/// An image file format the mock reads and writes.
package enum ImageFormat: String, Sendable, CaseIterable {
  case png, jpeg, webp

  /// The media type the format is served under.
  package var contentType: String { "image/\(rawValue)" }

  /// The file name extension, without a dot.
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}
