import Contract
import Formats
import HTTPMessage
import Images
import Journal
import MockService
import Support
import Testing

/// Every rule and decision is in the fixtures; this is on pixels, caches and the journal.
@Suite("Pictures that are stored turned", .timeLimit(.minutes(15)))
struct OrientationServiceTests {
  private static let size = PixelSize(width: 256, height: 128)

  /// The picture as `orientation` has it stored, with the chunk `eXIf` that says so, or another number.
  private func stored(_ orientation: ImageOrientation, says number: Int? = nil) throws -> [UInt8] {
    let size = orientation.swapsSides ? Self.size.transposed : Self.size
    let area = size.width * size.height
    // Turning the coordinates of what is stored tells where each pixel that is seen comes from.
    let rows = orientation.seen((0..<area).map { UInt8($0 / size.width) }, of: size)
    let columns = orientation.seen((0..<area).map { UInt8($0 % size.width) }, of: size)
    var bytes = [UInt8](repeating: 0, count: area * 3)
    for index in 0..<area {
      let (x, y) = (index % Self.size.width, index / Self.size.width)
      let start = (Int(rows[index]) * size.width + Int(columns[index])) * 3
      bytes.replaceSubrange(start..<start + 3, with: [UInt8(x), UInt8(y * 2), x > 2 * y ? 200 : 40])
    }
    var file = try ImageEncoder.encode(Raster(layout: RowLayout(size: size, channels: .rgb), bytes: bytes), as: .png)
    file.insert(contentsOf: exif(number ?? orientation.rawValue), at: 33)
    return file
  }

  private func exif(_ orientation: Int) -> [UInt8] {
    let tag: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0, 0]
    let chunk = Array("eXIf".utf8) + [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1] + tag + [0, 0, 0, 0]
    var checksum = UInt32.max
    for byte in chunk {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
    }
    return [0, 0, 0, UInt8(chunk.count - 4)] + chunk + (0..<4).map { UInt8(truncatingIfNeeded: ~checksum >> (24 - 8 * $0)) }
  }

  private func pixels(_ file: [UInt8], _ mock: Mock, size: String = "64x64") throws -> Raster {
    let response = mock.dgrid([
      .file("image", file), .text("prompt", "x"), .text("model", "wanx-v1"), .text("size", size), .text("response_format", "b64_json"),
    ])
    return try decoded(try Base64.decode(Array(try response.string("data", "0", "b64_json").utf8)))
  }

  @Test("They are drawn as they are seen, whatever has them turned", arguments: ImageOrientation.allCases)
  func drawn(orientation: ImageOrientation) throws {
    let mock = Mock()
    let upright = try pixels(stored(.upright), mock)
    let isSame = try pixels(stored(orientation), mock) == upright
    #expect(isSame)
    #expect(try pixels(stored(orientation), mock, size: "auto").layout.size == PixelSize(width: 1536, height: 1024))
  }

  @Test("With --set dgrid.image-orientation=ignore they are drawn as they are stored")
  func ignored() throws {
    let mock = Mock { try? $0.settings.set("dgrid.image-orientation=ignore") }
    let plain = try pixels(stored(.turnedRight, says: 1), mock)
    let isSame = try pixels(stored(.turnedRight), mock) == plain
    #expect(isSame)
    #expect(try pixels(stored(.turnedRight), mock, size: "auto").layout.size == PixelSize(width: 1024, height: 1536))
  }

  @Test("A picture that is honoured has another name than one that is not: a folder of pictures may have both")
  func named() throws {
    let urls = try ["honour", "ignore"].map { value in
      let mock = Mock { try? $0.settings.set("dgrid.image-orientation=\(value)") }
      let fields: [FormField] = [.file("image", try stored(.upsideDown)), .text("prompt", "x"), .text("model", "wanx-v1")]
      return try mock.dgrid(fields).string("data", "0", "url")
    }
    #expect(urls[0] != urls[1])
  }

  @Test("The journal has the orientation and both sizes", arguments: [false, true])
  func recorded(isRepeated: Bool) throws {
    let mock = Mock()
    let file = try #require(FixtureImages.bytes(named: "phone.heic"))
    for _ in 0..<(isRepeated ? 2 : 1) {
      let response = mock.venice([("prompt", "Make the sky pink"), ("image", .ascii(Base64.encode(file)))])
      #expect(ImageHeader.read(response.body).header?.size == PixelSize(width: 928, height: 1152))
    }
    let facts = try #require(mock.lastRecord().images.first).facts
    #expect(facts.orientation == .turnedRight)
    #expect(facts.size == PixelSize(width: 320, height: 256) && facts.seenSize == PixelSize(width: 256, height: 320))
  }
}
