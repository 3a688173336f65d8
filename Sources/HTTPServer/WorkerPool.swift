internal import Dispatch
internal import Glibc
internal import Synchronization

/// A fixed number of threads with a bounded queue before them.
final class WorkerPool: Sendable {
  typealias Job = @Sendable () -> Void

  private struct Line {
    var jobs: JobRing
    var isClosed = false
  }

  private let line: Mutex<Line>
  /// One signal for each job in line, and one for each thread when the line closes.
  private let ready = DispatchSemaphore(value: 0)
  private let threads: Mutex<[JoinableThread]>

  init(threads count: Int, queueLimit: Int) throws(HTTPServerError) {
    line = Mutex(Line(jobs: JobRing(capacity: queueLimit)))
    threads = Mutex([])
    for _ in 0..<count {
      do throws(HTTPServerError) {
        let thread = try JoinableThread { [self] in runJobs() }
        threads.withLock { $0.append(thread) }
      } catch {
        stop()
        throw error
      }
    }
  }

  /// Puts a job in line, or returns `false` when the line is full or closed.
  func submit(_ job: @escaping Job) -> Bool {
    let isQueued = line.withLock { !$0.isClosed && $0.jobs.append(job) }
    if isQueued { ready.signal() }
    return isQueued
  }

  /// Runs what is in line to its end, then ends the threads and waits for them.
  func stop() {
    line.withLock { $0.isClosed = true }
    let ending = threads.withLock { threads in
      defer { threads = [] }
      return threads
    }
    for _ in ending { ready.signal() }
    for thread in ending { thread.join() }
  }

  private func runJobs() {
    while true {
      ready.wait()
      guard let job = line.withLock({ $0.jobs.popFirst() }) else { return }
      job()
    }
  }

  static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}

/// A queue of a fixed capacity.
private struct JobRing {
  private var slots: [WorkerPool.Job?]
  private var first = 0
  private var count = 0

  init(capacity: Int) { slots = Array(repeating: nil, count: capacity) }

  mutating func append(_ job: @escaping WorkerPool.Job) -> Bool {
    guard count < slots.count else { return false }
    slots[(first + count) % slots.count] = job
    count += 1
    return true
  }

  mutating func popFirst() -> WorkerPool.Job? {
    guard count > 0 else { return nil }
    defer {
      first = (first + 1) % slots.count
      count -= 1
    }
    return slots[first].take()
  }
}
