internal import Images

/// A JPEG or WebP of one colour.
enum FlatPicture {
  private static let sides = 1...4096

  /// The file that `{"width":…, "height":…, "damage":…}` describes.
  static func file(_ format: ImageFormat, _ node: FixtureNode) throws(FixtureError) -> [UInt8] {
    let object = try node.object("a $\(format.rawValue)", ["width", "height", "damage"])
    let size = PixelSize(width: try object.required("width").integer(in: sides), height: try object.required("height").integer(in: sides))
    let isTruncated = try object["damage"]?.string(of: ["truncated"], "damage") != nil
    do {
      let file = try ImageEncoder.encode(GreyRows(size: size), as: format)
      return isTruncated ? Array(file.prefix(file.count * 3 / 4)) : file
    } catch {
      throw node.error(error.message)
    }
  }
}

private struct GreyRows: RowSource {
  let size: PixelSize

  var layout: RowLayout { RowLayout(size: size, channels: .rgb) }

  func fill(row: inout [UInt8], at y: Int) { row = [UInt8](repeating: 0x80, count: row.count) }
}
