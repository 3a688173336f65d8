import Support
import Synchronization
import Testing

@Suite("The clocks of delays and quotas", .timeLimit(.minutes(15)))
struct ClockTests {
  private let base = Clock.manual(unixTime: 1_000)
  private let clock: Clock

  init() { clock = .adjustable(over: base) }

  /// How far the adjustable clock is before the one that it runs with.
  private var lead: Duration { clock.now - base.now }

  @Test("An adjustable clock starts with its base, runs with it, and is moved before it by `advance`")
  func advancing() {
    #expect(!clock.isManual && !clock.isFrozen)
    #expect(lead == .zero && clock.ahead == .zero && clock.advanced == .zero)
    base.advance(by: .seconds(3))
    #expect(clock.now == .seconds(3) && clock.unixMilliseconds == 1_003_000)
    clock.advance(by: .seconds(61))
    clock.advance(by: .milliseconds(500))
    #expect(lead == .milliseconds(61_500))
    #expect(clock.ahead == .milliseconds(61_500) && clock.advanced == .milliseconds(61_500))
    #expect(clock.unixMilliseconds - base.unixMilliseconds == 61_500)
  }

  @Test("Without a base, an adjustable clock runs with the system's")
  func overSystem() {
    let clock = Clock.adjustable()
    let (before, calendar) = (Clock.system.now, Clock.system.unixMilliseconds)
    let (now, unixMilliseconds) = (clock.now, clock.unixMilliseconds)
    #expect(before <= now && now <= Clock.system.now)
    #expect(calendar <= unixMilliseconds && unixMilliseconds <= Clock.system.unixMilliseconds)
    #expect(clock.ahead == .zero)
  }

  @Test("A frozen clock stands exactly still, in its time and its date, until it is advanced")
  func freezing() {
    clock.freeze()
    #expect(clock.isFrozen)
    let (now, calendar) = (clock.now, clock.unixMilliseconds)
    base.advance(by: .milliseconds(5))
    #expect(clock.now == now && clock.unixMilliseconds == calendar)
    #expect(clock.ahead == .milliseconds(-5))
    #expect(clock.advanced == .zero)
    clock.advance(by: .seconds(7))
    #expect(clock.isFrozen && clock.now == now + .seconds(7) && clock.unixMilliseconds == calendar + 7_000)
    #expect(clock.advanced == .seconds(7))
  }

  @Test("Freezing a clock twice, and thawing one that is not frozen, changes nothing")
  func twice() {
    clock.thaw()
    #expect(clock.ahead == .zero)
    clock.freeze()
    let now = clock.now
    base.advance(by: .seconds(1))
    clock.freeze()
    #expect(clock.now == now)
  }

  @Test("A thawed clock goes on from where it stood, and stays behind by as long as it stood")
  func thawing() {
    clock.freeze()
    let now = clock.now
    base.advance(by: .milliseconds(2))
    clock.thaw()
    #expect(!clock.isFrozen && clock.now == now && clock.ahead == .milliseconds(-2))
    base.advance(by: .seconds(1))
    #expect(clock.now == now + .seconds(1))
    #expect(lead == .milliseconds(-2) && clock.ahead == .milliseconds(-2))
  }

  @Test("A realigned clock runs with its base again, and keeps the sum of what it was advanced by", arguments: [false, true])
  func realigning(isFrozen: Bool) {
    clock.advance(by: .seconds(3_600))
    if isFrozen { clock.freeze() }
    base.advance(by: .seconds(1))
    clock.realign()
    #expect(!clock.isFrozen && clock.ahead == .zero && lead == .zero)
    #expect(clock.advanced == .seconds(3_600))
  }

  @Test("A clock never goes back while other threads freeze, thaw and advance it")
  func neverBack() async {
    let clock = Clock.adjustable()
    let flag = Flag()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for step in 0..<20_000 {
          if step % 2 == 0 { clock.freeze() } else { clock.thaw() }
          if step % 100 == 0 { clock.advance(by: .microseconds(1)) }
        }
        flag.isUp.store(true, ordering: .relaxed)
      }
      group.addTask {
        var (last, worst) = (clock.now, Duration.zero)
        while !flag.isUp.load(ordering: .relaxed) {
          let now = clock.now
          worst = max(worst, last - now)
          last = now
        }
        #expect(worst == .zero, "it went back")
      }
    }
  }

  @Test("A manual clock stands still until it is advanced, and calls its listeners then")
  func manual() {
    let clock = Clock.manual(unixTime: 1_000)
    let calls = Atomic(0)
    clock.onAdvance { calls.add(1, ordering: .relaxed) }
    #expect(clock.isManual && clock.now == .zero && clock.unixMilliseconds == 1_000_000)
    clock.advance(by: .milliseconds(1_500))
    #expect(clock.now == .milliseconds(1_500) && clock.unixMilliseconds == 1_001_500)
    #expect(calls.load(ordering: .relaxed) == 1)
    #expect(clock.ahead == .zero && clock.advanced == .zero)
  }

  @Test("Freezing, thawing and realigning leave a manual clock where it is")
  func manualStays() {
    let clock = Clock.manual()
    clock.advance(by: .seconds(5))
    clock.freeze()
    clock.advance(by: .seconds(5))
    clock.thaw()
    clock.realign()
    #expect(clock.now == .seconds(10))
  }

  @Test("The system's clock cannot be moved")
  func system() {
    let before = Clock.system.now
    Clock.system.advance(by: .seconds(1_000_000))
    #expect(Clock.system.now < before + .seconds(1_000_000))
    #expect(Clock.system.ahead == .zero && Clock.system.advanced == .zero)
  }
}

private final class Flag: Sendable {
  let isUp = Atomic(false)
}
