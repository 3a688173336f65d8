internal import Dispatch
internal import Journal
internal import Support
internal import Synchronization

/// Writes the log to standard error without blocking the threads that log.
///
/// A test harness may give the mock a pipe and never read it. Once that is full, a write to it blocks. So a line is written at once only
/// where there is room for it; else one thread writes it later. Lines beyond the bound are dropped, and their number is logged as soon as
/// there is room again.
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

  /// The most bytes that wait.
  static let limit = 1 << 20
  /// Texts that the thread writes together.
  private static let batch = 64
  private let timeout: DispatchTimeInterval

  /// - Parameter timeout: how long the end of the log waits while nothing of it is read.
  init(_ output: LogOutput, timeout: DispatchTimeInterval = .seconds(1)) {
    self.output = output
    self.timeout = timeout
  }

  /// Writes a text, now or later.
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

  /// Returns when all is written, or nothing of it was read during the timeout.
  func end() { while let left = left { if written.wait(timeout: .now() + timeout) == .timedOut, self.left == left { return } } }

  /// Bytes that are not written yet; nil: all are.
  private var left: Int? { state.withLock { $0.isWriting ? $0.size : nil } }

  private func writeAll() {
    while let text = next() {
      output.write(text)
      state.withLock { $0.size -= text.utf8.count }
    }
    written.signal()
  }

  /// Returns the next lines; the number of dropped lines follows what came before them.
  private func next() -> String? {
    state.withLock { state in
      guard state.waiting.isEmpty else {
        defer { state.waiting.removeFirst(min(Self.batch, state.waiting.count)) }
        return state.waiting.prefix(Self.batch).joined()
      }
      guard state.dropped == 0 else {
        defer { state.dropped = 0 }
        let text = "image-edit-mock: \(state.dropped) lines of this log are left out: its reader is too slow\n"
        state.size += text.utf8.count
        return text
      }
      state.isWriting = false
      return nil
    }
  }
}

/// The destination of a log.
struct LogOutput: Sendable {
  let write: @Sendable (String) -> Void
  /// Whether a text of `longestAtOnce` bytes can be written without waiting.
  let isReady: @Sendable () -> Bool

  /// Bytes that a pipe takes whole or not at all (PIPE_BUF of Linux).
  static let longestAtOnce = 4_096
}

/// Prints a text for each request, as `--log` says.
struct RequestLog: Sendable {
  private enum Which: String, CaseIterable { case all, refused, none }

  private let which: Which
  private let output: CommandOutput

  init(_ name: String, _ output: CommandOutput) throws {
    which = try Which(name, of: "--log")
    self.output = output
  }

  @Sendable func observe(_ record: RequestRecord) {
    let isRemarkable = record.isRefused || !record.warnings.isEmpty || record.scenario != nil
    if which == .all || (which == .refused && isRemarkable) { output.standardError(record.text(explainsMiss: which == .all) + "\n") }
  }
}
