internal import HTTPMessage
internal import Synchronization

/// The bodies of answers that wait for their time or for slow clients, with a bound on their bytes.
///
/// Many answers are one picture that the mock keeps: storage that answers share is counted once.
final class PendingResponses: Sendable {
  private struct Held {
    /// Kept, so that no other body comes to lie where this one is.
    let body: [UInt8]
    var uses: Int
  }

  private struct State {
    var bodies: [Int: Held] = [:]
    var held = HeldBytes()
  }

  private let state = Mutex(State())
  private let limit: Int
  private let returnMemory: @Sendable () -> Void

  /// Shorter bodies are not counted: their number has a bound, the connections'.
  static let shortestCounted = 16 << 10

  /// - Parameters:
  ///   - limit: most bytes of bodies together.
  ///   - returnMemory: called when the last of many bytes is let go of.
  init(limit: Int, returnMemory: @escaping @Sendable () -> Void = {}) {
    self.limit = limit
    self.returnMemory = returnMemory
  }

  /// Keeps count of a body until it is let go of; nil: there is no room for it. A short one has no place.
  func hold(_ body: [UInt8]) -> Place? {
    guard body.count >= Self.shortestCounted else { return Place(address: nil) }
    let address = unsafe body.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
    return state.withLock { state in
      if state.bodies[address] == nil {
        guard body.count <= limit - state.held.count else { return nil }
        state.held.add(body.count)
      }
      state.bodies[address, default: Held(body: body, uses: 0)].uses += 1
      return Place(address: address)
    }
  }

  func letGo(of place: Place) {
    guard let address = place.address else { return }
    let (freed, isMuch) = state.withLock { state -> ([UInt8], Bool) in
      guard var held = state.bodies[address] else { return ([], false) }
      held.uses -= 1
      guard held.uses == 0 else {
        state.bodies[address] = held
        return ([], false)
      }
      state.bodies[address] = nil
      return (held.body, state.held.remove(held.body.count))
    }
    // Not under the lock.
    withExtendedLifetime(freed) {}
    if isMuch { returnMemory() }
  }

  struct Place: Sendable {
    fileprivate let address: Int?
  }
}
