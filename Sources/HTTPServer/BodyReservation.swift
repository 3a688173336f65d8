/// What the body of one request takes of an allowance: as announced at once, without an announcement as it grows.
struct BodyReservation: Sendable {
  private let allowance: ByteBudget
  private(set) var taken = 0

  /// A chunked body takes so much at a time.
  private static let step = 1 << 20

  /// nil: there is no room for what is announced.
  init?(in allowance: ByteBudget, announced: Int?) {
    self.allowance = allowance
    guard let announced, announced > 0 else { return }
    guard allowance.take(announced) else { return nil }
    taken = announced
  }

  /// Has room for so many bytes together; `false` when there is none.
  mutating func hold(_ count: Int) -> Bool {
    while taken < count {
      guard allowance.take(Self.step) else { return false }
      taken += Self.step
    }
    return true
  }

  mutating func giveBack() {
    if taken > 0 { allowance.giveBack(taken) }
    taken = 0
  }
}
