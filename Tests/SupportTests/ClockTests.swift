import Support
import Synchronization
import Testing

/// Clocks: none of these waits for time to pass.
@Suite("The clocks of delays and quotas", .timeLimit(.minutes(5)))
struct ClockTests {
  /// How far the clock is before the system's, between what two looks at the system's clock allow.
  private func lead(_ clock: Clock) -> ClosedRange<Duration> {
    let before = Clock.system.now
    let now = clock.now
    return (now - Clock.system.now)...(now - before)
  }

  @Test("An adjustable clock begins as the system's, and `advance` moves it before it")
  func advancing() {
    let clock = Clock.adjustable()
    #expect(!clock.isManual && !clock.isFrozen)
    #expect(lead(clock).contains(.zero) && clock.ahead == .zero && clock.advanced == .zero)
    clock.advance(by: .seconds(61))
    clock.advance(by: .milliseconds(500))
    #expect(lead(clock).contains(.milliseconds(61_500)))
    #expect(clock.ahead == .milliseconds(61_500) && clock.advanced == .milliseconds(61_500))
    // Within a second, for the time between the two looks.
    let calendar = clock.unixMilliseconds - Clock.system.unixMilliseconds
    #expect(60_500...61_501 ~= calendar)
  }

  @Test("Frozen it stands exactly still, in all that it tells")
  func freezing() {
    let clock = Clock.adjustable()
    clock.freeze()
    #expect(clock.isFrozen)
    let (now, calendar) = (clock.now, clock.unixMilliseconds)
    // Long enough that the system's clock has gone on by some milliseconds.
    let start = Clock.system.now
    while Clock.system.now < start + .milliseconds(5) {
      #expect(clock.now == now)
      #expect(clock.unixMilliseconds == calendar)
    }
    #expect(clock.ahead <= .milliseconds(-5))
    #expect(clock.advanced == .zero)
    clock.advance(by: .seconds(7))
    #expect(clock.isFrozen && clock.now == now + .seconds(7) && clock.unixMilliseconds == calendar + 7_000)
    #expect(clock.advanced == .seconds(7))
  }

  @Test("Freezing it twice, and thawing what is not frozen, changes nothing")
  func twice() {
    let clock = Clock.adjustable()
    clock.thaw()
    #expect(clock.ahead == .zero)
    clock.freeze()
    let now = clock.now
    clock.freeze()
    #expect(clock.now == now)
  }

  @Test("Thawed it goes on from where it stood, and stays behind by as long as it stood")
  func thawing() {
    let clock = Clock.adjustable()
    clock.freeze()
    let now = clock.now
    let start = Clock.system.now
    while Clock.system.now < start + .milliseconds(2) {}
    clock.thaw()
    #expect(!clock.isFrozen)
    #expect(clock.now >= now)
    #expect(clock.ahead <= .milliseconds(-2))
    let ahead = clock.ahead
    #expect(lead(clock).contains(ahead) && clock.ahead == ahead)
  }

  @Test("Realigned it runs with the system's again; what it was advanced by in all is not forgotten", arguments: [false, true])
  func realigning(isFrozen: Bool) {
    let clock = Clock.adjustable()
    clock.advance(by: .seconds(3_600))
    if isFrozen { clock.freeze() }
    clock.realign()
    #expect(!clock.isFrozen && clock.ahead == .zero && lead(clock).contains(.zero))
    #expect(clock.advanced == .seconds(3_600))
  }

  @Test("It never goes back, whoever freezes, thaws and advances it meanwhile")
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

  @Test("A manual clock stands still until it is advanced, and tells who waits by it")
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
