/// One reader of bytes from outside, and what must hold whatever the bytes are.
package struct FuzzTarget: Sendable {
  /// As the folders of its corpus and its findings are called.
  package let name: String
  /// Most bytes of an input: longer ones take longer and say no more.
  package let longest: Int
  private let property: @Sendable ([UInt8]) throws(PropertyViolation) -> Void

  package init(_ name: String, upTo longest: Int, _ property: @escaping @Sendable ([UInt8]) throws(PropertyViolation) -> Void) {
    self.name = name
    self.longest = longest
    self.property = property
  }

  /// Runs the reader over an input.
  ///
  /// - Throws: what does not hold; a crash speaks for itself.
  package func check(_ input: [UInt8]) throws(PropertyViolation) { try property(input) }

  /// The readers of bytes; those who need the whole mock are in `FuzzService`.
  package static let readers = [json, base64, multipart, disposition, imageHeader, png, jpeg, webp]
}
