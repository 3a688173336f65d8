import Testing

@testable import Images

@Suite("Bytes of another format", .timeLimit(.minutes(15)))
struct FormatMismatchTests {
  @Test("Bytes of one format are corrupt as another", arguments: ImageFormat.written, ImageFormat.written)
  func mislabelled(actual: ImageFormat, label: ImageFormat) throws {
    let bytes = try ImageEncoder.encode(gradient(width: 20, height: 20), as: actual)
    let expected = actual == label ? nil : ImageDecodeError.Kind.corrupt
    #expect(Outcome(bytes, as: label).error?.kind == expected)
  }

  @Test("Nothing at all is truncated, and text is corrupt", arguments: ImageFormat.written)
  func noImage(format: ImageFormat) {
    #expect(Outcome([], as: format) == .refused(ImageDecodeError(kind: .truncated, format: format, message: "the file is empty")))
    let name = ["png": "PNG", "jpeg": "JPEG", "webp": "WebP"][format.rawValue] ?? ""
    #expect(Outcome(Array("{}".utf8), as: format).error?.message == "the file does not start with the \(name) signature")
  }
}
