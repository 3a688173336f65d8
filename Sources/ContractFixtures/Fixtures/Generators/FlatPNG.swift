/// A PNG whose samples are all 0: black, and transparent where the mode has alpha.
///
/// It takes no time to write, however large: the pixels are one run of zeros.
struct FlatPNG: Sendable {
  /// What a pixel is in the file.
  enum Mode: String, CaseIterable, Sendable {
    case grey = "L"
    case greyAlpha = "LA"
    case rgb = "RGB"
    case rgba = "RGBA"
    /// A palette of one colour, a transparent one (`tRNS`).
    case palette = "P"

    var colourType: UInt8 {
      switch self {
      case .grey: 0
      case .rgb: 2
      case .palette: 3
      case .greyAlpha: 4
      case .rgba: 6
      }
    }

    var channels: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }
  }

  enum Damage: String, CaseIterable, Sendable {
    /// The checksum of the pixels' chunk is wrong.
    case crc
    /// The file ends in the middle of its pixels.
    case truncated
    /// The file ends after its header.
    case headerOnly = "header-only"
    /// The compressed data go on for 64 MB after the last pixel.
    case bomb
  }

  let width: Int
  let height: Int
  let mode: Mode
  let padTo: Int?
  let damage: Damage?

  /// Zeros that are one byte more in each row than its samples: the filter.
  private var rawLength: Int {
    damage == .headerOnly ? 0 : (1 + width * mode.channels) * height + (damage == .bomb ? 64 << 20 : 0)
  }

  /// Most raw bytes that are worth writing: twice the largest picture that an API takes, in RGBA.
  private static let longestRaw = 1 << 28
  private static let sides = 0...0x7FFF_FFFF

  init(_ node: FixtureNode) throws(FixtureError) {
    let object = try node.object("a $png", ["width", "height", "mode", "pad-to", "damage"])
    width = try object.required("width").integer(in: Self.sides)
    height = try object.required("height").integer(in: Self.sides)
    mode = Mode(rawValue: try object["mode"]?.string(of: Mode.allCases.map(\.rawValue), "mode") ?? "RGB") ?? .rgb
    damage = Damage(rawValue: try object["damage"]?.string(of: Damage.allCases.map(\.rawValue), "damage") ?? "")
    padTo = try object["pad-to"]?.integer(in: 0...1 << 28)
    guard damage == .headerOnly || height == 0 || width <= Self.longestRaw / height / mode.channels else {
      throw node.error("\(width)x\(height) is more than a file is made of; write \"damage\": \"header-only\"")
    }
    if let pad = object["pad-to"], let padTo {
      let least = unpadded().count + PNGChunk.overhead
      guard padTo >= least else { throw pad.error("the file has \(least) bytes at least when it is padded; write \(least) or more") }
    }
  }

  func bytes() -> [UInt8] {
    let file = unpadded()
    guard let padTo else { return file }
    let padding = PNGChunk.padding(padTo - file.count)
    return Array(file[..<PNGChunk.headLength] + padding + file[PNGChunk.headLength...])
  }

  private func unpadded() -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += PNGChunk.bytes("IHDR", width.bigEndian32 + height.bigEndian32 + [8, mode.colourType, 0, 0, 0])
    if damage == .headerOnly { return file }
    if mode == .palette { file += PNGChunk.bytes("PLTE", [0xD0, 0xA0, 0x60]) + PNGChunk.bytes("tRNS", [0]) }
    var pixels = PNGChunk.bytes("IDAT", ZlibZeros.stream(of: rawLength))
    if damage == .crc { pixels[pixels.count - 1] ^= 0xFF }
    if damage == .truncated { return file + pixels.prefix(pixels.count / 2) }
    return file + pixels + PNGChunk.bytes("IEND", [])
  }
}
