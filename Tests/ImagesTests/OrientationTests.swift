import Support
import Testing

@testable import Images

/// A directory of a TIFF file with these entries, which is what EXIF data are.
struct EXIFData {
  var isLittle = false
  var tags: [(tag: Int, type: Int, value: Int)]

  init(_ orientation: Int, type: Int = 3, isLittle: Bool = false) {
    tags = [(0x010F, 2, 1), (0x0112, type, orientation), (0x8769, 4, 26)]
    self.isLittle = isLittle
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = isLittle ? [0x49, 0x49] : [0x4D, 0x4D]
    bytes += short(42) + long(8) + short(tags.count)
    for entry in tags {
      bytes += short(entry.tag) + short(entry.type) + long(1)
      bytes += short(entry.value) + [0, 0]
    }
    return bytes + long(0)
  }

  private func short(_ value: Int) -> [UInt8] { isLittle ? ImageHeaderTests.little(value, bytes: 2) : ImageHeaderTests.big16(value) }
  private func long(_ value: Int) -> [UInt8] {
    isLittle ? ImageHeaderTests.little(value, bytes: 4) : ImageHeaderTests.big32(UInt32(value))
  }
}

@Suite("EXIF orientation", .timeLimit(.minutes(15)))
struct OrientationTests {
  private static let signature = Array("Exif\0\0".utf8)

  private static func segment(_ payload: [UInt8]) -> [UInt8] { [0xFF, 0xE1] + ImageHeaderTests.big16(payload.count + 2) + payload }

  private static func jpeg(_ payloads: [UInt8]...) -> [UInt8] {
    ImageHeaderTests.jpeg(640, 480, before: payloads.flatMap(segment))
  }

  private static func png(_ exif: [UInt8], behindPixels: Bool = false) -> [UInt8] {
    let chunk = ImageHeaderTests.chunk("eXIf", exif)
    let head = Array(ImageHeaderTests.png(640, 480).prefix(33))
    let pixels = ImageHeaderTests.chunk("IDAT", [1, 2, 3]) + ImageHeaderTests.chunk("IDAT", [4])
    return head + (behindPixels ? pixels + chunk : chunk + pixels)
  }

  private static func webp(_ exif: [UInt8], flags: UInt8 = 0x08) -> [UInt8] {
    let pixels = Array("VP8 ".utf8) + ImageHeaderTests.little(3, bytes: 4) + [1, 2, 3, 0]
    return ImageHeaderTests.extended(640, 480, flags: flags) + pixels + Array("EXIF".utf8)
      + ImageHeaderTests.little(exif.count, bytes: 4) + exif
  }

  private static func orientation(_ file: [UInt8]) -> Int? { ImageHeader.read(file).header?.orientation.rawValue }

  @Test("It is read from JPEG, PNG and WebP, in both byte orders", arguments: 1...8, [false, true])
  func read(number: Int, isLittle: Bool) throws {
    let exif = EXIFData(number, isLittle: isLittle).bytes
    let files = [
      Self.jpeg(Self.signature + exif), Self.png(exif), Self.png(exif, behindPixels: true), Self.webp(exif),
      Self.webp(Self.signature + exif),
    ]
    for file in files {
      let header = try #require(ImageHeader.read(file).header)
      #expect(header.orientation.rawValue == number)
      #expect(header.size == PixelSize(width: 640, height: 480))
      #expect(header.seenSize == PixelSize(width: number < 5 ? 640 : 480, height: number < 5 ? 480 : 640))
    }
  }

  @Test("The first EXIF data of a JPEG count, behind other data of the same kind of segment")
  func first() {
    let file = Self.jpeg(
      Array("http://ns.adobe.com/xap/1.0/\0".utf8), Self.signature + EXIFData(6).bytes, Self.signature + EXIFData(3).bytes)
    #expect(Self.orientation(file) == 6)
  }

  @Test(
    "Broken EXIF data are upright",
    arguments: [
      EXIFData(0).bytes, EXIFData(9).bytes, EXIFData(6, type: 4).bytes, [], [0x4D, 0x4D], [0x58, 0x58] + EXIFData(6).bytes.dropFirst(2),
      [0x4D, 0x4D, 0, 42, 0xFF, 0xFF, 0xFF, 0xFF], [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0xFF, 0xFF],
    ] as [[UInt8]])
  func broken(exif: [UInt8]) {
    for file in [Self.jpeg(Self.signature + exif), Self.png(exif), Self.webp(exif)] { #expect(Self.orientation(file) == 1) }
  }

  @Test("A WebP without the flag for EXIF has none")
  func unflagged() {
    #expect(Self.orientation(Self.webp(EXIFData(6).bytes, flags: 0)) == 1)
  }

  @Test("Data that are cut at any byte are upright until the number is whole")
  func cut() {
    let exif = EXIFData(6).bytes
    for length in exif.indices {
      #expect(Self.orientation(Self.png(Array(exif.prefix(length)))) == (length < 32 ? 1 : 6), "cut at \(length)")
    }
  }

  /// 1 2 3
  /// 4 5 6
  @Test(
    "Planes are turned as viewers turn them",
    arguments: zip(
      ImageOrientation.allCases,
      [
        [1, 2, 3, 4, 5, 6], [3, 2, 1, 6, 5, 4], [6, 5, 4, 3, 2, 1], [4, 5, 6, 1, 2, 3],
        [1, 4, 2, 5, 3, 6], [4, 1, 5, 2, 6, 3], [6, 3, 5, 2, 4, 1], [3, 6, 2, 5, 1, 4],
      ] as [[UInt8]]))
  func planes(orientation: ImageOrientation, seen: [UInt8]) {
    #expect(orientation.seen([1, 2, 3, 4, 5, 6], of: PixelSize(width: 3, height: 2)) == seen)
  }

  @Test("What is turned or mirrored once more is another orientation", arguments: ImageOrientation.allCases)
  func composed(orientation: ImageOrientation) {
    let (plane, size) = ([UInt8](1...6), PixelSize(width: 3, height: 2))
    let (seen, seenSize) = (orientation.seen(plane, of: size), orientation.seen(size))
    #expect(orientation.turnedRight(1).seen(plane, of: size) == ImageOrientation.turnedRight.seen(seen, of: seenSize))
    #expect(orientation.turnedRight(3).seen(plane, of: size) == ImageOrientation.turnedLeft.seen(seen, of: seenSize))
    #expect(orientation.thenMirrored.seen(plane, of: size) == ImageOrientation.mirrored.seen(seen, of: seenSize))
  }
}
