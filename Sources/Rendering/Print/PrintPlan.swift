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
