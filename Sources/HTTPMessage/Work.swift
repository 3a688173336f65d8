/// A value, or the work that is left to get it: one type from the job that edits an image up to the server.
///
///     switch handler.respond(to: request) {
///     case .ready(let plan): deliver(plan)
///     case .deferred(let make): workers.submit { deliver(make()) }
///     case .background(let make): background.submit { deliver(make()) }
///     }
package enum Work<Value: Sendable>: Sendable {
  /// Cheap, and made already: the caller's thread goes on with it.
  case ready(Value)
  /// Decodes, renders or waits: for a worker of the pool, while the connection is suspended.
  case deferred(@Sendable () -> Value)
  /// Takes long and may wait: for a thread of its own, one at a time, so that it holds up no worker.
  case background(@Sendable () -> Value)
}
