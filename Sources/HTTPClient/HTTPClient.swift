internal import Synchronization

/// Sends requests to other servers over HTTP/1.1, with TLS where the URL says `https`, by libcurl.
///
/// What is sent is what was asked for: no redirect is followed, no cookie kept, no `.netrc` read, no encoding of the content asked for.
/// Proxies are those of the environment (`https_proxy`, `no_proxy`), as for curl. It may be used on several threads at once; connections
/// are kept and used again.
package struct HTTPClient: Sendable {
  private let limits: TransferLimits
  private let idle = IdleHandles()

  /// - Parameters:
  ///   - timeout: of a whole exchange.
  ///   - connectTimeout: until the connection stands, TLS included.
  ///   - bodyLimit: most bytes of an answer's body; more is an error.
  ///   - trustedCertificates: a file of certificates in PEM to trust instead of the system's, as `CURL_CA_BUNDLE` names one; nil: the system's.
  package init(
    timeout: Duration, connectTimeout: Duration = .seconds(10), bodyLimit: Int = 256 << 20, trustedCertificates: String? = nil
  ) {
    limits = TransferLimits(timeout: timeout, connectTimeout: connectTimeout, body: bodyLimit, trustedCertificates: trustedCertificates)
  }

  /// Whether requests can be sent at all from this machine.
  ///
  /// - Throws: what to install.
  package static func checkLibrary() throws(HTTPClientError) { _ = try CurlLibrary.shared.get() }

  /// Sends the request, and waits for the end of its answer.
  ///
  /// - Throws: when there is no answer, or none that is whole. An answer with an error's status is an answer.
  package func send(_ request: OutgoingRequest) throws(HTTPClientError) -> IncomingResponse {
    let library = try CurlLibrary.shared.get()
    let handle = if let kept = idle.take() { kept } else { try CurlHandle(library) }
    defer { idle.give(handle) }
    return try handle.perform(request, limits)
  }
}

/// Handles that nobody uses, with the connections that they keep.
private final class IdleHandles: Sendable {
  private let handles = Mutex<[CurlHandle]>([])

  /// More than are used at once in any run that is not a test of load.
  private static let limit = 16

  func take() -> CurlHandle? { handles.withLock { $0.popLast() } }

  func give(_ handle: CurlHandle) {
    handles.withLock { handles in
      if handles.count < Self.limit { handles.append(handle) }
    }
  }
}
