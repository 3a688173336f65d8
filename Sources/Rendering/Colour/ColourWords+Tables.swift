extension ColourWords {
  /// Only ever looked up, never walked: the order of a dictionary differs between processes.
  static let englishWords: [String: NamedPalette] = [
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

  static let koreanWords: [(String, NamedPalette)] = [
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
