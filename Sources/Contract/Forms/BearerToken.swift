package import HTTPMessage

/// The credentials in the `Authorization` header of a request.
package enum BearerToken: Sendable, Equatable {
  case missing
  /// The header is not `Bearer` with a token behind it; the text says what it is instead.
  case malformed(String)
  case token(String)

  /// Reads the header.
  package init(_ head: RequestHead) {
    guard let header = head.headers["authorization"] else {
      self = .missing
      return
    }
    let line = header.utf8.span
    let start = line.next(from: 0, isBlank: false)
    let end = line.next(from: start, isBlank: true)
    guard start < end else {
      self = .missing
      return
    }
    let scheme = Substring(header.utf8.dropFirst(start).prefix(end - start))
    guard String(scheme).equalsIgnoringASCIICase("bearer") else {
      self = .malformed("the scheme '\(Self.shown(scheme))'")
      return
    }
    let token = Substring(header.utf8.dropFirst(line.next(from: end, isBlank: false)))
    self = token.isEmpty ? .malformed("'Bearer' without a token") : .token(String(token))
  }
}

extension Span<UInt8> {
  /// Returns the index of the first blank, or non-blank, from `start` on; `count` when there is none.
  fileprivate func next(from start: Int, isBlank: Bool) -> Int {
    var index = start
    while index < count, (self[index] == UInt8(ascii: " ")) != isBlank { index += 1 }
    return index
  }
}

extension BearerToken {
  /// Returns the name of a scheme; of other texts, which may be keys, only the beginning.
  private static func shown(_ scheme: Substring) -> String {
    let isName = scheme.utf8.count <= 12 && scheme.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
    return isName ? String(scheme) : "\(scheme.prefix(4))…"
  }
}

/// The bearer tokens that are valid.
package struct KeyRing: Sendable, Equatable {
  private let keys: [String]

  /// Makes a key ring; without keys any token is valid.
  package init(_ keys: [String] = []) { self.keys = keys }

  /// Tells whether any token is valid.
  package var acceptsAny: Bool { keys.isEmpty }

  /// Tells whether the token is valid; one that chooses a scenario always is.
  package func accepts(_ token: String) -> Bool { keys.isEmpty || keys.contains(token) || token.hasPrefix("scenario:") }
}
