/// Patterns by three bytes that stand in every prompt they let through.
///
/// Of the pieces of a pattern's text the one is taken that the fewest other patterns have: `prompt 17` and `prompt 18` differ at their ends.
struct PromptPieces: Sendable {
  static let length = 3

  private var byPiece: [UInt32: [Int]] = [:]
  /// A bit for each piece there may be, so that most pieces of a prompt are done with at once.
  private var filter = [UInt64](repeating: 0, count: 1 << 10)

  init() {}

  init(_ patterns: [(pattern: Int, text: [UInt8])]) {
    var uses: [UInt32: Int] = [:]
    for (_, text) in patterns { for piece in Set(Self.pieces(text)) { uses[piece, default: 0] += 1 } }
    for (pattern, text) in patterns {
      guard let rarest = Self.pieces(text).min(by: { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) }) else { continue }
      byPiece[rarest, default: []].append(pattern)
      filter[Self.place(rarest).word] |= Self.place(rarest).bit
    }
  }

  func candidates(_ prompt: String) -> [Int] {
    guard !byPiece.isEmpty else { return [] }
    var found: [Int] = []
    var piece: UInt32 = 0
    var count = 0
    for byte in prompt.utf8 {
      piece = (piece << 8 | UInt32(byte)) & 0xFF_FFFF
      count += 1
      let place = Self.place(piece)
      if count >= Self.length, filter[place.word] & place.bit != 0, let patterns = byPiece[piece] { found += patterns }
    }
    return found
  }

  private static func pieces(_ text: [UInt8]) -> [UInt32] {
    (0...(text.count - length)).map { UInt32(text[$0]) << 16 | UInt32(text[$0 + 1]) << 8 | UInt32(text[$0 + 2]) }
  }

  private static func place(_ piece: UInt32) -> (word: Int, bit: UInt64) {
    let hash = piece &* 0x9E37_79B1
    return (Int(hash >> 22), 1 << UInt64(hash >> 16 & 63))
  }
}
