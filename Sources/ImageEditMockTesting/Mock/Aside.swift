internal import Dispatch

/// Runs what blocks on a thread of Dispatch's: Swift's own are one for each core, and a task that blocks one holds up all others.
func aside<Value: Sendable, Failure: Error>(_ work: @escaping @Sendable () throws(Failure) -> Value) async throws(Failure) -> Value {
  let outcome = await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: Result(catching: work)) }
  }
  return try outcome.get()
}
