internal import HTTPMessage
internal import Support

/// What the thread of a `DeliveryLoop` has before it.
struct RawWriteThread {
  private enum Due {
    case resumption(UInt64)
    case run(UInt64)
  }

  /// A connection that waits for its time.
  private struct Resumption {
    let connection: Connection
    let isWatched: Bool
  }

  private let poller: Poller
  private let clock: Clock
  private let log: @Sendable (String) -> Void
  private var deadlines = Deadlines<Due>()
  private var runs: [UInt64: RawWrite] = [:]
  private var resumptions: [UInt64: Resumption] = [:]
  private var lastKey: UInt64 = 0
  /// With clients that do not read; set when all is to be done at once.
  private var patience: SlowReaderTimeouts?

  /// From this delay on it is noticed when the client goes: others are over soon enough.
  private static let shortestWatchedDelay = Duration.milliseconds(500)

  init(poller: Poller, clock: Clock, log: @escaping @Sendable (String) -> Void) {
    self.poller = poller
    self.clock = clock
    self.log = log
  }

  private var isHurried: Bool { patience != nil }

  /// Runs until it is told to stop and all connections are resumed.
  mutating func run(_ takeNews: () -> DeliveryLoop.Inbox) {
    while true {
      let news = takeNews()
      takeIn(news)
      fireDue()
      if news.isStopped, resumptions.isEmpty, runs.isEmpty { return }
      for event in poller.wait(atMost: timeout) {
        if resumptions[event.key] != nil {
          resume(event.key)
        } else if event.isEnd {
          finish(event.key)
        } else {
          proceed(event.key)
        }
      }
    }
  }

  private mutating func takeIn(_ news: DeliveryLoop.Inbox) {
    let now = news.resumptions.isEmpty ? .zero : clock.now
    for (deadline, connection) in news.resumptions { keep(connection, until: deadline, now) }
    for run in news.runs {
      lastKey += 1
      runs[lastKey] = run
      proceed(lastKey)
    }
    if news.isHurried, !isHurried {
      patience = SlowReaderTimeouts(from: Clock.system.now)
      for run in Array(runs.keys) { proceed(run) }
    }
  }

  /// All that is due is resumed in one go: at every resumption the library looks through all suspended connections of a thread.
  private mutating func fireDue() {
    let moment = isHurried ? Duration.seconds(Int64.max) : clock.now
    while let due = deadlines.popFirst(upTo: moment) {
      switch due {
      case .resumption(let key): resume(key)
      case .run(let run): proceed(run)
      }
    }
    if isHurried { giveUpReaders(at: Clock.system.now) }
  }

  private mutating func giveUpReaders(at now: Duration) {
    for (key, run) in runs where patience?.isOver(with: key, at: run.sentCount, now) ?? false {
      run.connection.opened?.endAtOnce()
      finish(key)
    }
  }

  /// A client that has gone, or will send nothing more, is not waited with: the delay is over for it, and its connection is free.
  private mutating func keep(_ connection: Connection, until deadline: Duration, _ now: Duration) {
    lastKey += 1
    let isLong = deadline - now >= Self.shortestWatchedDelay
    let isWatched = isLong && poller.watch(connection.socket, for: .farewell, key: lastKey, isNew: true)
    resumptions[lastKey] = Resumption(connection: connection, isWatched: isWatched)
    deadlines.insert(.resumption(lastKey), at: deadline)
  }

  private mutating func resume(_ key: UInt64) {
    guard let resumption = resumptions.removeValue(forKey: key) else { return }
    if resumption.isWatched { poller.forget(resumption.connection.socket) }
    resumption.connection.resume()
  }

  private mutating func proceed(_ key: UInt64) {
    let (now, isHurried) = (clock.now, isHurried)
    // A deadline may be left of a run that ended before it.
    guard let progress = runs[key]?.proceed(at: now, isHurried: isHurried) else { return }
    switch progress {
    case .waiting(let due):
      deadlines.insert(.run(key), at: due)
      watch(key, for: .nothing)
    case .full: watch(key, for: .room)
    case .held: watch(key, for: .farewell)
    case .over: finish(key)
    }
  }

  private mutating func watch(_ key: UInt64, for interest: Poller.Interest) {
    guard let run = runs[key], run.watched != interest else { return }
    if poller.watch(run.socket, for: interest, key: key, isNew: run.watched == nil) {
      runs[key]?.watched = interest
    } else {
      log("a connection cannot be waited for and is closed: \(SystemError())")
      finish(key)
    }
  }

  /// Gives the connection back to the library, which closes it.
  private mutating func finish(_ key: UInt64) {
    guard let run = runs.removeValue(forKey: key) else { return }
    if run.watched != nil { poller.forget(run.socket) }
    run.tellEnd(at: clock.now)
    run.connection.resume()
  }

  /// The time until something is due; nil when only a wakeup or a socket can bring anything.
  private var timeout: Duration? {
    if isHurried { return runs.isEmpty ? nil : SlowReaderTimeouts.lookInterval }
    return clock.isManual ? nil : deadlines.first.map { $0 - clock.now }
  }
}
