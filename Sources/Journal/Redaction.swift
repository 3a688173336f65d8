internal import Formats
package import HTTPMessage

/// Takes credentials out of what is shown: a journal is read by others, and attached to reports.
package enum Redaction {
  package static let mark = "***"

  /// Header lines that carry a secret, beside `Authorization`; small letters.
  static let secretHeaders: Set<String> = [
    "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "openai-api-key", "x-goog-api-key", "x-auth-token",
    "sign-in-with-x",
    "x-sign-in-with-x", "x-402-payment", "x-payment", "payment-signature",
  ]

  /// Names of query items and fields that carry a key; small letters.
  static let secretNames: Set<String> = [
    "api_key", "apikey", "api-key", "access_token", "auth_token", "token", "key", "authorization", "secret",
  ]

  /// The value of a header line with its secret replaced; what says which kind of secret it is stays.
  package static func value(of field: HeaderField) -> String {
    let name = field.name.lowercased()
    if name == "authorization" {
      let words = field.value.split(separator: " ", maxSplits: 1)
      return words.count == 2 && words[0].utf8.count <= 12 ? "\(words[0]) \(mark)" : mark
    }
    return secretHeaders.contains(name) || soundsSecret(name) ? mark : field.value
  }

  /// What a comparison found, without the secrets of the request.
  ///
  /// - Parameters:
  ///   - matcher: what was compared: `key`, `header authorization`, `field api_key`.
  ///   - session: what is shown of the request's session.
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

  package static func isSecret(named name: String) -> Bool { secretNames.contains(name.lowercased()) || soundsSecret(name.lowercased()) }

  /// Whether a name of somebody's own is one that secrets have; small letters.
  private static func soundsSecret(_ name: String) -> Bool {
    // A sentence with such a word in it is none.
    guard name.utf8.count <= longestName,
      name.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || [0x2D, 0x2E, 0x5F].contains($0) })
    else { return false }
    let words = name.split { !$0.isLetter && !$0.isNumber }
    let isHarmless = ["idempotency-key", "sec-websocket-key", "max_tokens"].contains(name)
    return !isHarmless
      && words.contains { ["token", "secret", "password", "passwd", "apikey", "signature", "key", "auth", "bearer", "sig"].contains($0) }
  }

  /// A query, percent-encoding untouched, with the values of secret names replaced.
  package static func query(_ query: String) -> String {
    items(of: query).map { item in item.secret.map { $0.start + mark } ?? item.text }.joined(separator: "&")
  }

  /// One `name=value` of a query, percent-encoding untouched.
  struct QueryItem {
    let text: String
    /// The name, decoded as far as it can be.
    let name: String
    /// Up to the value, and the value, when that is a secret.
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

  static func items(of query: String) -> [QueryItem] {
    query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map(QueryItem.init)
  }

  /// Whether a body has the name of a secret between double quotes, as JSON and multipart forms have it at any depth, whole or broken.
  package static func holdsSecret(_ body: [UInt8]) -> Bool {
    var start: Int?
    for (place, byte) in body.enumerated() where byte == UInt8(ascii: "\"") {
      if let start, place - start <= longestName, isSecret(named: String(decoding: body[start..<place], as: UTF8.self)) { return true }
      start = place + 1
    }
    return false
  }

  private static let longestName = 40
}
