package import HTTPMessage

/// What clients send when they lost their key: the commonest cause of a 401 that is hard to explain.
///
/// Any token is valid while the mock has no list of keys, so these are accepted, and told as a warning.
package enum PlaceholderKey {
  /// Says what the request has in place of a key; nil: it may be a key.
  ///
  /// The text holds nothing of a token that may have a real key in it.
  package static func found(in head: RequestHead) -> String? {
    let credentials = BearerToken(head)
    if case .malformed = credentials, head.headers["authorization"]?.lowercased().split(separator: " ") == ["bearer"] {
      return "nothing behind 'Bearer'"
    }
    guard case .token(let token) = credentials else { return nil }
    let small = token.lowercased()
    if textsForNothing.contains(small) { return "'\(token)', the text for a value that is not set" }
    if small == "bearer" || small.hasPrefix("bearer ") { return "'Bearer' twice" }
    if small.hasPrefix("b'") || small.hasPrefix("b\"") || small.hasPrefix("optional(") {
      return "a value as a program prints it, such as b'…' or Optional(…)"
    }
    if [token.unicodeScalars.first, token.unicodeScalars.last].contains(where: { $0.map(quotes.contains) ?? false }) {
      return "quotation marks around the key"
    }
    let isTemplate =
      token.hasPrefix("$") || ["${", "{{", "<%"].contains(where: token.contains) || token.hasPrefix("<") && token.hasSuffix(">")
      || token.hasPrefix("%") && token.hasSuffix("%") || ["process.env", "os.environ", "your_", "your-"].contains(where: small.hasPrefix)
    return isTemplate ? "a variable or a placeholder that was not filled in" : nil
  }

  /// In small letters, as JavaScript, Python, Ruby, Go and Swift print nothing.
  private static let textsForNothing: Set<String> = [
    "undefined", "null", "none", "nil", "<nil>", "(null)", "nan", "[object object]", "[object promise]", "%!s(<nil>)",
  ]

  private static let quotes: Set<Unicode.Scalar> = ["\"", "'", "`", "“", "”", "‘", "’", "«", "»"]

  /// Makes the warning of one API.
  static func warning(_ id: String, source: String) -> Warning<ArrivedHead> {
    Warning(
      id,
      says:
        "The bearer token is a key, and not what stands for a missing one: `undefined`, `null`, `Bearer` twice, quotation marks, `$API_KEY`.",
      .assumed, source: source
    ) { subject in
      found(in: subject.head).map { [Finding("authorization", expected: "Bearer and the key alone", found: $0)] } ?? []
    }
  }
}
