package import HTTPMessage
internal import Support
internal import Synchronization

/// A listening HTTP/1.1 server over libmicrohttpd.
///
/// Requests are read and cheap answers made on the library's few threads; answers that take time are made on a bounded pool of workers
/// while their connection is suspended. A request that the library itself cannot read (a malformed request line, header or chunk size, a
/// header block beyond the connection's memory) is answered by the library, without a `Server` header.
///
/// A client that closes its sending side before a `later` or delayed answer is due is not waited with, and may count as gone: libmicrohttpd
/// takes the end of the stream for the end of the connection where it reads before it answers. An answer by a script it gets.
package final class HTTPServer: Sendable {
  package let host: String
  /// The actual port, also when the configuration asked for any free one.
  package let port: Int

  private let context: ServerContext
  private let daemon: Daemon
  private let acceptor: Acceptor
  private let uploadGrace: Duration
  private let isStopped = Mutex(false)

  /// Binds and starts; when it returns, connections are taken in.
  ///
  /// `SIGPIPE` and `SIGXFSZ` are ignored from then on in the whole process: a client that hangs up must not end it.
  /// - Parameter log: gets one line for each trouble; called on several threads at once.
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

  /// Stops: no new connections and requests, those in flight are answered, requests still arriving get `uploadGrace`.
  ///
  /// Nothing is waited for any more: delayed answers are due, scripts send the rest of their bytes at once and let go of what they hold.
  /// Answers go out whole, but to clients that take nothing for three seconds, and to those that are not done after twenty
  /// (``SlowReaderTimeouts``).
  ///
  /// Returns when all is over; a second call waits for the first one. Not to be called from a handler.
  package func stop() {
    isStopped.withLock { isStopped in
      if isStopped { return }
      acceptor.stop()
      context.log("stopping; requests in flight: \(context.gate.close())")
      // Whatever is suspended from here on is resumed without waiting; the library aborts the process otherwise.
      context.deliveries.hurry()
      var patience = SlowReaderTimeouts(from: Clock.system.now)
      context.gate.drain(uploadGrace: uploadGrace) { context.connections.cutAnswers(&patience, at: Clock.system.now) }
      // All threads but the library's go first: one may still be inside the call that resumed the last connection.
      context.stop()
      daemon.stop()
      context.lingering.finish(by: patience.end)
      isStopped = true
    }
  }

  private static func start(
    _ configuration: HTTPServerConfiguration, on listener: Listener, handler: any RequestHandler, log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) -> (ServerContext, Daemon, Acceptor) {
    do throws(HTTPServerError) {
      let limit = try configuration.roomForConnections()
      let context = try ServerContext(configuration, connectionLimit: limit, handler: handler, log: log)
      return try start(configuration, connectionLimit: limit, on: listener, context: context)
    } catch {
      listener.close()
      throw error
    }
  }

  private static func start(
    _ configuration: HTTPServerConfiguration, connectionLimit: Int, on listener: Listener, context: ServerContext
  ) throws(HTTPServerError) -> (ServerContext, Daemon, Acceptor) {
    do throws(HTTPServerError) {
      let daemon = try Daemon(configuration, connectionLimit: connectionLimit, context: context)
      do throws(HTTPServerError) {
        return (context, daemon, try Acceptor(listener: listener, daemon: daemon, context: context))
      } catch {
        daemon.stop()
        throw error
      }
    } catch {
      context.stop()
      throw error
    }
  }
}
