/// Which scalars are the same but for their case, one scalar against one: `ß` and `SS` are not, `K` and the Kelvin sign are.
enum CaseFolding {
  /// All scalars that another one folds to, or that fold to another, by what they fold to.
  private static let families: [[UInt32]] = {
    var families: [UInt32: [UInt32]] = [:]
    // Nothing between the kana and the syllables of Yi, nor beyond the Adlam letters, has a case.
    for value in [0..<0x3000, 0xA000..<0xD800, 0xE000..<0x1F000].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let properties = scalar.properties
      guard properties.changesWhenLowercased || properties.changesWhenUppercased else { continue }
      let folded = folded(scalar).value
      if folded != scalar.value { families[folded, default: [folded]].append(scalar.value) }
    }
    return Array(families.values)
  }()

  private static let byMember: [UInt32: [UInt32]] = families.reduce(into: [:]) { byMember, family in
    for member in family { byMember[member] = family }
  }

  /// The scalar and all that differ from it in case only.
  static func family(of scalar: UInt32) -> [UInt32] { byMember[scalar] ?? [scalar] }

  /// The set with every scalar that differs from one of its own in case only. What is inverted is closed before it is inverted.
  static func closing(_ set: ScalarSet) -> ScalarSet {
    let ranges = set.merged.ranges
    var closed = set
    for family in families where family.contains(where: ranges.holds) { closed.ranges += family.map { $0...$0 } }
    return closed.merged
  }

  /// Capital, then small: so `ſ` becomes `s`, and `ς` `σ`. The Turkish `ı` stays what it is, as in Unicode's simple folding.
  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar != "\u{131}" else { return scalar }
    let capital = single(scalar.properties.uppercaseMapping) ?? scalar
    return single(capital.properties.lowercaseMapping) ?? capital
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
  }
}
