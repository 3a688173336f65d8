/// Mixes the tones of a print, shadow first, paper last.
struct Ramp: Sendable, Equatable {
  /// Few enough that areas are flat and compress well, enough that a face is a face.
  static let steps = 16

  private(set) var tones: [RGB]

  /// Mixes a ramp through three points; the tint sits where its own luminance puts it, so that tones only ever get lighter.
  init(_ palette: Palette) {
    let dark = palette.shadow.luminance
    let range = max(1, palette.paper.luminance - dark)
    let last = Self.steps - 1
    // Between a third and two thirds, so that neither half of the ramp is squeezed.
    let turn = min(max((palette.tint.luminance - dark) * last / range, 5), 11)
    tones = (0..<Self.steps).map { step in
      step <= turn
        ? palette.shadow.mixed(with: palette.tint, step, of: turn) : palette.tint.mixed(with: palette.paper, step - turn, of: last - turn)
    }
  }

  /// Finds the step that a luminance of 0...255 falls in.
  static func step(of luminance: Int) -> Int { min(max(luminance, 0), 255) * steps / 256 }
}

/// Gives each luminance the colour that it is printed in.
struct ToneTable: Sendable {
  /// Without a halftone: one look-up a pixel, levels and steps at once.
  let flat: [UInt32]
  /// With a halftone: for a levelled luminance plus the halftone's offset plus ``bias``.
  let halftoned: [UInt32]
  /// What the halftone's offset is added to.
  let levelled: [UInt8]

  /// The halftoned table begins at a luminance of −256, and ends at 511.
  static let bias = 256

  init(ramp: Ramp, levels: Levels) {
    let packed = ramp.tones.map(\.packed)
    levelled = levels.table
    flat = levels.table.map { packed[Ramp.step(of: Int($0))] }
    halftoned = (0..<768).map { packed[Ramp.step(of: $0 - Self.bias)] }
  }
}

/// Counts how often each luminance occurs in the part of a picture that is edited.
struct Histogram: Sendable, Equatable {
  private(set) var counts = Array(repeating: 0, count: 256)

  /// - Parameter alpha: the mask; only what it edits at least by half is counted, or everything where that is nothing.
  init(luminance: [UInt8], edited alpha: [UInt8]?) {
    if let alpha { for index in luminance.indices where alpha[index] < 128 { counts[Int(luminance[index])] &+= 1 } }
    guard counts.allSatisfy({ $0 == 0 }) else { return }
    for index in stride(from: 0, to: luminance.count, by: luminance.count / Self.sample | 1) { counts[Int(luminance[index])] &+= 1 }
  }

  /// About as many pixels of a whole picture are counted: enough for its percentiles, and quick for any size.
  private static let sample = 1 << 16
}

/// Stretches the luminance of a picture, so that a dull photograph still prints from shadow to paper.
///
/// The darkest and the lightest hundredth are let go. A picture with little contrast is stretched with a limited gain around
/// its own middle, so that a uniform picture stays uniform and noise is not blown up.
struct Levels: Sendable, Equatable {
  /// For each luminance the stretched one.
  private(set) var table: [UInt8]

  /// No picture is stretched more than if it had this range of luminances.
  private static let leastRange = 88

  /// Leaves luminance as it is.
  static let identity = Levels(table: (0...255).map { UInt8($0) })

  private init(table: [UInt8]) { self.table = table }

  /// - Parameter histogram: how often each of the 256 luminances occurs.
  init(histogram: [Int]) {
    let total = histogram.reduce(0, +)
    guard total > 0 else {
      self = .identity
      return
    }
    let low = Self.percentile(total / 100, of: histogram)
    let high = Self.percentile(total - 1 - total / 100, of: histogram)
    let range = max(high - low, Self.leastRange)
    // Twice the middle, to keep half steps. The picture's own middle moves to the print's as far as it has contrast.
    let middle = low + high
    let target = middle + (255 - middle) * min(high - low, Self.leastRange) / Self.leastRange
    table = (0...255).map { UInt8(clamping: (target + (2 * $0 - middle) * 255 / range) / 2) }
  }

  /// Finds the luminance of the pixel that comes `rank`th, counted from 0 and from the darkest.
  private static func percentile(_ rank: Int, of histogram: [Int]) -> Int {
    var seen = 0
    for (luminance, count) in histogram.enumerated() {
      seen += count
      if seen > rank { return luminance }
    }
    return 255
  }
}
