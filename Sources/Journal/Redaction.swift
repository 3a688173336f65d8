internal import Formats
package import HTTPMessage

/// Removes credentials from texts that are shown: journals are read by others, and attached to reports.
///
///     Redaction.query("model=a&api_key=sk-1")  // model=a&api_key=***
package enum Redaction {
  /// The text in place of a secret.
  package static let mark = "***"

  /// Header lines beside `Authorization` that carry a secret, in lower case.
  private static let secretHeaders: Set<String> = [
    "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "openai-api-key", "x-goog-api-key", "x-auth-token",
    "sign-in-with-x", "x-sign-in-with-x", "x-402-payment", "x-payment", "payment-signature",
  ]

  /// Names of query items and fields that carry a key, in lower case.
  private static let secretNames: Set<String> = [
    "api_key", "apikey", "api-key", "access_token", "auth_token", "token", "key", "authorization", "secret",
  ]

  /// Returns the value of a header line with its secret replaced. The scheme of `Authorization` stays.
  package static func value(of field: HeaderField) -> String {
    let name = field.name.lowercased()
    if name == "authorization" {
      let words = field.value.split(separator: " ", maxSplits: 1)
      return words.count == 2 && words[0].utf8.count <= 12 ? "\(words[0]) \(mark)" : mark
    }
    return secretHeaders.contains(name) || soundsSecret(name) ? mark : field.value
  }

  /// Returns a value that a comparison found, with secrets of the request replaced and its session by the name to show.
  ///
  /// The matcher is the part that was compared: `key`, `header authorization`, `field api_key`.
  package static func found(_ found: String, by matcher: String, session: String) -> String {
    let words = matcher.split(separator: " ", maxSplits: 1).map(String.init)
    switch words[0] {
    case "key": return SessionName.shown(key: found)
    case "session": return session
    case "header" where words.count == 2: return value(of: HeaderField(words[1], found))
    case "field" where words.count == 2 && isSecret(named: words[1]): return mark
    default: return found
    }
  }

  /// Tells whether the name of a query item or field is that of a secret.
  package static func isSecret(named name: String) -> Bool { secretNames.contains(name.lowercased()) || soundsSecret(name.lowercased()) }

  /// Tells whether a name in lower case contains a word that names of secrets contain. A sentence with such a word is no name.
  private static func soundsSecret(_ name: String) -> Bool {
    guard name.utf8.count <= longestName,
      name.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || [0x2D, 0x2E, 0x5F].contains($0) })
    else { return false }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let isHarmless = ["idempotency-key", "sec-websocket-key", "max_tokens"].contains(name)
    return !isHarmless
      && words.contains { ["token", "secret", "password", "passwd", "apikey", "signature", "key", "auth", "bearer", "sig"].contains($0) }
  }

  /// Returns a query with the values of secret names replaced, and its percent-encoding untouched.
  package static func query(_ query: String) -> String {
    items(of: query).map { item in item.secret.map { $0.start + mark } ?? item.text }.joined(separator: "&")
  }

  /// One `name=value` of a query, with its percent-encoding untouched.
  struct QueryItem {
    let text: String
    /// The decoded name; the name as written if it cannot be decoded.
    let name: String
    /// The text up to the value, and the value; nil when the value is no secret.
    let secret: (start: String, value: String)?

    fileprivate init(_ bytes: Substring.UTF8View) {
      text = String(Substring(bytes))
      let equals = bytes.firstIndex(of: UInt8(ascii: "="))
      let written = String(Substring(bytes[..<(equals ?? bytes.endIndex)]))
      name = (try? PercentEncoding.decode(query: written)) ?? written
      secret = equals.flatMap { [name] in
        Redaction.isSecret(named: name) ? (String(Substring(bytes[...$0])), String(Substring(bytes[$0...].dropFirst()))) : nil
      }
    }
  }

  /// Splits a query at `&`, empty items included.
  static func items(of query: String) -> [QueryItem] {
    query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map(QueryItem.init)
  }

  /// Tells whether a body contains the name of a secret between double quotes, as JSON and multipart forms do, whole or broken.
  package static func holdsSecret(_ body: [UInt8]) -> Bool {
    var start: Int?
    for (offset, byte) in body.enumerated() where byte == UInt8(ascii: "\"") {
      if let start, offset - start <= longestName, isSecret(named: String(decoding: body[start..<offset], as: UTF8.self)) { return true }
      start = offset + 1
    }
    return false
  }

  private static let longestName = 40
}
