import Dispatch
import HTTPMessage
import Support
import Synchronization

/// A witness that writes down all it is told.
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
  func witnessed(by witness: any DeliveryObserver) -> DeliveryPlan {
    var plan = self
    plan.observer = witness
    return plan
  }
}
