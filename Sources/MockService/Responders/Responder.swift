internal import HTTPMessage
internal import Synchronization

/// A link of the chain that a request goes through: ``OverrideResponder``, ``ScenarioResponder``, ``ContractResponder``.
///
/// Each asks the next one, and may change or replace what that makes of the request.
protocol Responder: Sendable {
  /// Handles a whole request.
  ///
  /// Decoding, rendering and reading files are left as work; what is known without them is ready.
  ///
  /// - Parameter request: consumed, so that its body goes as soon as it is not needed.
  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult>
}

/// A value that is given out once, so that a closure that carries it to another thread does not keep it alive while it runs.
final class TakeOnce<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming Value) { self.value = Mutex(value) }

  /// Returns the value; nil from the second time on.
  func take() -> Value? { value.withLock { $0.take() } }
}
