/// The boxes of a HEIF file with one item, and no pixels: what a server knows before it decodes.
struct HEIFBoxes: Sendable {
  let width: Int
  let height: Int
  /// The type of the item: `hvc1`, `av01`, or one that the mock does not decode.
  let coding: String

  private static let sides = 0...0x7FFF_FFFF

  init(_ node: FixtureNode) throws(FixtureError) {
    let object = try node.object("a $heif", ["width", "height", "coding"])
    width = try object.required("width").integer(in: Self.sides)
    height = try object.required("height").integer(in: Self.sides)
    coding = try object.required("coding").string("the type of an item, such as hvc1")
    guard coding.utf8.count == 4 else { throw node.error("'\(coding)' is no type of an item: it has four characters, such as hvc1") }
  }

  /// The file (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 6.5).
  func bytes() -> [UInt8] {
    let brand = coding == "av01" ? "avif" : "mif1"
    let fileType = Self.box("ftyp", brand.utf8 + 0.bigEndian32 + brand.utf8)
    let handler = Self.box("hdlr", 0.bigEndian32 + 0.bigEndian32 + "pict".utf8 + [UInt8](repeating: 0, count: 13))
    let primary = Self.box("pitm", 0.bigEndian32 + [0, 1])
    let item = Self.box("infe", [2, 0, 0, 0] + [0, 1] + [0, 0] + coding.utf8 + [0])
    let items = Self.box("iinf", 0.bigEndian32 + [0, 1] + item)
    let size = Self.box("ispe", 0.bigEndian32 + width.bigEndian32 + height.bigEndian32)
    // One item with one property, the first.
    let association = Self.box("ipma", 0.bigEndian32 + 1.bigEndian32 + [0, 1, 1, 1])
    let properties = Self.box("iprp", Self.box("ipco", size) + association)
    return fileType + Self.box("meta", 0.bigEndian32 + handler + primary + items + properties)
  }

  private static func box(_ type: String, _ body: [UInt8]) -> [UInt8] { (8 + body.count).bigEndian32 + type.utf8 + body }
}
