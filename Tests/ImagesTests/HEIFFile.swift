@testable import Images

/// The boxes of a HEIF file, for what its reader must tell of them.
struct HEIFFile {
  var brand = "heic"
  /// The boxes of `ipco`, each with the item that it is about.
  var properties: [(item: Int, box: [UInt8])]
  var items: [(id: Int, type: String)] = [(1, "hvc1")]
  var references: [(type: String, from: Int, to: Int)] = []
  /// Whether numbers of items have four bytes, and those of properties two.
  var isLong = false

  static func size(_ width: UInt32, _ height: UInt32) -> [UInt8] {
    box("ispe", long(0) + ImageHeaderTests.big32(width) + ImageHeaderTests.big32(height))
  }

  static func box(_ type: String, _ body: [UInt8]) -> [UInt8] { long(8 + body.count) + Array(type.utf8) + body }
  static func long(_ value: Int) -> [UInt8] { ImageHeaderTests.big32(UInt32(value)) }
  static func short(_ value: Int) -> [UInt8] { ImageHeaderTests.big16(value) }

  private func id(_ item: Int) -> [UInt8] { isLong ? Self.long(item) : Self.short(item) }
  private var version: [UInt8] { Self.long(isLong ? 0x0100_0000 : 0) }

  private var information: [UInt8] {
    var boxes = version + id(items.count)
    for item in items {
      let body: [UInt8] = Self.long(isLong ? 0x0300_0000 : 0x0200_0000) + id(item.id) + [0, 0]
      boxes += Self.box("infe", body + Array(item.type.utf8) + [0])
    }
    return boxes
  }

  private var associations: [UInt8] {
    let ids = Set(properties.map(\.item)).sorted()
    var entries = Self.long(isLong ? 0x0100_0001 : 0) + Self.long(ids.count)
    for item in ids {
      let numbers = properties.indices.filter { properties[$0].item == item }.map { $0 + 1 }
      entries += id(item) + [UInt8(numbers.count)]
      for number in numbers { entries += isLong ? Self.short(0x8000 | number) : [UInt8(0x80 | number)] }
    }
    return entries
  }

  private var meta: [UInt8] {
    var boxes = Self.long(0)
    boxes += Self.box("hdlr", Self.long(0) + Self.long(0) + Array("pict".utf8) + [UInt8](repeating: 0, count: 13))
    boxes += Self.box("pitm", version + id(1))
    boxes += Self.box("iinf", information)
    boxes += Self.box("iref", version + references.flatMap { Self.box($0.type, id($0.from) + Self.short(1) + id($0.to)) })
    boxes += Self.box("iprp", Self.box("ipco", properties.flatMap(\.box)) + Self.box("ipma", associations))
    return Self.box("meta", boxes)
  }

  var bytes: [UInt8] {
    let brands = Array(brand.utf8) + Self.long(0) + Array("mif1\(brand)".utf8)
    return Self.box("ftyp", brands) + meta
  }
}
