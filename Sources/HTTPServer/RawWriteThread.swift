internal import Support

/// The work of a `DeliveryLoop`'s thread: connections that wait for their time, and raw responses under way.
struct RawWriteThread {
  private let poller: Poller
  private let clock: Clock
  private let log: @Sendable (String) -> Void
  /// The keys of writes and resumptions; no two have the same.
  private var deadlines = Deadlines()
  private var writes: [UInt64: RawWrite] = [:]
  private var resumptions: [UInt64: (connection: Connection, isWatched: Bool)] = [:]
  private var lastKey: UInt64 = 0
  /// Of clients that do not read; set when all is to be done at once.
  private var timeouts: SlowReaderTimeouts?

  /// From this delay on it is noticed when the client goes: shorter ones are over soon enough.
  private static let shortestWatchedDelay = Duration.milliseconds(500)

  init(poller: Poller, clock: Clock, log: @escaping @Sendable (String) -> Void) {
    self.poller = poller
    self.clock = clock
    self.log = log
  }

  private var isExpedited: Bool { timeouts != nil }

  /// Runs until it is told to stop and all connections are resumed.
  mutating func run(_ emptyInbox: () -> DeliveryLoop.Inbox) {
    while true {
      let inbox = emptyInbox()
      take(inbox)
      fireDue()
      if inbox.isStopped, resumptions.isEmpty, writes.isEmpty { return }
      for event in poller.wait(atMost: timeout) {
        if resumptions[event.key] != nil { resume(event.key) } else if event.isEnd { finish(event.key) } else { proceed(event.key) }
      }
    }
  }

  private mutating func take(_ inbox: DeliveryLoop.Inbox) {
    let now = inbox.resumptions.isEmpty ? .zero : clock.now
    for (deadline, connection) in inbox.resumptions { keep(connection, until: deadline, now) }
    for write in inbox.writes {
      lastKey += 1
      writes[lastKey] = write
      proceed(lastKey)
    }
    if inbox.isExpedited, !isExpedited {
      timeouts = SlowReaderTimeouts(from: Clock.system.now)
      for key in Array(writes.keys) { proceed(key) }
    }
  }

  /// Resumes all that is due in one go: at every resumption the library looks through all suspended connections of a thread.
  private mutating func fireDue() {
    let moment = isExpedited ? Duration.seconds(Int64.max) : clock.now
    while let key = deadlines.popFirst(upTo: moment) {
      if resumptions[key] != nil { resume(key) } else { proceed(key) }
    }
    if isExpedited { endSlowReaders(at: Clock.system.now) }
  }

  private mutating func endSlowReaders(at now: Duration) {
    for (key, write) in writes where timeouts?.isOver(with: key, at: write.sentCount, now) ?? false {
      write.connection.opened?.begin(.ending)
      finish(key)
    }
  }

  /// Keeps a connection until its deadline, or until its client has gone or will send nothing more: then the delay is over for it.
  private mutating func keep(_ connection: Connection, until deadline: Duration, _ now: Duration) {
    lastKey += 1
    let isLong = deadline - now >= Self.shortestWatchedDelay
    let isWatched = isLong && (try? poller.watch(connection.socket, for: .endOfInput, key: lastKey, isNew: true)) != nil
    resumptions[lastKey] = (connection, isWatched)
    deadlines.insert(lastKey, at: deadline)
  }

  private mutating func resume(_ key: UInt64) {
    guard let resumption = resumptions.removeValue(forKey: key) else { return }
    if resumption.isWatched { poller.forget(resumption.connection.socket) }
    resumption.connection.resume()
  }

  private mutating func proceed(_ key: UInt64) {
    let (now, isExpedited) = (clock.now, isExpedited)
    // A deadline may be left of a write that ended before it.
    guard let progress = writes[key]?.proceed(at: now, isExpedited: isExpedited) else { return }
    switch progress {
    case .waiting(let due):
      deadlines.insert(key, at: due)
      watch(key, for: .nothing)
    case .full: watch(key, for: .writable)
    case .held: watch(key, for: .endOfInput)
    case .over: finish(key)
    }
  }

  private mutating func watch(_ key: UInt64, for interest: Poller.Interest) {
    guard let write = writes[key], write.watched != interest else { return }
    do throws(SystemCallError) {
      try poller.watch(write.socket, for: interest, key: key, isNew: write.watched == nil)
      writes[key]?.watched = interest
    } catch {
      log("a connection cannot be waited for and is closed: \(error.reason)")
      finish(key)
    }
  }

  /// Gives the connection back to the library, which closes it.
  private mutating func finish(_ key: UInt64) {
    guard let write = writes.removeValue(forKey: key) else { return }
    if write.watched != nil { poller.forget(write.socket) }
    write.reportEnd(at: clock.now)
    write.connection.resume()
  }

  /// The time until something is due; nil when only a wakeup or a socket can bring anything.
  private var timeout: Duration? {
    if isExpedited { return writes.isEmpty ? nil : SlowReaderTimeouts.lookInterval }
    return clock.isManual ? nil : deadlines.first.map { $0 - clock.now }
  }
}

/// A queue with the earliest deadline first: a binary heap.
struct Deadlines {
  private var entries: [(deadline: Duration, key: UInt64)] = []

  var first: Duration? { entries.first?.deadline }

  mutating func insert(_ key: UInt64, at deadline: Duration) {
    entries.append((deadline, key))
    var child = entries.count - 1
    while child > 0, entries[child].deadline < entries[(child - 1) / 2].deadline {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Removes the key with the earliest deadline, if that is not after the moment.
  mutating func popFirst(upTo moment: Duration) -> UInt64? {
    guard let first, first <= moment else { return nil }
    entries.swapAt(0, entries.count - 1)
    defer { sink() }
    return entries.removeLast().key
  }

  private mutating func sink() {
    var parent = 0
    while let child = earlierChild(of: parent), entries[child].deadline < entries[parent].deadline {
      entries.swapAt(parent, child)
      parent = child
    }
  }

  private func earlierChild(of parent: Int) -> Int? {
    let (left, right) = (2 * parent + 1, 2 * parent + 2)
    if right < entries.count, entries[right].deadline < entries[left].deadline { return right }
    return left < entries.count ? left : nil
  }
}
