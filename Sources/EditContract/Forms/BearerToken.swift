package import HTTPMessage

/// The credentials of a request, as far as its headers show them.
package enum BearerToken: Sendable, Equatable {
  case missing
  /// There is an Authorization header, and it is not `Bearer` with a token behind it.
  case malformed(String)
  case token(String)

  package init(_ head: RequestHead) {
    guard let header = head.headers["authorization"] else {
      self = .missing
      return
    }
    let blank = UInt8(ascii: " ")
    let words = header.utf8.drop { $0 == blank }
    let scheme = Substring(words.prefix { $0 != blank })
    guard !scheme.isEmpty else {
      self = .missing
      return
    }
    guard String(scheme).equalsIgnoringASCIICase("bearer") else {
      self = .malformed("the scheme '\(Self.shown(scheme))'")
      return
    }
    let token = Substring(words.dropFirst(scheme.utf8.count).drop { $0 == blank })
    self = token.isEmpty ? .malformed("'Bearer' without a token") : .token(String(token))
  }
}

extension BearerToken {
  /// The name of a scheme; of what is none, since it may be a key, only the beginning.
  private static func shown(_ scheme: Substring) -> String {
    let isName = scheme.utf8.count <= 12 && scheme.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
    return isName ? String(scheme) : "\(scheme.prefix(4))…"
  }
}

/// Which bearer tokens are valid.
package struct KeyRing: Sendable, Equatable {
  private let keys: [String]

  /// No keys: any token is valid.
  package init(_ keys: [String] = []) { self.keys = keys }

  /// Whether any token is valid.
  package var acceptsAny: Bool { keys.isEmpty }

  /// Whether a request with this token is let in; one that chooses a scenario always is.
  package func accepts(_ token: String) -> Bool { keys.isEmpty || keys.contains(token) || token.hasPrefix("scenario:") }
}
