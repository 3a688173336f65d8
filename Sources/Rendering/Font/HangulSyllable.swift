/// A Korean syllable, taken apart into its letters (jamo), by their order in Unicode.
struct HangulSyllable: Sendable, Equatable {
  /// 0..<19; nil in a lone vowel.
  var initial: Int?
  /// 0..<21; nil in a lone consonant.
  var medial: Int?
  /// 1...27; nil when there is none.
  var final: Int?

  /// A precomposed syllable (U+AC00...), or a lone letter of the compatibility block (U+3131...) or the conjoining block.
  ///
  /// The arithmetic is that of The Unicode Standard, section 3.12.
  init?(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    switch value {
    case 0xac00...0xd7a3:
      let index = value - 0xac00
      (initial, medial) = (index / 588, index % 588 / 28)
      final = index % 28 == 0 ? nil : index % 28
    case 0x3131...0x314e:
      guard let letter = Jamo.compatibilityConsonants.dropFirst(value - 0x3131).first else { return nil }
      (initial, final) = letter.isFinal ? (nil, letter.index) : (letter.index, nil)
    case 0x314f...0x3163: medial = value - 0x314f
    default:
      guard let letter = HangulSyllable(conjoining: [scalar]) else { return nil }
      self = letter
    }
  }

  /// Letters written one by one, as file names from some systems are: initial, medial and perhaps final.
  init?(conjoining scalars: [Unicode.Scalar]) {
    guard scalars.count <= 3 else { return nil }
    for scalar in scalars {
      switch Int(scalar.value) {
      case let value where (0x1100...0x1112).contains(value) && initial == nil: initial = value - 0x1100
      case let value where (0x1161...0x1175).contains(value) && medial == nil: medial = value - 0x1161
      case let value where (0x11a8...0x11c2).contains(value) && final == nil: final = value - 0x11a7
      case let value where (0xac00...0xd7a3).contains(value) && initial == nil && (value - 0xac00) % 28 == 0:
        (initial, medial) = ((value - 0xac00) / 588, (value - 0xac00) % 588 / 28)
      default: return nil
      }
    }
  }
}
