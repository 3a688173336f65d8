/// From luminance to the colour that is printed.
struct ToneTable: Sendable {
  /// Without a screen: one look-up a pixel, levels and steps at once.
  let flat: [UInt32]
  /// With a screen: for a levelled luminance plus the screen's offset plus ``bias``.
  let screened: [UInt32]
  /// What the screen's offset is added to.
  let levelled: [UInt8]

  /// The screened table begins at a luminance of −256, and ends at 511.
  static let bias = 256

  init(ramp: Ramp, levels: Levels) {
    let packed = ramp.tones.map(\.packed)
    levelled = levels.table
    flat = levels.table.map { packed[Ramp.step(of: Int($0))] }
    screened = (0..<768).map { packed[Ramp.step(of: $0 - Self.bias)] }
  }
}

extension Ink {
  /// Red, green, blue and a zero, as they are in a row.
  var packed: UInt32 { UInt32(littleEndian: UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16) }
}
