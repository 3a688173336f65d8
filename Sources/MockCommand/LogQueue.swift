internal import Dispatch
internal import Support
internal import Synchronization

/// The log on its way to standard error: nobody who has a line for it waits until it is read.
///
/// A test harness may give the mock a pipe and never read it. Once that is full, whoever writes to it stands still. So a line is written at
/// once only where there is room for it; else it waits for one thread that nobody waits for. Lines beyond the bound are dropped, and how many
/// is said as soon as there is room again.
final class LogQueue: Sendable {
  private struct State {
    var waiting: [String] = []
    var size = 0
    var dropped = 0
    /// Whether the thread has something to write.
    var isWriting = false
  }

  private let state = Mutex(State())
  private let writer = DispatchQueue(label: "log")
  private let output: LogOutput
  /// Signalled when the thread has nothing left to write.
  private let written = DispatchSemaphore(value: 0)

  /// Bytes that wait at most.
  static let limit = 1 << 20
  /// Texts that the thread writes together.
  private static let turn = 64
  private let patience: DispatchTimeInterval

  /// - Parameter patience: how long the end of the log waits for somebody to read any more of it.
  init(_ output: LogOutput, patience: DispatchTimeInterval = .seconds(1)) {
    self.output = output
    self.patience = patience
  }

  @Sendable func append(_ text: String) {
    let isFirst = state.withLock { state in
      if !state.isWriting, text.utf8.count <= LogOutput.longestAtOnce, output.isReady() {
        output.write(text)
        return false
      }
      guard state.size + text.utf8.count <= Self.limit else {
        state.dropped += 1
        return false
      }
      state.waiting.append(text)
      state.size += text.utf8.count
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if isFirst { writer.async { [self] in writeAll() } }
  }

  /// Returns when all is written, or nobody has read any of it for so long.
  func end() {
    while let left = left {
      if written.wait(timeout: .now() + patience) == .timedOut, self.left == left { return }
    }
  }

  /// Bytes that are not written yet; nil: all are.
  private var left: Int? { state.withLock { $0.isWriting ? $0.size : nil } }

  private func writeAll() {
    while let text = next() {
      output.write(text)
      state.withLock { $0.size -= text.utf8.count }
    }
    written.signal()
  }

  /// The next lines; what was dropped is told when what came before it is out.
  private func next() -> String? {
    state.withLock { state in
      guard state.waiting.isEmpty else {
        defer { state.waiting.removeFirst(min(Self.turn, state.waiting.count)) }
        return state.waiting.prefix(Self.turn).joined()
      }
      guard state.dropped == 0 else {
        defer { state.dropped = 0 }
        let text = "image-edit-mock: \(state.dropped) lines of this log are left out: nobody read it fast enough\n"
        state.size += text.utf8.count
        return text
      }
      state.isWriting = false
      return nil
    }
  }
}

/// Where a log goes.
struct LogOutput: Sendable {
  let write: @Sendable (String) -> Void
  /// Whether a text of `longestAtOnce` bytes can be written without waiting.
  let isReady: @Sendable () -> Bool

  /// Bytes that a pipe takes whole or not at all (PIPE_BUF of Linux).
  static let longestAtOnce = 4_096
}
