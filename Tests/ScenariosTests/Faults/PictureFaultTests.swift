import Formats
import HTTPMessage
import Images
import Scenarios
import Testing

@Suite("Faults of pictures", .timeLimit(.minutes(15)))
struct PictureFaultTests {
  /// What a picture becomes.
  private func changed(_ picture: [UInt8], by name: String, _ given: [String: FaultValues.Value] = [:]) throws -> [UInt8] {
    let fault = try #require(try fault(name, given) as? any PictureFault)
    var draws = SeededRandom.test
    return fault.changed(picture, draws: &draws)
  }

  private func rows(of file: [UInt8], as format: ImageFormat) -> (count: Int, isWhole: Bool) {
    var counter = RowCounter()
    do { try ImageDecoder.decode(file, as: format, maximumArea: 1 << 26, into: &counter) } catch { return (counter.count, false) }
    return (counter.count, true)
  }

  static let extents: [Extent] = [.percent(0), .bytes(0), .percent(10), .percent(50), .percent(90), .percent(100), .bytes(Int.max)]

  @Test("corrupt-image: no strict decoder reads it, wherever the damage begins", arguments: ImageFormat.written, extents)
  func corrupt(format: ImageFormat, extent: Extent) throws {
    for (width, height, alpha) in [(1, 1, false), (2, 3, true), (64, 48, false), (160, 120, true), (256, 8, false)] {
      let picture = try width == 256 ? flat(width, height, as: format) : gradient(width, height, alpha: alpha, as: format)
      let broken = try changed(picture, by: "corrupt-image", ["after": .extent(extent)])
      #expect(rows(of: picture, as: format).isWhole)
      #expect(!rows(of: broken, as: format).isWhole, "\(width)x\(height)")
      #expect(broken.count == picture.count)
      let header = try #require(ImageHeader.read(broken).header)
      #expect(header.format == format && header == ImageHeader.read(picture).header, "\(width)x\(height)")
    }
  }

  @Test("corrupt-image: what is to stay whole does, and what follows is damaged", arguments: ImageFormat.written)
  func place(format: ImageFormat) throws {
    let picture = try gradient(160, 120, as: format)
    let broken = try changed(picture, by: "corrupt-image")
    let first = try #require(zip(picture, broken).enumerated().first { $1.0 != $1.1 }).offset
    // Chance may leave a byte as it was, at most a few.
    #expect(picture.count / 2...picture.count / 2 + 8 ~= first)
  }

  @Test("corrupt-image: a JPEG decodes part-way first")
  func partWay() throws {
    let broken = try changed(try gradient(160, 120, as: .jpeg), by: "corrupt-image")
    #expect(40...100 ~= rows(of: broken, as: .jpeg).count)
  }

  @Test("corrupt-image: in a PNG of several data chunks all data behind the place are damaged, and nothing else")
  func manyChunks() throws {
    func chunk(_ type: String, _ count: Int) -> [UInt8] {
      [0, 0, 0, UInt8(count)] + Array(type.utf8) + [UInt8](repeating: 7, count: count + 4)
    }
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let picture = signature + chunk("IHDR", 13) + chunk("IDAT", 5) + chunk("tEXt", 3) + chunk("IDAT", 6) + chunk("IEND", 0)
    let broken = try changed(picture, by: "corrupt-image", ["after": .extent(.bytes(43))])
    #expect(picture.indices.filter { picture[$0] != broken[$0] } == Array(43..<46) + Array(73..<79))
  }

  @Test(
    "corrupt-image: bytes that are no picture are damaged too", arguments: [[], [1], Array("hello, world".utf8), [0x89, 0x50, 0x4E, 0x47]])
  func noPicture(bytes: [UInt8]) throws {
    let broken = try changed(bytes, by: "corrupt-image")
    #expect(broken.count == bytes.count)
    #expect(broken != bytes || bytes.isEmpty)
    #expect(broken.prefix(bytes.count / 2) == bytes.prefix(bytes.count / 2))
  }

  static let formats: [(from: ImageFormat, as: String, to: ImageFormat)] = [
    (.png, "webp", .webp), (.png, "jpeg", .jpeg), (.png, "png", .jpeg), (.jpeg, "webp", .webp), (.jpeg, "jpeg", .png),
    (.jpeg, "png", .png), (.webp, "webp", .png), (.webp, "jpeg", .jpeg), (.webp, "png", .png),
  ]

  @Test("mislabelled-image: a whole picture of the same size in another format", arguments: formats)
  func mislabelled(from: ImageFormat, as name: String, to: ImageFormat) throws {
    let picture = try gradient(40, 30, as: from)
    let other = try changed(picture, by: "mislabelled-image", ["as": .text(name)])
    #expect(ImageHeader.read(other).format == to)
    var counter = RowCounter()
    try ImageDecoder.decode(other, as: to, maximumArea: 1 << 20, into: &counter)
    #expect(counter.size == PixelSize(width: 40, height: 30))
  }

  @Test("mislabelled-image: what is no picture stays")
  func nothingToRelabel() throws {
    #expect(try changed([1, 2, 3], by: "mislabelled-image") == [1, 2, 3])
    let cut = Array(try gradient(40, 30, as: .png).prefix(200))
    #expect(try changed(cut, by: "mislabelled-image") == cut)
  }

  @Test("placeholder-image: seven bytes that are no picture")
  func tiny() throws {
    let stub = try changed(try gradient(40, 30, as: .png), by: "placeholder-image")
    #expect(stub.count == 7)
    #expect(ImageHeader.read(stub).format == nil)
  }

  @Test("placeholder-image: or a whole picture of about 2 KB, of the same format", arguments: ImageFormat.written)
  func small(format: ImageFormat) throws {
    let stub = try changed(try gradient(40, 30, as: format), by: "placeholder-image", ["size": .text("small")])
    #expect(1_700...2_400 ~= stub.count)
    #expect(rows(of: stub, as: format).isWhole)
  }

  @Test("Picture faults leave the rest of the response alone", arguments: ["corrupt-image", "mislabelled-image", "placeholder-image"])
  func draft(name: String) throws {
    #expect(plan(response(100), try fault(name)) == DeliveryPlan(response(100)))
  }
}
