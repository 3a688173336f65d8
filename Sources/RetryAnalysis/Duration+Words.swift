internal import Support

extension Duration {
  /// For a person: `250 ms`, `5 s`, `1.25 s`. What is less than a millisecond is left out.
  var words: String {
    let milliseconds = millisecondsRoundedDown
    guard milliseconds >= 1_000 else { return "\(milliseconds) ms" }
    var fraction = String(milliseconds % 1_000 + 1_000).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(milliseconds / 1_000) s" : "\(milliseconds / 1_000).\(fraction) s"
  }
}
