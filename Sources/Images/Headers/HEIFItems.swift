internal import Formats

/// The items of a box `meta`, of which the primary one is the picture: their types, their properties and how they belong together.
///
/// Whatever the boxes say, each is looked at a fixed number of times: the bounds below are far above what files have.
struct HEIFItems {
  /// The number of the item that is shown.
  let primary: Int
  private let information: HEIFBox?
  private let references: HEIFBox?
  private let associations: [HEIFBox]
  /// The boxes of `ipco`, which are counted from 1.
  private let propertyBoxes: [HEIFBox]

  private static let mostProperties = 4_096
  private static let mostAssociations = 4_096
  private static let mostReferences = 64

  /// Reads the box `meta`; nil: it names no primary item, or has no properties.
  init?(_ meta: HEIFBox, of bytes: Span<UInt8>) {
    // A version and flags stand before the boxes.
    let inside = meta.body + 4..<max(meta.end, meta.body + 4)
    guard
      let primary = HEIFBox.first("pitm", in: inside, of: bytes).flatMap({
        Self.item(at: $0.body + 4, isLong: $0.version(bytes) > 0, bytes)
      }),
      let properties = HEIFBox.first("iprp", in: inside, of: bytes),
      let container = HEIFBox.first("ipco", in: properties.inside, of: bytes)
    else { return nil }
    self.primary = primary
    information = HEIFBox.first("iinf", in: inside, of: bytes)
    references = HEIFBox.first("iref", in: inside, of: bytes)
    propertyBoxes = HEIFBox.all(in: container.inside, of: bytes, limit: Self.mostProperties)
    associations = HEIFBox.all(in: properties.inside, of: bytes, limit: 4).filter { bytes.holds("ipma", at: $0.start + 4) }
  }

  /// Returns the properties of an item, in the order in which they apply.
  func properties(of item: Int, in bytes: Span<UInt8>) -> [HEIFBox] {
    var found: [HEIFBox] = []
    for box in associations {
      let hasLongItems = box.version(bytes) > 0
      let hasLongIndices = (bytes.byte(at: box.body + 3) ?? 0) & 1 == 1
      var offset = box.body + 8
      for _ in 0..<Self.mostAssociations {
        guard offset < box.end, let id = Self.item(at: offset, isLong: hasLongItems, bytes),
          let count = bytes.byte(at: offset + (hasLongItems ? 4 : 2))
        else { break }
        offset += hasLongItems ? 5 : 3
        for _ in 0..<count {
          // The highest bit says that readers must know the property.
          let index = hasLongIndices ? (bytes.bigEndian16(at: offset) ?? 0) & 0x7FFF : Int(bytes.byte(at: offset) ?? 0) & 0x7F
          if id == item, propertyBoxes.indices.contains(index - 1) { found.append(propertyBoxes[index - 1]) }
          offset += hasLongIndices ? 2 : 1
        }
        if !found.isEmpty { return found }
      }
    }
    return found
  }

  /// Returns how the pixels are coded: those of a grid are in its tiles. Nil: no box says it.
  func coding(of bytes: Span<UInt8>) -> HEIFCoding? {
    guard let type = type(of: primary, in: bytes) else { return nil }
    guard ["grid", "iovl", "iden"].contains(type) else { return HEIFCoding(name: type) }
    let tile = related("dimg", in: bytes).first { $0.from == primary }?.to
    return tile.flatMap { self.type(of: $0, in: bytes) }.map(HEIFCoding.init)
  }

  /// Tells whether another item is the primary one's transparency.
  func hasAlpha(_ bytes: Span<UInt8>) -> Bool {
    related("auxl", in: bytes).contains { reference in
      reference.to == primary
        && properties(of: reference.from, in: bytes).contains { bytes.holds("auxC", at: $0.start + 4) && Self.isAlpha($0, bytes) }
    }
  }

  /// The types are `urn:mpeg:mpegB:cicp:systems:auxiliary:alpha`, and `urn:mpeg:hevc:2015:auxid:1` in HEVC.
  private static func isAlpha(_ box: HEIFBox, _ bytes: Span<UInt8>) -> Bool {
    let name = bytes.prefix(64, from: box.body + 4).prefix { $0 != 0 }
    return ["urn:mpeg:mpegB:cicp:systems:auxiliary:alpha", "urn:mpeg:hevc:2015:auxid:1"].contains(String(decoding: name, as: UTF8.self))
  }

  private func type(of item: Int, in bytes: Span<UInt8>) -> String? {
    guard let information else { return nil }
    var offset = information.body + (information.version(bytes) > 0 ? 8 : 6)
    while let box = HEIFBox(at: offset, before: information.end, of: bytes) {
      offset = box.end
      let version = box.version(bytes)
      guard version >= 2, Self.item(at: box.body + 4, isLong: version > 2, bytes) == item else { continue }
      // Behind the number of the item stands one of two bytes on its protection.
      return String(decoding: bytes.prefix(4, from: box.body + (version > 2 ? 10 : 8)), as: UTF8.self)
    }
    return nil
  }

  /// Returns the first references of a type, each from one item to the first of those that it names.
  private func related(_ type: StaticString, in bytes: Span<UInt8>) -> [(from: Int, to: Int)] {
    guard let references else { return [] }
    let isLong = references.version(bytes) > 0
    let boxes = HEIFBox.all(in: references.body + 4..<max(references.end, references.body + 4), of: bytes, limit: Self.mostReferences)
    return boxes.compactMap { box in
      guard bytes.holds(type, at: box.start + 4), let from = Self.item(at: box.body, isLong: isLong, bytes),
        let to = Self.item(at: box.body + (isLong ? 6 : 4), isLong: isLong, bytes)
      else { return nil }
      return (from, to)
    }
  }

  private static func item(at offset: Int, isLong: Bool, _ bytes: Span<UInt8>) -> Int? {
    isLong ? bytes.bigEndian32(at: offset) : bytes.bigEndian16(at: offset)
  }
}

extension HEIFBox {
  /// What is in it.
  fileprivate var inside: Range<Int> { body..<end }

  /// The first byte of a box that has a version.
  fileprivate func version(_ bytes: Span<UInt8>) -> UInt8 { bytes.byte(at: body) ?? 0 }

  /// Returns the boxes that stand in a range one behind the other, at most `limit`.
  fileprivate static func all(in range: Range<Int>, of bytes: Span<UInt8>, limit: Int) -> [HEIFBox] {
    var boxes: [HEIFBox] = []
    var offset = range.lowerBound
    while boxes.count < limit, let box = HEIFBox(at: offset, before: range.upperBound, of: bytes) {
      boxes.append(box)
      offset = box.end
    }
    return boxes
  }
}
