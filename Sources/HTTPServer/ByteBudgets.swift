internal import Synchronization

/// A bound on the bytes that all requests of a server hold together.
final class ByteBudget: Sendable {
  let limit: Int
  private let held = Mutex(HeldBytes())
  private let returnMemory: @Sendable () -> Void

  /// - Parameter returnMemory: called when the last of many bytes is given back.
  init(_ limit: Int, returnMemory: @escaping @Sendable () -> Void = {}) {
    self.limit = limit
    self.returnMemory = returnMemory
  }

  /// Takes so many bytes of the budget; `false` when fewer are left.
  func take(_ count: Int) -> Bool {
    held.withLock { held in
      guard count <= limit - held.count else { return false }
      held.add(count)
      return true
    }
  }

  func giveBack(_ count: Int) { if held.withLock({ $0.remove(count) }) { returnMemory() } }
}

/// The part of a budget that the body of one request takes: its announced length at once, or without one as it grows.
struct BodyReservation: Sendable {
  private let budget: ByteBudget
  private(set) var taken = 0

  /// A chunked body takes so much at a time.
  private static let step = 1 << 20

  /// Takes the announced length; nil: the budget has less left.
  init?(in budget: ByteBudget, announced: Int?) {
    self.budget = budget
    guard let announced, announced > 0 else { return }
    guard budget.take(announced) else { return nil }
    taken = announced
  }

  /// Takes more of the budget until it is enough for so many bytes together; `false`: less is left.
  mutating func grow(to count: Int) -> Bool {
    while taken < count {
      guard budget.take(Self.step) else { return false }
      taken += Self.step
    }
    return true
  }

  mutating func giveBack() {
    if taken > 0 { budget.giveBack(taken) }
    taken = 0
  }
}

/// The bodies of responses that wait for their time or for slow clients, with a bound on their bytes.
///
/// Many responses are one picture that the mock keeps: storage that responses share is counted once.
final class PendingResponses: Sendable {
  private struct Held {
    /// Kept, so that no other body gets this one's address.
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

  /// `limit` is the most bytes of bodies together; `returnMemory` is called when the last of many bytes is released.
  init(limit: Int, returnMemory: @escaping @Sendable () -> Void = {}) {
    self.limit = limit
    self.returnMemory = returnMemory
  }

  /// Counts a body until its entry is released; nil: there is no room for it. A short one is not counted.
  func hold(_ body: [UInt8]) -> Entry? {
    guard body.count >= Self.shortestCounted else { return Entry(address: nil) }
    let address = unsafe body.withUnsafeBytes { Int(bitPattern: $0.baseAddress) }
    return state.withLock { state in
      if state.bodies[address] == nil {
        guard body.count <= limit - state.held.count else { return nil }
        state.held.add(body.count)
      }
      state.bodies[address, default: Held(body: body, uses: 0)].uses += 1
      return Entry(address: address)
    }
  }

  func release(_ entry: Entry) {
    guard let address = entry.address else { return }
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

  struct Entry: Sendable { fileprivate let address: Int? }
}

/// A count of the bytes that are held together, and of the most that were.
private struct HeldBytes: Sendable {
  private(set) var count = 0
  private var most = 0

  /// From so many bytes on, heaps that were full and are empty again are given back.
  static let muchToReturn = 64 << 20

  mutating func add(_ bytes: Int) {
    count += bytes
    most = max(most, count)
  }

  /// Counts bytes that are held no longer. Returns whether they were the last of many, which are worth returning to the system.
  mutating func remove(_ bytes: Int) -> Bool {
    count -= bytes
    guard count == 0, most >= Self.muchToReturn else { return false }
    most = 0
    return true
  }
}
