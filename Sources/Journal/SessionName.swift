internal import Contract
package import HTTPMessage
internal import Support

/// The session of a request: its `X-Mock-Session` header, else its API key, else the empty name.
package struct SessionName: Sendable, Hashable {
  /// The name by which scenarios and quotas tell sessions apart.
  package let raw: String
  private let isKey: Bool

  /// Longer keys, in characters, look real; test suites make up shorter ones.
  static let longestPlainKey = 24

  /// Returns the session that a request's head names.
  package init(_ head: RequestHead) {
    let header = head.headers["x-mock-session"]
    isKey = header == nil
    if isKey, case .token(let token) = BearerToken(head) { raw = token } else { raw = header ?? "" }
  }

  /// The name to show; a key that looks real is redacted.
  package var shown: String { isKey ? Self.shown(key: raw) : raw }

  /// Returns the first four characters and a digest of a key that looks real (`sk-a…5f3c0d19`), and other keys unchanged.
  package static func shown(key: String) -> String { looksReal(key) ? "\(key.prefix(4))…\("\(SHA256Digest.of(key))".prefix(8))" : key }

  /// Tells whether a name is this session's, or the redacted form of it.
  func isCalled(_ name: String) -> Bool { raw == name || (isKey && SessionName.looksReal(raw) && shown == name) }

  /// Tells whether a key may be a real one. Keys that choose a scenario never are.
  static func looksReal(_ key: String) -> Bool { key.count > longestPlainKey && !key.hasPrefix("scenario:") }
}
