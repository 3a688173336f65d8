internal import Dispatch
internal import Support
internal import Synchronization

/// A fixed number of threads with a bounded queue.
final class WorkerPool: Sendable {
  typealias Job = @Sendable () -> Void

  private struct Queue {
    var jobs: JobRing
    var isClosed = false
  }

  private let queue: Mutex<Queue>
  /// One signal for each job in the queue, and one for each thread when the queue closes.
  private let ready = DispatchSemaphore(value: 0)
  private let threads: Mutex<[JoinableThread]>

  init(threads count: Int, queueLimit: Int) throws(HTTPServerError) {
    queue = Mutex(Queue(jobs: JobRing(capacity: queueLimit)))
    threads = Mutex([])
    for _ in 0..<count {
      do throws(HTTPServerError) {
        let thread = try JoinableThread.started { [self] in runJobs() }
        threads.withLock { $0.append(thread) }
      } catch {
        stop()
        throw error
      }
    }
  }

  /// Adds a job to the queue, or returns `false` when the queue is full or closed.
  func submit(_ job: @escaping Job) -> Bool {
    let isQueued = queue.withLock { !$0.isClosed && $0.jobs.append(job) }
    if isQueued { ready.signal() }
    return isQueued
  }

  /// Runs all jobs of the queue, then ends the threads and waits for them.
  func stop() {
    queue.withLock { $0.isClosed = true }
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
      guard let job = queue.withLock({ $0.jobs.popFirst() }) else { return }
      job()
    }
  }
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

extension JoinableThread {
  static func started(_ run: @escaping @Sendable () -> Void) throws(HTTPServerError) -> JoinableThread {
    do throws(SystemCallError) { return try JoinableThread(run) } catch {
      throw .cannotStart("no thread could be made (error \(error.code)); the limit of threads or memory is reached")
    }
  }
}
