/// With which scalars a match can begin, and whether it can be empty.
struct RegexFirsts: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Scalars from 128 on are not told apart.
  private var hasOthers = false
  private(set) var canBeEmpty = false

  init(_ syntax: RegexSyntax) {
    switch syntax {
    case .scalar(let scalar): add(ScalarSet(ranges: [scalar...scalar]))
    case .set(let set): add(set)
    case .assertion: canBeEmpty = true
    case .sequence(let parts): addSequence(parts)
    case .choice(let branches): addChoice(branches)
    case .repeated(_, least: _, most: .some(0)): canBeEmpty = true
    case .repeated(let part, let least, most: _):
      self = RegexFirsts(part)
      canBeEmpty = canBeEmpty || least == 0
    }
  }

  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 != 0 }
    return scalar < 128 ? high >> UInt64(scalar - 64) & 1 != 0 : hasOthers
  }

  /// Whether a scalar that begins with that byte is among them.
  func contains(beginning byte: UInt8) -> Bool {
    // 0x80 ..< 0xC0 is the rest of a scalar.
    (byte < 0x80 || byte >= 0xC0) && contains(UInt32(byte))
  }

  private mutating func add(_ set: ScalarSet) {
    let bits = set.ascii
    (low, high) = (low | bits.low, high | bits.high)
    hasOthers = hasOthers || set.isInverted || !set.traits.isEmpty || set.ranges.contains { $0.upperBound >= 128 }
  }

  private mutating func addSequence(_ parts: [RegexSyntax]) {
    canBeEmpty = true
    for part in parts where canBeEmpty {
      let firsts = RegexFirsts(part)
      unite(firsts)
      canBeEmpty = firsts.canBeEmpty
    }
  }

  private mutating func addChoice(_ branches: [RegexSyntax]) {
    for branch in branches {
      let firsts = RegexFirsts(branch)
      unite(firsts)
      canBeEmpty = canBeEmpty || firsts.canBeEmpty
    }
  }

  private mutating func unite(_ other: RegexFirsts) {
    (low, high, hasOthers) = (low | other.low, high | other.high, hasOthers || other.hasOthers)
  }
}
