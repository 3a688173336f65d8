internal import CCurl
package import HTTPMessage
internal import Synchronization

/// Sends requests to other servers over HTTP/1.1, with TLS where the URL says `https`, by libcurl.
///
/// Exactly the given request is sent: no redirect is followed, no cookie kept, no `.netrc` read, no encoding of the content asked for.
/// Proxies are those of the environment (`https_proxy`, `no_proxy`), as for curl. It may be used on several threads at once; connections
/// are kept and used again.
///
///     let client = HTTPClient(timeout: .seconds(60))
///     let response = try client.send(OutgoingRequest(method: "GET", url: "https://api.venice.ai/"))
package struct HTTPClient: Sendable {
  private let limits: TransferLimits
  private let idle = IdleHandles()

  /// Makes a client; libcurl is loaded at the first request.
  ///
  /// - Parameters:
  ///   - timeout: of a whole exchange.
  ///   - connectTimeout: until the connection is made, TLS included.
  ///   - bodyLimit: most bytes of a response's body; more is an error.
  ///   - trustedCertificates: a file of certificates in PEM to trust instead of the system's, as `CURL_CA_BUNDLE` names one; nil: the system's.
  package init(timeout: Duration, connectTimeout: Duration = .seconds(10), bodyLimit: Int = 256 << 20, trustedCertificates: String? = nil) {
    limits = TransferLimits(timeout: timeout, connectTimeout: connectTimeout, body: bodyLimit, trustedCertificates: trustedCertificates)
  }

  /// Checks that requests can be sent from this machine; throws what to install.
  package static func checkLibrary() throws(HTTPClientError) { _ = try CurlLibrary.shared.get() }

  /// Sends the request, and returns the response when it is whole: the last one, where interim responses came before it.
  ///
  /// The header lines are those that came, with those of the transfer (`Transfer-Encoding`, `Connection`) and without trailers; the body is
  /// whole, without chunks.
  ///
  /// - Throws: when there is no whole response. One with an error's status is a response.
  package func send(_ request: OutgoingRequest) throws(HTTPClientError) -> Response {
    let library = try CurlLibrary.shared.get()
    let handle = if let kept = idle.take() { kept } else { try CurlHandle(library) }
    defer { idle.give(handle) }
    return try handle.perform(request, limits)
  }
}

/// Handles that are not in use, with the connections that they keep.
private final class IdleHandles: Sendable {
  private let handles = Mutex<[CurlHandle]>([])

  /// More than any run uses at once that is not a load test.
  private static let limit = 16

  func take() -> CurlHandle? { handles.withLock { $0.popLast() } }

  func give(_ handle: CurlHandle) { handles.withLock { handles in if handles.count < Self.limit { handles.append(handle) } } }
}

/// Limits of a transfer's time and size.
struct TransferLimits: Sendable {
  let timeout: Duration
  let connectTimeout: Duration
  /// Most bytes of a response's body.
  let body: Int
  /// A file of certificates in PEM; nil: the system's.
  let trustedCertificates: String?
}

/// A request to another server, as it goes over the wire.
package struct OutgoingRequest: Sendable {
  /// The method, in any letters.
  package var method: String
  /// The target: absolute, `http` or `https`, percent-encoded, without a user's name.
  package var url: String
  /// All header lines that are sent, in their order. `Host`, `Content-Length` and `Transfer-Encoding` are the client's own, and left out here.
  package var headers: HeaderList
  /// The body, sent with its length. POST, PUT and PATCH have one even when it is empty, HEAD never has one.
  package var body: [UInt8]

  /// Makes a request.
  package init(method: String, url: String, headers: HeaderList = HeaderList(), body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

extension OutgoingRequest {
  /// Header lines that the client writes itself.
  private static let framing = ["host", "content-length", "transfer-encoding"]
  /// Header lines that libcurl would add by itself.
  private static let added = ["Accept", "Content-Type", "Expect", "User-Agent"]

  /// Whether the request has a body, which may be empty.
  var hasBody: Bool { !body.isEmpty || ["POST", "PUT", "PATCH"].contains(method) }

  /// Returns the header lines as libcurl takes them: those to be sent, then those that are not to be added. Throws when a field cannot be
  /// sent as one line; the error does not hold its value.
  func lines() throws(HTTPClientError) -> [String] {
    var lines: [String] = []
    for field in headers.fields where !Self.framing.contains(field.name.lowercased()) {
      guard field.canBeSent else {
        throw HTTPClientError(
          .badRequest, "the header \(field.name.prefix(80).filter(\.isLetter)) cannot be sent: it would not stay one line")
      }
      lines.append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
    }
    return lines + Self.added.filter { headers[$0] == nil }.map { "\($0):" }
  }
}

extension HeaderField {
  /// Whether the field is one line with a name: libcurl sends what it is given.
  fileprivate var canBeSent: Bool {
    !name.isEmpty && name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      && value.utf8.allSatisfy { $0 != 0x00 && $0 != 0x0A && $0 != 0x0D }
  }
}

/// Why there is no response, in one line that holds no header's value.
package struct HTTPClientError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The kind of failure.
  package enum Kind: Sendable, Equatable {
    /// There is no libcurl on this machine.
    case noLibrary
    /// The request cannot be written.
    case badRequest
    /// The host's name has no address.
    case hostNotResolved
    /// No server accepts the connection.
    case notConnected
    /// TLS failed: a certificate that is not trusted, or a server that does not speak it.
    case notTrusted
    /// The time was over before the response was whole.
    case timedOut
    /// The response's body has more bytes than are taken.
    case bodyTooLarge
    /// Everything else: the connection ended early, or what came is no HTTP.
    case failed
  }

  /// The kind of failure.
  package let kind: Kind
  /// The server and the reason: `https://api.venice.ai: Could not resolve host`.
  package let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}

extension HTTPClientError {
  /// Describes how a transfer ended without a response, mostly in libcurl's words.
  init(_ ending: transfer_ending, _ words: String, of request: OutgoingRequest, _ intake: ResponseIntake) {
    let host = request.host
    switch ending {
    case .host_not_resolved: self.init(.hostNotResolved, "\(host): \(words)")
    case .not_connected: self.init(.notConnected, "\(host): \(words)")
    case .not_trusted: self.init(.notTrusted, "\(host): \(words)")
    case .timed_out: self.init(.timedOut, "\(host): \(words)")
    case .stopped where intake.isTooLarge: self.init(.bodyTooLarge, "\(host): the answer's body has more than \(intake.bodyLimit) bytes")
    default: self.init(.failed, "\(host): \(words)")
    }
  }
}

extension OutgoingRequest {
  /// The URL's scheme, host and port: the rest may hold a key.
  fileprivate var host: String {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return "the URL" }
    let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
    return "\(parts[0])//\(authority.split(separator: "@").last ?? authority)"
  }
}
