/// Finds the colour that a prompt asks for.
///
/// The last colour word wins: prompts say what is there before they say what it should become ("turn the red car blue").
/// English words match whole, any case, plural or not; Korean words match the beginning of a run of Hangul, since particles
/// are attached behind ("파란색으로").
struct ColourWords: Sendable {
  private(set) var last: NamedPalette?

  init(_ prompt: String) {
    var letters: [UInt8] = []
    for byte in prompt.utf8 {
      if byte.isWordByte {
        letters.append(byte)
      } else {
        look(at: letters)
        letters.removeAll(keepingCapacity: true)
      }
    }
    look(at: letters)
  }

  private mutating func look(at letters: [UInt8]) {
    // The longest word is "chocolate" or six syllables of three bytes; what is attached behind may be longer.
    guard letters.count >= 3, letters.count <= 48 else { return }
    let found = letters[0] < 0x80 ? Self.english(letters) : Self.korean(letters)
    if let found { last = found }
  }

  private static func english(_ letters: [UInt8]) -> NamedPalette? {
    let word = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    if let found = englishWords[word] { return found }
    return word.hasSuffix("s") ? englishWords[String(word.dropLast())] : nil
  }

  private static func korean(_ letters: [UInt8]) -> NamedPalette? {
    var best: (length: Int, palette: NamedPalette)?
    for (word, palette) in koreanByFirstSyllable[firstSyllable(letters)] ?? []
    where word.count > best?.length ?? 0 && letters.starts(with: word) {
      best = (word.count, palette)
    }
    return best?.palette
  }

  /// A prompt may have thousands of words: most are sorted out by one look-up.
  private static let koreanByFirstSyllable = Dictionary(
    grouping: koreanWords.map { (word: Array($0.0.utf8), palette: $0.1) }, by: { firstSyllable($0.word) })

  /// The three bytes of a syllable as one number.
  private static func firstSyllable(_ letters: [UInt8]) -> UInt32 {
    letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension UInt8 {
  /// An ASCII letter, or part of a character beyond ASCII.
  fileprivate var isWordByte: Bool { self >= 0x80 || (self | 0x20) &- 0x61 < 26 }
}
