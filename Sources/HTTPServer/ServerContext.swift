internal import HTTPMessage
internal import Support

/// What all requests of one server share.
final class ServerContext: Sendable {
  let handler: any RequestHandler
  let workers: WorkerPool
  /// For answers that are made aside.
  let asideWorker: WorkerPool
  let deliveries: DeliveryLoop
  let clock: Clock
  let gate = InFlightTracker()
  let slots: ConnectionSlots
  /// For connections that are only told that there are too many.
  let surplusSlots: ConnectionSlots
  let connections: OpenConnections
  let lingering = LingeringCloses()
  let serverName: String
  /// Whether TLS is spoken.
  let isSecure: Bool
  let headerLimit: Int
  let drainLimit: Int
  /// Bytes that the library reads at once, the header block among the first.
  let readBufferSize: Int
  /// For the bodies of requests, until their answers are made.
  let bodyAllowance: ByteBudget
  let answersHeld: PendingResponses
  let log: @Sendable (String) -> Void

  init(
    _ configuration: HTTPServerConfiguration, connectionLimit: Int, handler: any RequestHandler, log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) {
    self.handler = handler
    self.log = log
    clock = configuration.clock
    slots = ConnectionSlots(connectionLimit)
    surplusSlots = ConnectionSlots(HTTPServerConfiguration.surplusConnections(beside: connectionLimit))
    connections = OpenConnections(
      headTimeout: configuration.idleTimeout + configuration.headTimeout, bodyTimeout: configuration.bodyTimeout)
    serverName = configuration.serverName
    isSecure = configuration.identity != nil
    headerLimit = configuration.headerLimit
    drainLimit = configuration.drainLimit
    readBufferSize = configuration.connectionMemory / 2
    workers = try WorkerPool(threads: configuration.workers, queueLimit: configuration.workerQueueLimit)
    do throws(HTTPServerError) {
      let aside = try WorkerPool(threads: 1, queueLimit: Self.asideQueueLimit)
      asideWorker = aside
      // Not on the library's threads: it may take some milliseconds.
      let returnMemory: @Sendable () -> Void = { _ = aside.submit(returnFreeMemory) }
      bodyAllowance = ByteBudget(configuration.bodyAllowance, returnMemory: returnMemory)
      answersHeld = PendingResponses(limit: configuration.answerAllowance, returnMemory: returnMemory)
      do throws(HTTPServerError) {
        deliveries = try DeliveryLoop(clock: clock, log: log)
      } catch {
        asideWorker.stop()
        throw error
      }
    } catch {
      workers.stop()
      throw error
    }
  }

  /// Answers that may wait to be made aside. The next one is answered 503.
  static let asideQueueLimit = 256

  /// Where the places of that kind are counted.
  func slots(of place: ConnectionPlace) -> ConnectionSlots { place == .surplus ? surplusSlots : slots }

  /// Called while the socket is still open.
  func closed(_ connection: OpenConnection) {
    connections.closed(connection)
    let slots = slots(of: connection.place)
    if connection.isToLinger, lingering.keep(connection, closed: { slots.connectionClosed() }) { return }
    connection.dropUnread()
    slots.connectionClosed()
  }

  /// Ends all threads. No connection may be handed to them any more.
  func stop() {
    // The workers go first: what one of them makes may still have to go over the wire.
    workers.stop()
    asideWorker.stop()
    deliveries.stop()
  }
}
