internal import HTTPMessage
internal import Support

/// What all requests of one server share.
final class ServerContext: Sendable {
  let handler: any RequestHandler
  let workers: WorkerPool
  /// For responses that are made in the background.
  let backgroundWorker: WorkerPool
  let deliveries: DeliveryLoop
  let clock: Clock
  /// What the `Date` header tells.
  let calendar: Clock
  let inFlight = InFlightTracker()
  let slots: ConnectionSlots
  /// For connections that only get a 503.
  let surplusSlots: ConnectionSlots
  let connections: OpenConnections
  let lingering = LingeringCloses()
  let serverName: String
  /// Where the server listens, as requests tell the service.
  let listener: RequestHead.Listener
  /// Whether TLS is spoken.
  let isSecure: Bool
  let headerLimit: Int
  let drainLimit: Int
  /// Bytes that the library reads at once, the header block among the first.
  let readBufferSize: Int
  /// For the bodies of requests, until their responses are made.
  let bodyBudget: ByteBudget
  let pendingResponses: PendingResponses
  let log: @Sendable (String) -> Void

  init(
    _ configuration: HTTPServerConfiguration, port: Int, connectionLimit: Int, handler: any RequestHandler,
    log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) {
    self.handler = handler
    self.log = log
    clock = configuration.clock
    calendar = configuration.calendar ?? configuration.clock
    slots = ConnectionSlots(connectionLimit)
    surplusSlots = ConnectionSlots(HTTPServerConfiguration.surplusConnections(beside: connectionLimit))
    connections = OpenConnections(
      headTimeout: configuration.idleTimeout + configuration.headTimeout, bodyTimeout: configuration.bodyTimeout)
    serverName = configuration.serverName
    listener = RequestHead.Listener(host: configuration.host, port: port)
    isSecure = configuration.identity != nil
    headerLimit = configuration.headerLimit
    drainLimit = configuration.drainLimit
    readBufferSize = configuration.connectionMemory / 2
    var pools: [WorkerPool] = []
    do throws(HTTPServerError) {
      pools.append(try WorkerPool(threads: configuration.workers, queueLimit: configuration.workerQueueLimit))
      pools.append(try WorkerPool(threads: 1, queueLimit: Self.backgroundQueueLimit))
      deliveries = try DeliveryLoop(clock: clock, log: log)
    } catch {
      for pool in pools.reversed() { pool.stop() }
      throw error
    }
    let background = pools[1]
    (workers, backgroundWorker) = (pools[0], background)
    // Not on the library's threads: it may take some milliseconds.
    let returnMemory: @Sendable () -> Void = { _ = background.submit(returnFreeMemory) }
    bodyBudget = ByteBudget(configuration.bodyBudget, returnMemory: returnMemory)
    pendingResponses = PendingResponses(limit: configuration.responseBudget, returnMemory: returnMemory)
  }

  /// Responses that may wait to be made in the background. The next one is a 503.
  static let backgroundQueueLimit = 256

  /// Returns the count of the slots of that kind.
  func slots(of kind: SlotKind) -> ConnectionSlots { kind == .surplus ? surplusSlots : slots }

  /// Takes note that the library closes a connection. Called while the socket is still open.
  func closed(_ connection: OpenConnection) {
    connections.closed(connection)
    let slots = slots(of: connection.slot)
    if connection.isToLinger, lingering.keep(connection, closed: { slots.connectionClosed() }) { return }
    // So that the socket's end is no reset.
    connection.socket.dropAllUnread()
    slots.connectionClosed()
  }

  /// Ends all threads. No connection may be handed to them any more.
  func stop() {
    // The workers go first: what one of them makes may still have to go over the wire.
    workers.stop()
    backgroundWorker.stop()
    deliveries.stop()
  }
}
