import Dispatch
import Synchronization
import Testing

@testable import MockCommand

@Suite("The log, read and unread", .timeLimit(.minutes(15)))
struct LogQueueTests {
  /// Reads texts once its gate is open.
  private final class Reader: Sendable {
    let taken = Mutex<[String]>([])
    let gate = DispatchSemaphore(value: 0)
    let isOpen: Bool

    init(isOpen: Bool) { self.isOpen = isOpen }

    @Sendable func take(_ text: String) {
      if !isOpen { gate.wait() }
      taken.withLock { $0.append(text) }
    }

    var output: LogOutput { LogOutput(write: take, isReady: { self.isOpen }) }

    var text: String { taken.withLock { $0.joined() } }
  }

  @Test("Every line is written, in order")
  func order() {
    let reader = Reader(isOpen: true)
    let queue = LogQueue(reader.output)
    for number in 0..<1_000 { queue.append("\(number)\n") }
    queue.end()
    #expect(reader.text == (0..<1_000).map { "\($0)\n" }.joined())
  }

  @Test("A line is written at once where there is room for it")
  func atOnce() {
    let reader = Reader(isOpen: true)
    let queue = LogQueue(reader.output)
    queue.append("a\n")
    #expect(reader.text == "a\n")
    // Too long to be sure of that.
    let long = String(repeating: "b", count: LogOutput.longestAtOnce) + "\n"
    queue.append(long)
    queue.append("c\n")
    queue.end()
    #expect(reader.text == "a\n\(long)c\n")
  }

  @Test("Logging does not block while nothing is read; lines beyond the bound are dropped, and counted")
  func unread() {
    let reader = Reader(isOpen: false)
    let queue = LogQueue(reader.output)
    let line = String(repeating: "a", count: 1_023) + "\n"
    for _ in 0..<2_000 { queue.append(line) }
    for _ in 0..<2_000 { reader.gate.signal() }
    queue.end()
    let lines = reader.text.split(separator: "\n")
    #expect(lines.count(where: { $0.hasPrefix("a") }) == LogQueue.limit / 1_024)
    #expect(lines.last == "image-edit-mock: \(2_000 - LogQueue.limit / 1_024) lines of this log are left out: its reader is too slow")
    queue.append("again\n")
    queue.end()
    #expect(reader.text.hasSuffix("\nagain\n"))
  }

  @Test("The end does not wait for a reader that never reads")
  func endUnread() {
    let reader = Reader(isOpen: false)
    let queue = LogQueue(reader.output, timeout: .milliseconds(1))
    queue.append("a\n")
    queue.end()
    #expect(reader.text.isEmpty)
    reader.gate.signal()
  }
}
