/// Why there is no answer, in one line that holds no header's value.
package struct HTTPClientError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kept the answer from coming.
  package enum Kind: Sendable, Equatable {
    /// There is no libcurl on this machine.
    case noLibrary
    /// The request cannot be written.
    case badRequest
    case hostNotResolved
    case notConnected
    /// TLS failed: a certificate that is not trusted, or a server that does not speak it.
    case notTrusted
    case timedOut
    /// The answer's body has more bytes than are taken.
    case bodyTooLarge
    /// Everything else: the connection ended early, or what came is no HTTP.
    case failed
  }

  package let kind: Kind
  package let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
