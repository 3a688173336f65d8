/// Finds a repetition without end inside another one, as in `(a+)+`: on a text that does not fit, an engine that backtracks tries every way
/// to divide it, which takes hours for thirty characters.
enum NestedRepetition {
  /// Whether the expression has one. Escapes and classes are passed over.
  static func exists(in pattern: String) -> Bool {
    let characters = Array(pattern)
    // For each open group, whether something in it is repeated without end.
    var open = [false]
    var index = 0
    while index < characters.count {
      switch characters[index] {
      case "\\": index += 1
      case "[": index = endOfClass(characters, from: index)
      case "(": open.append(false)
      case ")":
        let inner = open.count > 1 ? open.removeLast() : false
        let isRepeated = repeats(characters, at: index + 1)
        if inner, isRepeated { return true }
        if inner || isRepeated { open[open.count - 1] = true }
      default:
        if repeats(characters, at: index) { open[open.count - 1] = true }
      }
      index += 1
    }
    return false
  }

  /// Whether a quantifier without an upper end stands there.
  private static func repeats(_ characters: [Character], at index: Int) -> Bool {
    guard index < characters.count else { return false }
    switch characters[index] {
    case "*", "+": return true
    case "{":
      let body = characters[(index + 1)...].prefix { $0 != "}" }
      return body.last == "," || (body.contains(",") && (Int(String(body.drop { $0 != "," }.dropFirst())) ?? 0) > 1_000)
    default: return false
    }
  }

  private static func endOfClass(_ characters: [Character], from start: Int) -> Int {
    var index = start + 1
    while index < characters.count, characters[index] != "]" { index += characters[index] == "\\" ? 2 : 1 }
    return index
  }
}
