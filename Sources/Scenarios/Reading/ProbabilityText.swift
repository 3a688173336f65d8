/// How likely something is.
enum ProbabilityText {
  /// `0.5`, `.5`, `1e-3`; nil when it is no number over 0 and up to 1.
  static func read(_ text: String) -> Double? {
    // Without this, `0x1p-1` and `nan` would be numbers, too.
    guard text.utf8.allSatisfy("0123456789.+-eE".utf8.contains), let share = Double(text), share > 0, share <= 1 else { return nil }
    return share
  }
}
