internal import HTTPMessage

/// What all requests of one server share.
final class ServerContext: Sendable {
  let handler: any RequestHandler
  let workers: WorkerPool
  let gate = StopGate()
  let slots: ConnectionSlots
  let serverName: String
  let headerLimit: Int
  let drainLimit: Int
  let log: @Sendable (String) -> Void

  init(
    _ configuration: HTTPServerConfiguration, handler: any RequestHandler, log: @escaping @Sendable (String) -> Void
  ) throws(HTTPServerError) {
    self.handler = handler
    self.log = log
    workers = try WorkerPool(threads: configuration.workers, queueLimit: configuration.workerQueueLimit)
    slots = ConnectionSlots(configuration.connectionLimit)
    serverName = configuration.serverName
    headerLimit = configuration.headerLimit
    drainLimit = configuration.drainLimit
  }
}
