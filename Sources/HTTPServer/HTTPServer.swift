package import HTTPMessage
internal import Support
internal import Synchronization

/// A listening HTTP/1.1 server over libmicrohttpd.
///
/// Requests are read and cheap responses made on the library's few threads; responses that take time are made on a bounded pool of workers
/// while their connection is suspended. A request that the library itself cannot read (a malformed request line, header or chunk size, a
/// header block beyond the connection's memory) gets the library's own response, without a `Server` header.
///
/// A client that closes its sending side before a deferred or delayed response is due is not waited for, and may count as gone:
/// libmicrohttpd takes the end of the stream for the end of the connection where it reads before it responds. A raw response it gets.
///
///     let server = try HTTPServer(configuration: configuration, handler: handler) { print($0) }
///     defer { server.stop() }
package final class HTTPServer: Sendable {
  /// The host of the configuration.
  package let host: String
  /// The actual port, also when the configuration asked for any free one.
  package let port: Int

  private let context: ServerContext
  private let daemon: Daemon
  private let acceptor: Acceptor
  private let uploadGrace: Duration
  private let isStopped = Mutex(false)

  /// Binds and starts; when it returns, connections are accepted. `log` takes one line for each problem, on several threads at once.
  ///
  /// `SIGPIPE` and `SIGXFSZ` are ignored from then on in the whole process: a client that hangs up must not end it.
  package init(
    configuration: HTTPServerConfiguration, handler: any RequestHandler, log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) {
    try configuration.check()
    letWritesFail()
    let listener = try Listener(host: configuration.host, port: configuration.port)
    (context, daemon, acceptor) = try Self.start(configuration, on: listener, handler: handler, log: log)
    host = configuration.host
    port = listener.port
    uploadGrace = configuration.uploadGrace
  }

  deinit { stop() }

  /// Stops: no new connections and requests, those in flight get their responses, requests still arriving get `uploadGrace`.
  ///
  /// Nothing is waited for any more: delayed responses are due, raw ones send the rest of their bytes at once and hold no connection.
  /// Responses go out whole, but for clients that read nothing for three seconds, and those that are not done after twenty
  /// (``SlowReaderTimeouts``).
  ///
  /// Returns when all is over; a second call waits for the first one. Not to be called from a handler.
  package func stop() {
    isStopped.withLock { isStopped in
      if isStopped { return }
      acceptor.stop()
      context.log("stopping; requests in flight: \(context.inFlight.close())")
      // Whatever is suspended from here on is resumed without waiting; the library aborts the process otherwise.
      context.deliveries.expedite()
      var timeouts = SlowReaderTimeouts(from: Clock.system.now)
      context.inFlight.drain(uploadGrace: uploadGrace) { context.connections.cutResponses(&timeouts, at: Clock.system.now) }
      // All threads but the library's go first: one may still be inside the call that resumed the last connection.
      context.stop()
      daemon.stop()
      context.lingering.finish(by: timeouts.end)
      isStopped = true
    }
  }

  private static func start(
    _ configuration: HTTPServerConfiguration, on listener: Listener, handler: any RequestHandler, log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) -> (ServerContext, Daemon, Acceptor) {
    // What has been started by then is stopped when the next step fails, the last one first.
    var undo = [listener.socket.close]
    do throws(HTTPServerError) {
      let limit = try configuration.roomForConnections()
      let context = try ServerContext(configuration, port: listener.port, connectionLimit: limit, handler: handler, log: log)
      undo.append(context.stop)
      let daemon = try Daemon(configuration, connectionLimit: limit, context: context)
      undo.append(daemon.stop)
      return (context, daemon, try Acceptor(listener: listener, daemon: daemon, context: context))
    } catch {
      for step in undo.reversed() { step() }
      throw error
    }
  }
}

/// Why a server does not listen, and what to do about it.
package enum HTTPServerError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Another socket listens there.
  case portTaken(host: String, port: Int)
  /// The host is no address of this machine, or a name that nothing resolves.
  case addressUnavailable(host: String)
  /// Anything else, in words.
  case cannotStart(String)

  /// Says why the server does not listen, and what to do.
  package var description: String {
    switch self {
    case .portTaken(let host, let port): "port \(port) on \(host) is taken; pass --port with another one, or --port 0 for any free one"
    case .addressUnavailable(let host):
      "\(host) is not an address of this machine; pass --host with one that is, such as 127.0.0.1, or 0.0.0.0 for all of them"
    case .cannotStart(let reason): "the server cannot start: \(reason)"
    }
  }
}
