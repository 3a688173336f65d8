/// From luminance to the colour that is printed, `0xRRGGBB`.
struct ToneTable: Sendable {
  /// Without a screen: one look-up a pixel, levels and steps at once.
  let flat: [UInt32]
  /// With a screen: for a levelled luminance plus the screen's offset plus ``bias``.
  let screened: [UInt32]
  /// What the screen's offset is added to.
  let levelled: [UInt8]

  /// The screened table begins at a luminance of −256.
  static let bias = 256

  init(ramp: Ramp, levels: Levels) {
    let packed = ramp.tones.map { UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue) }
    levelled = levels.table
    flat = levels.table.map { packed[Ramp.step(of: Int($0))] }
    screened = (0..<768).map { packed[Ramp.step(of: $0 - Self.bias)] }
  }
}
