import Dispatch
import HTTPMessage
import HTTPServer
import Support
import Synchronization
import TestClient

/// A latch that holds a closure until the test opens it, and signals the test that the closure has reached it.
final class Latch: Sendable {
  private let reached = DispatchSemaphore(value: 0)
  private let opened = DispatchSemaphore(value: 0)

  /// For the closure: reports, then waits for `open`.
  func pass() {
    reached.signal()
    opened.wait()
  }

  /// For a closure that is not held.
  func touch() { reached.signal() }

  /// For the test: waits until a closure is there; `false` when none comes within ten seconds.
  func isReached() -> Bool { reached.wait(timeout: .now() + .seconds(10)) == .success }

  func open() { opened.signal() }
}

extension Work<DeliveryPlan> {
  /// A worker's response that waits at the latch.
  static func deferred(behind latch: Latch, _ plan: @escaping @Sendable () -> DeliveryPlan) -> Work<DeliveryPlan> {
    .deferred {
      latch.pass()
      return plan()
    }
  }
}

/// Values from closures on other threads, in the order in which they came.
final class Collected<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])
  private let arrived = DispatchSemaphore(value: 0)

  func append(_ value: Value) {
    values.withLock { $0.append(value) }
    arrived.signal()
  }

  var all: [Value] { values.withLock(\.self) }

  /// All there is as soon as there are so many; fewer when they do not come within ten seconds.
  func first(_ count: Int) -> [Value] {
    for _ in 0..<count where arrived.wait(timeout: .now() + .seconds(10)) == .timedOut { break }
    return all
  }
}

/// A probe that tells whether an object that it made is still alive.
final class LifetimeProbe: Sendable {
  final class Material: Sendable {}

  private struct Memory {
    weak var material: Material?
  }

  private let memory = Mutex(Memory())

  func material() -> Material {
    let material = Material()
    memory.withLock { $0.material = material }
    return material
  }

  var isAlive: Bool { memory.withLock { $0.material != nil } }
}

/// An observer that keeps all it is told.
final class DeliveryLog: DeliveryObserver {
  enum Event: Equatable {
    case began
    case ended(DeliveryEnding)
  }

  private let told = Mutex<[(event: Event, moment: Duration)]>([])
  private let over = DispatchSemaphore(value: 0)

  func deliveryBegan(at moment: Duration) { told.withLock { $0.append((.began, moment)) } }

  func deliveryEnded(_ ending: DeliveryEnding, at moment: Duration) {
    told.withLock { $0.append((.ended(ending), moment)) }
    over.signal()
  }

  /// Waits until the delivery has ended; `false` when it does not within ten seconds.
  func isOver() -> Bool { over.wait(timeout: .now() + .seconds(10)) == .success }

  var events: [Event] { told.withLock { $0.map(\.event) } }
  var moments: [Duration] { told.withLock { $0.map(\.moment) } }
}

extension DeliveryPlan {
  func observed(by observer: any DeliveryObserver) -> DeliveryPlan {
    var plan = self
    plan.observer = observer
    return plan
  }
}

/// How a client hangs up.
enum HangUp: CaseIterable { case close, reset }

extension RawClient {
  func hangUp(_ way: HangUp) {
    switch way {
    case .close: close()
    case .reset: reset()
    }
  }
}
