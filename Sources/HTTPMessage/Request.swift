/// A request as far as it is known before its body has arrived.
package struct RequestHead: Sendable, Equatable {
  /// The method as on the request line.
  package var method: String
  /// The path as on the request line, percent-encoding untouched, without the query.
  package var path: String
  /// What follows the first `?`, percent-encoding untouched; empty when there is none.
  package var query: String
  /// The header lines.
  package var headers: HeaderList
  /// Tells whether it came over TLS.
  package var isSecure = false
  /// How it reached the server; nil: it did not come over a socket.
  package var arrival: Arrival?
  /// Where the server listens; for a request that did not come over a socket, where one without options does.
  package var listener = Listener(host: "127.0.0.1", port: 8080)

  /// On which connection and when the headers of a request came in.
  package struct Arrival: Sendable, Equatable {
    /// The number of the connection, different for each of a server's.
    package let connection: UInt64
    /// By the server's clock.
    package let moment: Duration

    /// Makes an arrival.
    package init(connection: UInt64, moment: Duration) {
      self.connection = connection
      self.moment = moment
    }
  }

  /// The address and the port that a server listens on.
  package struct Listener: Sendable, Equatable {
    /// An address or a name, an IPv6 address without brackets; `0.0.0.0` and `::` stand for all addresses of the machine.
    package let host: String
    /// The actual port, never 0.
    package let port: Int

    /// Makes a listener.
    package init(host: String, port: Int) {
      self.host = host
      self.port = port
    }

    /// The host and port for a client on this machine: `127.0.0.1:8080`, also for `0.0.0.0`.
    package var authority: String {
      let host = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host
      return "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
  }

  /// Makes the head of a request that did not come over a socket.
  package init(method: String, path: String, query: String = "", headers: HeaderList = HeaderList()) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
  }

  /// The host and port by which the client reached the server; where the server listens when it does not say.
  package var authority: String { headers["host"].flatMap { $0.isEmpty ? nil : $0 } ?? listener.authority }

  /// The scheme that the client speaks: that of the connection, or `https` to a proxy in front that says so in `X-Forwarded-Proto`.
  package var scheme: String { isSecure || headers["x-forwarded-proto"]?.lowercased() == "https" ? "https" : "http" }

  /// The server's own origin, as the client knows it: `http://127.0.0.1:8080`.
  package var origin: String { "\(scheme)://\(authority)" }
}

/// The body of a request, as far as it was kept.
package enum RequestBody: Sendable, Equatable {
  case complete([UInt8])
  /// More than `limit` bytes came; all were read off the wire and dropped. `received` counts them.
  case tooLarge(limit: Int, received: Int)

  /// The bytes, none when the body was too large to be kept.
  package var bytes: [UInt8] { if case .complete(let bytes) = self { bytes } else { [] } }
}

/// A whole request.
package struct Request: Sendable, Equatable {
  /// The request line and the headers.
  package var head: RequestHead
  /// The body, as far as it was kept.
  package var body: RequestBody

  /// Makes a request, without a body unless one is given.
  package init(head: RequestHead, body: RequestBody = .complete([])) {
    self.head = head
    self.body = body
  }
}
