internal import Images

/// The size of the output by ratio and tier.
///
/// Not documented. Seen: 1024x1024 for 1:1 and 1376x768 for 16:9 at 1K. The other 1K sizes are those that the maker of nano-banana lists for
/// its ratios; other ratios get about 1024² pixels, in steps of 16. 2K and 4K are twice and four times the side.
enum VeniceOutputSize {
  /// Returns the size in pixels; an unknown tier counts as 1K.
  static func size(ratio: String, tier: String) -> PixelSize {
    let base = known[ratio] ?? computed(ratio)
    let scale = tier == "4K" ? 4 : tier == "2K" ? 2 : 1
    return PixelSize(width: base.width * scale, height: base.height * scale)
  }

  /// Returns the listed ratio, `auto` aside, that is nearest to the source's; ratios are compared as products, without rounding.
  static func nearestRatio(to source: PixelSize, among ratios: [String]) -> String {
    var nearest = (ratio: "1:1", distance: Int.max)
    for ratio in ratios where ratio != "auto" {
      let distance = distance(ratio, source)
      if distance < nearest.distance { nearest = (ratio, distance) }
    }
    return nearest.ratio
  }

  private static let known: [String: PixelSize] = [
    "1:1": PixelSize(width: 1024, height: 1024), "16:9": PixelSize(width: 1376, height: 768), "9:16": PixelSize(width: 768, height: 1376),
    "3:2": PixelSize(width: 1264, height: 848), "2:3": PixelSize(width: 848, height: 1264), "4:3": PixelSize(width: 1200, height: 896),
    "3:4": PixelSize(width: 896, height: 1200), "4:5": PixelSize(width: 928, height: 1152), "21:9": PixelSize(width: 1584, height: 672),
  ]

  private static func computed(_ ratio: String) -> PixelSize {
    let (width, height) = terms(ratio)
    return PixelSize(width: side(1_048_576 * width / height), height: side(1_048_576 * height / width))
  }

  /// The square root to the nearest multiple of 16.
  private static func side(_ area: Int) -> Int {
    var root = 16
    while (root + 8) * (root + 8) < area { root += 16 }
    return root
  }

  private static func terms(_ ratio: String) -> (Int, Int) { listedTerms[ratio] ?? parsedTerms(ratio) }

  /// The terms of all ratios that models list, parsed once.
  private static let listedTerms = Dictionary(
    VeniceModels.table.flatMap(\.aspectRatios).map { ($0, parsedTerms($0)) }, uniquingKeysWith: { first, _ in first })

  /// `19.5:9` as 195 and 90.
  private static func parsedTerms(_ ratio: String) -> (Int, Int) {
    let numbers = ratio.split(separator: ":").map { term in
      let halves = term.split(separator: ".")
      return (Int(halves[0]) ?? 1) * 10 + (halves.count > 1 ? Int(halves[1]) ?? 0 : 0)
    }
    return numbers.count == 2 && numbers.allSatisfy { $0 > 0 } ? (numbers[0], numbers[1]) : (1, 1)
  }

  /// Returns the factor between the two ratios, in millionths.
  private static func distance(_ ratio: String, _ source: PixelSize) -> Int {
    let (width, height) = terms(ratio)
    let (left, right) = (source.width * height, source.height * width)
    return max(left, right) * 1_000_000 / max(1, min(left, right))
  }
}
