internal import Images
internal import Support

/// Chooses the colours and the pattern that a request is printed with.
///
/// Variation 0 of seed 0 prints the prompt's own palette in flat steps. Other variations stay in the family: the tint turns a
/// little, the shadow more, since it is dark and may, and the pattern changes. Another seed turns the family, and without a colour word
/// takes another one.
struct PrintPlan: Sendable, Equatable {
  var palette: Palette
  var pattern: Halftone.Pattern

  init(_ facts: EditFacts) {
    var hash = StableHash()
    hash.combine(facts.prompt)
    var random = SplitMix64(seed: StableHash.spread(facts.seed))
    let asked = ColourWords(facts.prompt).last
    let chance = facts.seed == 0 ? hash.value : hash.value ^ random.next()
    let named = asked ?? NamedPalette.allCases[Int(chance % UInt64(NamedPalette.lively))]
    let turn = facts.seed == 0 ? 0 : random.next(in: -14...14)
    let shadowTurn = facts.seed == 0 ? 0 : random.next(in: -70...70)
    let firstPattern = facts.seed == 0 ? 0 : random.next(in: 0...4)
    let variation = facts.variation
    palette = named.palette.turned(tint: turn + Self.familyTurn(variation), shadow: shadowTurn + Self.familyTurn(variation) * 3 / 2)
    pattern = Halftone.Pattern.allCases[(firstPattern + (variation % 5 + 5)) % 5]
  }

  /// Turns by 0, 22, −22, 44, −44, … degrees, so that the first few stay close to the colour that was asked for.
  private static func familyTurn(_ variation: Int) -> Int {
    let step = variation % 16
    return (step + 1) / 2 * (step % 2 == 0 ? -22 : 22)
  }
}

/// Adds a pattern to the luminance before it falls into a step, so that tones between two steps show as dots or lines.
///
/// The pattern is a small square tile that repeats. Flat steps have no pattern; they compress best and are the fastest to draw.
struct Halftone: Sendable, Equatable {
  enum Pattern: Int, Sendable, CaseIterable { case flat, dots, lines, hatch, weave }

  /// Pixels along the side of the tile.
  let side: Int
  /// Row by row, −255...255.
  let offsets: [Int16]

  /// Makes the pattern with two dots or lines that many pixels apart, at least 4.
  init(_ pattern: Pattern, cell: Int) {
    let cell = max(cell, 4)
    side = pattern == .flat ? 1 : cell
    offsets = (0..<side * side).map { [side] in Int16(min(max(pattern.offset(x: $0 % side, y: $0 / side, side: side), -255), 255)) }
  }

  /// Makes the pattern with a cell that looks alike at every output size.
  init(_ pattern: Pattern, for size: PixelSize) { self.init(pattern, cell: (size.width + size.height) / 150) }

  /// Gives what is added in row `y` of a picture, again and again.
  func row(_ y: Int) -> ArraySlice<Int16> { offsets[y % side * side..<(y % side + 1) * side] }
}

extension Halftone.Pattern {
  fileprivate func offset(x: Int, y: Int, side: Int) -> Int {
    let across = Self.wave(x, side)
    let down = Self.wave(y, side)
    return switch self {
    case .flat: 0
    case .dots: (across + down) * 3 / 8
    case .lines: down / 2
    case .hatch: Self.wave((x + y) % side, side) / 2
    case .weave: max(Self.wave((x + y) % side, side), Self.wave((x + side - y) % side, side)) * 5 / 8 - 28
    }
  }

  /// Gives a wave over `side` pixels that looks like a cosine, −96...96: two parabolas, so that it needs no table.
  private static func wave(_ position: Int, _ side: Int) -> Int {
    // Odd numbers over 2·side, symmetrical in the tile.
    let phase = (2 * position + 1) * 1024 / (2 * side)
    let half = phase % 512
    let arc = 96 * 4 * half * (512 - half) / (512 * 512)
    return phase < 512 ? arc : -arc
  }
}

/// Hashes with FNV-1a in 64 bits, the same in every process and on every machine.
///
/// `Hasher` is seeded per process, so nothing that shows in pixels may come from it.
struct StableHash: Sendable, Equatable {
  private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// Adds the UTF-8 bytes of the text and an end mark, so that `("a", "bc")` and `("ab", "c")` differ.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(UInt8(0xff))
  }

  mutating func combine(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { combine(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  /// Gives the hash with its bits spread by SplitMix64's finalizer: FNV-1a alone leaves the high bits of short texts alike.
  var value: UInt64 { Self.spread(state) }

  /// Spreads the bits of a number, so that neighbouring numbers come out unlike each other.
  static func spread(_ number: UInt64) -> UInt64 { SplitMix64.mix(number &+ SplitMix64.increment) }
}

extension SplitMix64 {
  /// Draws a number in the range, every one about as likely.
  mutating func next(in range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1)) }
}
