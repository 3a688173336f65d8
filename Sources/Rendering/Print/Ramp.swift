/// The tones of a print, shadow first, paper last.
struct Ramp: Sendable, Equatable {
  /// Few enough that areas are flat and compress well, enough that a face is a face.
  static let steps = 16

  private(set) var tones: [Ink]

  /// A ramp through three points; the tint sits where its own luminance puts it, so that tones only ever get lighter.
  init(_ palette: Palette) {
    let dark = palette.shadow.luminance
    let range = max(1, palette.paper.luminance - dark)
    let last = Self.steps - 1
    // Between a third and two thirds, so that neither half of the ramp is squeezed.
    let turn = min(max((palette.tint.luminance - dark) * last / range, 5), 11)
    tones = (0..<Self.steps).map { step in
      step <= turn
        ? palette.shadow.mixed(with: palette.tint, step, of: turn)
        : palette.tint.mixed(with: palette.paper, step - turn, of: last - turn)
    }
  }

  /// The step that a luminance of 0...255 falls in.
  static func step(of luminance: Int) -> Int { min(max(luminance, 0), 255) * steps / 256 }
}
