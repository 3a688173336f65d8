internal import Dispatch
internal import Synchronization

/// The log on its way to standard error: nobody who has a line for it waits until it is written.
///
/// A test harness may give the mock a pipe and never read it. Once that is full, whoever writes to it stands still; here that is one thread
/// that nobody waits for. Lines beyond the bound are dropped, and how many is said as soon as there is room again.
final class LogQueue: Sendable {
  private struct State {
    var waiting: [String] = []
    var size = 0
    var dropped = 0
    var isWriting = false
  }

  private let state = Mutex(State())
  private let writer = DispatchQueue(label: "log")
  private let write: @Sendable (String) -> Void
  /// Signalled when all is written.
  private let written = DispatchSemaphore(value: 0)

  /// Bytes that wait at most.
  static let limit = 1 << 20
  /// Texts that are written together.
  private static let turn = 64
  private let patience: DispatchTimeInterval

  /// - Parameter patience: how long the end of the log waits for somebody to read any more of it.
  init(patience: DispatchTimeInterval = .seconds(1), writing write: @escaping @Sendable (String) -> Void) {
    self.patience = patience
    self.write = write
  }

  @Sendable func append(_ text: String) {
    let isFirst = state.withLock { state in
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

  /// Returns when all is written, or nobody has read any of it for as long as its patience lasts.
  func end() {
    var left = state.withLock { $0.isWriting ? $0.size : nil }
    while let before = left {
      // A signal may be left of what was written before.
      let isLate = written.wait(timeout: .now() + patience) == .timedOut
      left = state.withLock { $0.isWriting ? $0.size : nil }
      if isLate, left == before { return }
    }
  }

  private func writeAll() {
    while let text = next() {
      write(text)
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
