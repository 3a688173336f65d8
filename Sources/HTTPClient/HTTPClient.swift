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

  /// Checks that requests can be sent from this machine.
  ///
  /// - Throws: what to install.
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
