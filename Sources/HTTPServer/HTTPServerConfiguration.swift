internal import HTTPMessage
package import Support

/// Where the server listens and how much it takes on.
package struct HTTPServerConfiguration: Sendable {
  /// An IPv4 or IPv6 literal, or a name such as `localhost`.
  package var host = "127.0.0.1"
  /// 0 takes a free port.
  package var port = 8080
  /// The certificate and key for TLS; nil: the server speaks plain HTTP.
  package var identity: TLSIdentity?
  /// The value of `Server:` on every response.
  package var serverName: String

  /// Threads of libmicrohttpd, which read, write and make the cheap responses.
  package var threads = 2
  /// Threads that make the responses that take time; the number of processors unless set.
  package var workers = processorCount
  /// Requests that may wait for a worker. The next one gets a 503.
  package var workerQueueLimit = 1_024

  /// Bytes of a body that are read off the wire before the response; a longer one gets it early, and its connection is closed.
  package var drainLimit = 256 << 20
  /// Bytes of the request line and the headers together; more gets a 431. As much as Node's server takes.
  package var headerLimit = 16 << 10
  /// Bytes of the pool that libmicrohttpd gives each connection, for headers in, headers out and one read.
  ///
  /// The library reads into half of it, and clears the whole before every request on a kept connection. Measured with the library alone: a
  /// body of 27 kB takes 20 µs of processor time at 64 KiB, where it comes in one read, and 34 at 36; one of 1.4 MB a sixth less; one of
  /// 2 kB the same. From 96 KiB on clearing costs more than reading saves. A header block that does not fit gets the library's own
  /// response: 431, or 414 for the request line, without a `Server` header. More than 32 KiB, so that the library takes each pool as a mapping
  /// of its own: from the heap, where small things settle in freed pools, 10,000 requests that waited left four times as much.
  package var connectionMemory = 64 << 10
  /// Bytes of request bodies that are in memory at once; a further one gets a 503, and one that can never fit a 413.
  package var bodyBudget = MemoryLimit.share
  /// Bytes of responses that wait for their time or for slow clients; a 503 goes out in place of a further one.
  package var responseBudget = MemoryLimit.share
  /// Connections open at once; for a further one the idlest is closed, or it gets a 503. nil: 20,000, or as many as the process may have
  /// descriptors for. The process's limit of descriptors is raised for them, as far as the system allows.
  package var connectionLimit: Int?

  /// How long a connection may be silent both ways before it is closed. Whole seconds; a request at work does not count as idle.
  package var idleTimeout: Duration = .seconds(20)
  /// From the first byte of a head until the last one is in. Libraries of other servers give a minute for this and the idling before it.
  package var headTimeout: Duration = .seconds(40)
  /// From a head until its body is in, where no scenario reads it slowly. A client that is stopped in a debugger stays well below it.
  package var bodyTimeout: Duration = .seconds(600)
  /// How long `stop()` waits for requests that are still arriving.
  package var uploadGrace: Duration = .seconds(5)

  /// The clock of delays, paces and waits. Timeouts, the grace for uploads and the end of a stop run by the system's.
  package var clock = Clock.system
  /// The clock that the `Date` header tells; nil: `clock`.
  package var calendar: Clock?

  /// Makes a configuration for `127.0.0.1:8080`.
  package init(serverName: String) { self.serverName = serverName }

  /// Checks all settings: one out of range is refused, never changed.
  func check() throws(HTTPServerError) {
    try require(0...65_535 ~= port, "port \(port) is not between 0 and 65535")
    try require(1...64 ~= threads, "\(threads) library threads; 1 to 64 make sense")
    try require(1...256 ~= workers, "\(workers) workers; 1 to 256 make sense")
    try require(workerQueueLimit > 0, "a worker queue of \(workerQueueLimit); it needs room for one")
    try require(drainLimit >= 0, "a drain limit below zero")
    try require(headerLimit > 0, "a header limit of \(headerLimit) bytes")
    try require(4_096...(64 << 20) ~= connectionMemory, "\(connectionMemory) bytes of memory per connection; 4 KiB to 64 MiB make sense")
    if let connectionLimit {
      try require(1...100_000 ~= connectionLimit, "a limit of \(connectionLimit) connections; 1 to 100,000 make sense")
    }
    try require(1...86_400 ~= idleTimeout.components.seconds, "an idle timeout of \(idleTimeout); 1 second to a day make sense")
    try require(.seconds(1)...(.seconds(86_400)) ~= headTimeout, "\(headTimeout) for a head; 1 second to a day make sense")
    try require(.seconds(1)...(.seconds(86_400)) ~= bodyTimeout, "\(bodyTimeout) for a body; 1 second to a day make sense")
    try require(uploadGrace >= .zero && uploadGrace <= .seconds(3_600), "an upload grace of \(uploadGrace); 0 to 1 hour make sense")
    try require(serverName.isSendableHeaderValue, "the server name cannot stand in a header line")
  }

  /// Raises the process's limit of descriptors, and returns how many connections are accepted. A limit that was set stands, also where
  /// descriptors may run out before it.
  func roomForConnections() throws(HTTPServerError) -> Int {
    let room = DescriptorLimit.raise(for: connectionLimit ?? memoryLimit)
    try require(room > 0, "the process may have too few files open; allow it \(DescriptorLimit.least) at least (ulimit -n)")
    return connectionLimit ?? room
  }

  /// Connections where nothing else limits them.
  static let mostConnections = 20_000
  /// Connections where the address space is short.
  private static let fewestConnections = 32

  /// Connections that fit into memory: in a limited address space all together have the same share as bodies and responses.
  private var memoryLimit: Int {
    guard MemoryLimit.isAddressSpaceShort else { return Self.mostConnections }
    return max(Self.fewestConnections, min(Self.mostConnections, MemoryLimit.share / connectionMemory))
  }

  /// Connections beyond the limit that are accepted at once, to get a 503.
  static func surplusConnections(beside limit: Int) -> Int { min(64, max(2, limit / 8)) }

  private func require(_ condition: Bool, _ reason: String) throws(HTTPServerError) { guard condition else { throw .cannotStart(reason) } }
}

/// How many connections fit into the descriptors that the process may have open.
enum DescriptorLimit {
  /// Descriptors that are left for everything besides connections: the server's own, files, connections to other servers.
  private static let spare = 100
  /// The same where there are few descriptors: a start takes a dozen, and one with a port for `/_mock` twice that.
  private static let leastSpare = 32
  /// A start with fewer has no connection to offer.
  static let least = leastSpare + 4

  /// Raises the process's limit as far as so many connections need and the system allows. Returns how many connections fit then; 0: too few
  /// for a server.
  static func raise(for connections: Int) -> Int {
    let needed = connections + HTTPServerConfiguration.surplusConnections(beside: connections) + spare
    guard let limit = raiseDescriptorLimit(to: needed) else { return connections }
    return limit >= needed ? connections : room(in: limit)
  }

  /// Returns how many connections so many descriptors are enough for, beside the surplus ones that only get a 503.
  static func room(in descriptors: Int) -> Int {
    guard descriptors >= least else { return 0 }
    let room = descriptors - min(spare, max(leastSpare, descriptors / 2))
    return room - HTTPServerConfiguration.surplusConnections(beside: room)
  }
}
