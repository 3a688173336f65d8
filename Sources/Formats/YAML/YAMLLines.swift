/// A file's lines as YAML counts them: a carriage return alone ends one, too, and so do Unicode's own line ends.
enum YAMLLines {
  static func split(_ bytes: some Sequence<UInt8>) -> [String] {
    var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var last: Unicode.Scalar?
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append(String.UnicodeScalarView())
      default: lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    return lines.map(String.init)
  }
}
