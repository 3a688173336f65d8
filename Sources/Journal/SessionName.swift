internal import Contract
package import HTTPMessage
package import RequestMatching
internal import Support

/// Which test a request belongs to: its `X-Mock-Session` header, else its key, else nothing.
package struct SessionName: Sendable, Hashable {
  /// What courses and quotas go by.
  package let raw: String
  private let isKey: Bool

  /// Longer keys look real: test suites make up shorter ones.
  package static let longestPlainKey = 24

  package init(_ head: RequestHead) {
    if let header = head.headers["x-mock-session"] {
      self.init(raw: header, isKey: false)
    } else if case .token(let token) = BearerToken(head) {
      self.init(raw: token, isKey: true)
    } else {
      self.init(raw: "", isKey: false)
    }
  }

  /// The session of a request whose head has been looked at.
  package init(_ facts: RequestFacts) { self.init(raw: facts.session, isKey: facts.head.headers["x-mock-session"] == nil) }

  private init(raw: String, isKey: Bool) {
    self.raw = raw
    self.isKey = isKey
  }

  /// What is shown of it: a key that looks real as its first four characters and a digest.
  package var shown: String { isKey ? Self.shown(key: raw) : raw }

  /// A key that looks real as its first four characters and a digest, others as they are.
  package static func shown(key: String) -> String {
    looksReal(key) ? "\(key.prefix(4))…\("\(SHA256Digest.of(key))".prefix(8))" : key
  }

  /// Whether somebody who asks for this session means it: by its name or by what is shown of it.
  package func isCalled(_ name: String) -> Bool { raw == name || (isKey && SessionName.looksReal(raw) && shown == name) }

  /// Whether a key may open something: one that chooses a scenario never does.
  package static func looksReal(_ key: String) -> Bool { key.count > longestPlainKey && !key.hasPrefix("scenario:") }
}
