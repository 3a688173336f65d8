import Formats
import Support
import Testing

@testable import Images

@Suite("What the boxes of a HEIF file say", .timeLimit(.minutes(15)))
struct HEIFHeaderTests {
  private static let alpha: [UInt8] = HEIFFile.box(
    "auxC", HEIFFile.long(0) + Array("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0".utf8))

  private func header(_ file: HEIFFile) throws -> ImageHeader { try #require(ImageHeader.read(file.bytes).header) }

  @Test("Size, format and coding of one item, with short numbers and long ones", arguments: [false, true])
  func one(isLong: Bool) throws {
    let found = try header(HEIFFile(properties: [(1, HEIFFile.size(4032, 3024))], isLong: isLong))
    #expect(found.format == .heic && found.size == PixelSize(width: 4032, height: 3024) && found.defect == nil)
    #expect(found.heifCoding == HEIFCoding(name: "hvc1") && found.orientation == .upright && !found.hasAlpha)
    #expect(try header(HEIFFile(brand: "avif", properties: [(1, HEIFFile.size(1, 2))], items: [(1, "av01")])).format == .avif)
  }

  @Test("A grid has its own size, and the coding of its tiles", arguments: [false, true])
  func grid(isLong: Bool) throws {
    let file = HEIFFile(
      properties: [(2, HEIFFile.size(512, 512)), (1, HEIFFile.size(4032, 3024)), (1, HEIFFile.box("irot", [3]))],
      items: [(1, "grid"), (2, "av01")], references: [("thmb", 9, 1), ("dimg", 1, 2)], isLong: isLong)
    let found = try header(file)
    #expect(found.size == PixelSize(width: 4032, height: 3024) && found.seenSize == PixelSize(width: 3024, height: 4032))
    #expect(found.orientation == .turnedRight && found.heifCoding == HEIFCoding(name: "av01"))
  }

  @Test(
    "Transparency is another item; a depth map is none", arguments: [(alpha, true), (HEIFFile.box("auxC", Array("depth".utf8)), false)])
  func transparency(property: [UInt8], isAlpha: Bool) throws {
    let file = HEIFFile(
      properties: [(1, HEIFFile.size(64, 64)), (2, property)], items: [(1, "hvc1"), (2, "hvc1")], references: [("auxl", 2, 1)])
    #expect(try header(file).hasAlpha == isAlpha)
  }

  /// Angles count quarters to the left; axis 0 exchanges top and bottom. The numbers are those that encoders write for EXIF's orientations.
  @Test(
    "Boxes that turn and mirror become EXIF's numbers",
    arguments: [
      ([("imir", 1)], 2), ([("irot", 2)], 3), ([("imir", 0)], 4), ([("irot", 1), ("imir", 0)], 5), ([("irot", 3)], 6),
      ([("irot", 3), ("imir", 0)], 7), ([("irot", 1)], 8), ([("irot", 0)], 1), ([("imir", 0), ("irot", 3)], 5),
    ] as [([(String, UInt8)], Int)])
  func turned(boxes: [(String, UInt8)], orientation: Int) throws {
    let file = HEIFFile(properties: [(1, HEIFFile.size(64, 48))] + boxes.map { (1, HEIFFile.box($0, [$1])) })
    #expect(try header(file).orientation.rawValue == orientation)
  }

  @Test("What is cropped is not seen; a crop that makes no sense is none")
  func cropped() throws {
    func clean(_ numbers: [Int]) -> [UInt8] { HEIFFile.box("clap", numbers.flatMap(HEIFFile.long)) }
    func size(_ box: [UInt8]) throws -> PixelSize? { try header(HEIFFile(properties: [(1, HEIFFile.size(64, 48)), (1, box)])).size }
    #expect(try size(clean([121, 2, 47, 1, 0, 1, 0, 1])) == PixelSize(width: 61, height: 47))
    #expect(try size(clean([65, 1, 0, 1, 0, 1, 0, 1])) == PixelSize(width: 64, height: 48))
    #expect(try size(clean([60, 0])) == PixelSize(width: 64, height: 48))
  }

  @Test("The file of a phone and an AVIF are read")
  func specimens() throws {
    let files = ["phone.heic", "photo.avif"].compactMap(FixtureImages.bytes)
    let headers = files.compactMap { ImageHeader.read($0).header }
    #expect(headers.map(\.format) == [.heic, .avif])
    #expect(headers.map(\.size) == [PixelSize(width: 320, height: 256), PixelSize(width: 256, height: 320)])
    #expect(headers.map(\.orientation) == [.turnedRight, .upright])
  }

  @Test(
    "A wrong header has a defect and no size",
    arguments: [
      (HEIFFile(properties: []), "expected a box ispe of the primary image but found none"),
      (HEIFFile(properties: [(2, HEIFFile.size(8, 8))]), "expected a box ispe of the primary image but found none"),
      (HEIFFile(properties: [(1, HEIFFile.size(0, 8))]), "expected sides of at least 1 pixel but found 0x8"),
    ])
  func defects(file: HEIFFile, message: String) throws {
    let found = try header(file)
    #expect(found.size == nil && found.defect?.message == message)
  }

  @Test(
    "A box that says another length than it has is a defect, not a loop", arguments: [0, 1, 7, 8, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
  func lengths(length: UInt32) throws {
    let file = HEIFFile(properties: [(1, HEIFFile.size(8, 8))]).bytes
    for offset in file.indices.dropLast(4) {
      var bytes = file
      bytes.replaceSubrange(offset..<offset + 4, with: ImageHeaderTests.big32(length))
      guard let header = ImageHeader.read(bytes).header else { continue }
      #expect((header.size == nil) != (header.defect == nil))
      if let defect = header.defect { #expect(0...bytes.count ~= defect.offset) }
    }
  }

  @Test("A file that is cut at any byte has a size or says that it is cut", arguments: ["phone.heic", "photo.avif"])
  func cut(name: String) throws {
    let file = try #require(FixtureImages.bytes(named: name))
    for length in 12..<file.count {
      let header = try #require(ImageHeader.read(Array(file.prefix(length))).header)
      #expect((header.size == nil) != (header.defect == nil), "cut at \(length)")
    }
  }
}
