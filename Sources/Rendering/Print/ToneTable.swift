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
