import Testing

/// Random samples of 8 bits in one of PNG's colour types, every row behind a filter.
struct FilteredSamples: CustomTestStringConvertible {
  var colorType: UInt8
  var width: Int
  /// Of row y, `filters[y % filters.count]`.
  var filters: [UInt8]
  var hasTransparency = false

  static let height = 7

  var testDescription: String { "colour type \(colorType)\(hasTransparency ? " with tRNS" : ""), \(width) wide, filters \(filters)" }

  var stride: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 0 }

  /// Fewer entries than there are indices: those beyond are black.
  var palette: [UInt8] { (0..<200 * 3).map { UInt8(truncatingIfNeeded: $0 &* 91 &+ 17) } }

  var rows: [[UInt8]] {
    var state = UInt32(width) &* 977 &+ UInt32(colorType)
    return (0..<Self.height).map { _ in
      (0..<width * stride).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      }
    }
  }

  var transparency: [UInt8] {
    colorType == 3 ? (0..<99).map { UInt8($0 * 2) } : rows[1].prefix(stride).flatMap { [0, $0] }
  }

  /// The zlib stream is cut into chunks of these lengths, and the rest.
  func file(cuts: [Int] = []) -> PNGFile {
    var data = zlib(filtered)
    var chunks = [PNGFile.Chunk.header(width: UInt32(width), height: UInt32(Self.height), depth: 8, colorType: colorType)]
    if colorType == 3 { chunks.append(.init("PLTE", palette)) }
    if hasTransparency { chunks.append(.init("tRNS", transparency)) }
    for cut in cuts {
      chunks.append(.init("IDAT", Array(data.prefix(cut))))
      data.removeFirst(min(cut, data.count))
    }
    return PNGFile(chunks + [.init("IDAT", data), .init("IEND")])
  }

  private var filtered: [UInt8] {
    var above = [UInt8](repeating: 0, count: width * stride)
    var data: [UInt8] = []
    for (y, row) in rows.enumerated() {
      let filter = filters[y % filters.count]
      data.append(filter)
      for x in row.indices {
        let left = x < stride ? 0 : Int(row[x - stride])
        let corner = x < stride ? 0 : Int(above[x - stride])
        let prediction = Self.prediction(filter, left: left, above: Int(above[x]), corner: corner)
        data.append(row[x] &- UInt8(prediction))
      }
      above = row
    }
    return data
  }

  /// PNG specification, 9.2 and 9.4.
  private static func prediction(_ filter: UInt8, left: Int, above: Int, corner: Int) -> Int {
    switch filter {
    case 1: return left
    case 2: return above
    case 3: return (left + above) / 2
    case 4:
      let estimate = left + above - corner
      let distances = [left, above, corner].map { abs(estimate - $0) }
      if distances[0] <= distances[1], distances[0] <= distances[2] { return left }
      return distances[1] <= distances[2] ? above : corner
    default: return 0
    }
  }
}

extension FilteredSamples {
  /// RGB or RGBA.
  var expected: [UInt8] {
    let samples = rows.joined()
    return Swift.stride(from: 0, to: samples.count, by: stride).flatMap { expanded(Array(samples.dropFirst($0).prefix(stride))) }
  }

  private func expanded(_ pixel: [UInt8]) -> [UInt8] {
    switch colorType {
    case 0: [pixel[0], pixel[0], pixel[0]] + keyAlpha(pixel)
    case 2: pixel + keyAlpha(pixel)
    case 3: entry(Int(pixel[0]))
    case 4: [pixel[0], pixel[0], pixel[0], pixel[1]]
    default: pixel
    }
  }

  private func keyAlpha(_ pixel: [UInt8]) -> [UInt8] {
    hasTransparency ? [pixel == Array(rows[1].prefix(stride)) ? 0 : 255] : []
  }

  private func entry(_ index: Int) -> [UInt8] {
    let color = index * 3 < palette.count ? Array(palette[index * 3..<index * 3 + 3]) : [0, 0, 0]
    guard hasTransparency else { return color }
    return color + [index < transparency.count ? transparency[index] : 255]
  }
}
