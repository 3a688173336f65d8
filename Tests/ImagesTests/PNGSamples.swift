import Testing

/// Made-up samples in one of PNG's forms, with what they must decode to.
struct PNGSamples: CustomTestStringConvertible {
  var colorType: UInt8
  var depth: Int
  var interlaced: Bool

  static let width = 11
  static let height = 9

  /// Every legal pair of colour type and depth (PNG specification, table 11.1), plain and interlaced.
  static let all: [PNGSamples] = forms.flatMap { form -> [PNGSamples] in
    [false, true].map { PNGSamples(colorType: form.colorType, depth: form.depth, interlaced: $0) }
  }

  private static let forms: [(colorType: UInt8, depth: Int)] = [
    (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16),
  ]

  var testDescription: String { "colour type \(colorType), \(depth) bits\(interlaced ? ", interlaced" : "")" }

  var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType] ?? 0 }

  /// Any palette of 2^depth entries.
  var palette: [[UInt8]] { (0..<(1 << min(depth, 8))).map(Self.entry) }

  private static func entry(_ index: Int) -> [UInt8] {
    let blue = index * 7 % 256
    return [UInt8(index), UInt8(255 - index), UInt8(blue)]
  }

  /// The stored sample; spread over the whole range.
  func sample(x: Int, y: Int, channel: Int) -> Int {
    let scattered = x * 7919 + y * 104_729 + channel * 1_299_709
    return scattered % (1 << depth)
  }

  func pixel(x: Int, y: Int) -> [Int] { (0..<channels).map { sample(x: x, y: y, channel: $0) } }

  func file(transparency: [UInt8]? = nil) -> PNGFile {
    var chunks = [
      PNGFile.Chunk.header(
        width: UInt32(Self.width), height: UInt32(Self.height), depth: UInt8(depth), colorType: colorType, interlaced: interlaced)
    ]
    if colorType == 3 { chunks.append(.init("PLTE", palette.flatMap { $0 })) }
    if let transparency { chunks.append(.init("tRNS", transparency)) }
    return PNGFile(chunks + [.init("IDAT", zlib(imageData)), .init("IEND")])
  }

  /// The rows of each pass, every one behind its filter byte 0.
  private var imageData: [UInt8] {
    // Adam7: first column and row, steps between columns and rows.
    let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    var data: [UInt8] = []
    for (firstX, firstY, stepX, stepY) in interlaced ? passes : [(0, 0, 1, 1)] where firstX < Self.width {
      for y in stride(from: firstY, to: Self.height, by: stepY) {
        let samples = stride(from: firstX, to: Self.width, by: stepX).flatMap { pixel(x: $0, y: y) }
        data += [0] + packed(samples)
      }
    }
    return data
  }

  private func packed(_ samples: [Int]) -> [UInt8] {
    var bits: [UInt8] = samples.flatMap { (sample: Int) -> [UInt8] in
      (0..<depth).reversed().map { UInt8(sample >> $0 & 1) }
    }
    while bits.count % 8 != 0 { bits.append(0) }
    return stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | $1 }
    }
  }

  /// RGB or RGBA, 8 bits; `alpha` judges stored samples and stands for a tRNS chunk.
  func expected(alpha: (([Int]) -> UInt8)? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    for y in 0..<Self.height {
      for x in 0..<Self.width {
        let stored = pixel(x: x, y: y)
        bytes += color(of: stored)
        bytes += alpha.map { [$0(stored)] } ?? storedAlpha(of: stored)
      }
    }
    return bytes
  }

  private func color(of pixel: [Int]) -> [UInt8] {
    switch colorType {
    case 3: palette[pixel[0]]
    case 0, 4: Array(repeating: scaled(pixel[0]), count: 3)
    default: pixel.prefix(3).map(scaled)
    }
  }

  private func storedAlpha(of pixel: [Int]) -> [UInt8] {
    colorType & 4 == 0 ? [] : [scaled(pixel[channels - 1])]
  }

  /// To 8 bits, rounded.
  private func scaled(_ sample: Int) -> UInt8 {
    let maximum = (1 << depth) - 1
    return UInt8((sample * 255 + maximum / 2) / maximum)
  }
}
