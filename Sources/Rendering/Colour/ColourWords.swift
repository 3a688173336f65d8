/// Finds the colour that a prompt asks for.
///
/// The last colour word wins: prompts say what is there before they say what it should become ("turn the red car blue").
/// English words match whole, any case, plural or not; Korean words match the beginning of a run of Hangul, since particles
/// are attached behind ("파란색으로").
struct ColourWords: Sendable {
  /// The palette of the last colour word; nil when the prompt has none.
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
    where word.count > best?.length ?? 0 && letters.starts(with: word) { best = (word.count, palette) }
    return best?.palette
  }

  /// A prompt may have thousands of words: most are sorted out by one look-up.
  private static let koreanByFirstSyllable = Dictionary(
    grouping: koreanWords.map { (word: Array($0.0.utf8), palette: $0.1) }, by: { firstSyllable($0.word) })

  /// Makes one number of the three bytes of a syllable.
  private static func firstSyllable(_ letters: [UInt8]) -> UInt32 { letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } }
}

extension UInt8 {
  /// Whether this is an ASCII letter, or part of a character beyond ASCII.
  fileprivate var isWordByte: Bool { self >= 0x80 || (self | 0x20) &- 0x61 < 26 }
}

extension ColourWords {
  /// Only ever looked up, never walked: the order of a dictionary differs between processes.
  fileprivate static let englishWords: [String: NamedPalette] = [
    "red": .red, "crimson": .red, "scarlet": .red, "ruby": .red, "cherry": .red, "fire": .vermilion, "flame": .vermilion,
    "lava": .vermilion, "vermilion": .vermilion, "rust": .vermilion, "autumn": .orange, "orange": .orange, "tangerine": .orange,
    "pumpkin": .orange, "amber": .amber, "honey": .amber, "desert": .amber, "sunset": .dusk, "sunrise": .dusk, "dusk": .dusk,
    "dawn": .dusk, "peach": .coral, "coral": .coral, "salmon": .coral, "yellow": .yellow, "lemon": .yellow, "sunny": .yellow,
    "sunflower": .yellow, "gold": .gold, "golden": .gold, "lime": .lime, "grass": .lime, "spring": .lime, "green": .green,
    "emerald": .green, "forest": .forest, "jungle": .forest, "olive": .forest, "mint": .mint, "jade": .mint, "teal": .teal,
    "turquoise": .teal, "cyan": .cyan, "aqua": .cyan, "lagoon": .cyan, "azure": .sky, "blue": .blue, "ocean": .blue, "sea": .blue,
    "underwater": .blue, "sapphire": .blue, "cobalt": .blue, "navy": .night, "indigo": .indigo, "night": .night, "midnight": .night,
    "space": .night, "galaxy": .night, "violet": .violet, "purple": .violet, "lavender": .violet, "lilac": .violet,
    "magenta": .magenta, "fuchsia": .magenta, "neon": .magenta, "cyberpunk": .magenta, "pink": .pink, "blossom": .pink,
    "rose": .rose, "brown": .brown, "chocolate": .brown, "coffee": .brown, "sepia": .brown, "wooden": .brown, "silver": .silver,
    "chrome": .silver, "gray": .grey, "grey": .grey, "monochrome": .grey, "black": .black, "white": .white, "snow": .snow,
    "snowy": .snow, "ice": .snow, "icy": .snow, "winter": .snow, "warm": .amber, "evening": .dusk, "sun": .yellow, "summer": .yellow,
    "cold": .sky, "cool": .sky, "storm": .indigo, "stormy": .indigo,
  ]

  fileprivate static let koreanWords: [(String, NamedPalette)] = [
    ("빨간", .red), ("빨강", .red), ("빨갛", .red), ("붉은", .red), ("적색", .red), ("주황", .orange), ("오렌지", .orange), ("가을", .orange),
    ("단풍", .orange), ("노란", .yellow), ("노랑", .yellow), ("노랗", .yellow), ("황금", .gold), ("금색", .gold), ("금빛", .gold),
    ("노을", .dusk), ("석양", .dusk), ("일몰", .dusk), ("일출", .dusk), ("해질녘", .dusk), ("새벽", .dusk), ("살구", .coral), ("산호", .coral),
    ("연두", .lime), ("봄", .lime), ("초록", .green), ("녹색", .green), ("푸른", .blue), ("숲", .forest), ("정글", .forest), ("민트", .mint),
    ("청록", .teal), ("하늘색", .sky), ("하늘빛", .sky), ("파란", .blue), ("파랑", .blue), ("파랗", .blue), ("청색", .blue), ("바다", .blue),
    ("바닷", .blue), ("남색", .indigo), ("밤", .night), ("야경", .night), ("우주", .night), ("은하", .night), ("보라", .violet),
    ("자주", .magenta), ("자홍", .magenta), ("분홍", .pink), ("핑크", .pink), ("벚꽃", .pink), ("장미", .rose), ("갈색", .brown),
    ("초콜릿", .brown), ("은색", .silver), ("은빛", .silver), ("회색", .grey), ("흑백", .grey), ("검은", .black), ("검정", .black), ("까만", .black),
    ("흰", .white), ("하얀", .white), ("하양", .white), ("하얗", .white), ("백색", .white), ("설경", .snow), ("눈밭", .snow), ("눈꽃", .snow),
    ("겨울", .snow), ("얼음", .snow), ("따뜻", .amber), ("저녁", .dusk), ("여름", .yellow), ("차가", .sky),
  ]
}
