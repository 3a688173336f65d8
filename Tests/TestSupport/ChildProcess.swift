internal import Dispatch
internal import Foundation
internal import Glibc

/// A process that a test starts, with a bound on every wait for it.
///
///     let curl = try ChildProcess(Tool("curl"), ["--version"])
///     let text = try curl.output.readToEnd()
///     let code = try curl.exitCode()
///
/// Waits are bounded by two minutes: what takes longer is killed and becomes an error that says what was waited for.
package final class ChildProcess {
  /// Where a stream of the process goes.
  package enum Stream {
    /// To a pipe that the test reads.
    case pipe
    /// To a pipe that is never read.
    case unread
    /// To an existing file.
    case file(String)
    /// To the tests' own.
    case inherited
    case ignored
  }

  /// How long a test waits for a line, for the end of a stream, or for the process to end; longer than anything takes under a sanitizer.
  fileprivate static let patience: DispatchTimeInterval = .seconds(120)

  /// Standard output, where it is a pipe.
  package let output: BoundedPipe
  /// Standard error, where it is a pipe.
  package let errors: BoundedPipe

  private let process = Process()
  private let name: String
  private let ended = DispatchSemaphore(value: 0)

  /// Starts a program of the system.
  package convenience init(
    _ tool: Tool, _ arguments: [String], environment: [String: String]? = nil, output: Stream = .pipe, errors: Stream = .inherited
  ) throws {
    try self.init(tool.path, arguments, environment: environment, output: output, errors: errors)
  }

  /// Starts a program by its path.
  ///
  /// - Parameter environment: all variables; nil: those of the tests.
  package init(
    _ path: String, _ arguments: [String], environment: [String: String]? = nil, output: Stream = .pipe, errors: Stream = .inherited
  ) throws {
    name = URL(fileURLWithPath: path).lastPathComponent
    self.output = BoundedPipe(name: "standard output of \(name)")
    self.errors = BoundedPipe(name: "standard error of \(name)")
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let stream = try Self.handle(output, self.output) { process.standardOutput = stream }
    if let stream = try Self.handle(errors, self.errors) { process.standardError = stream }
    process.terminationHandler = { [ended] _ in ended.signal() }
    do { try process.run() } catch { throw ChildProcessError("\(path) cannot be started: \(error)") }
    for pipe in [self.output, self.errors] { pipe.process = process.processIdentifier }
  }

  deinit { send(SIGKILL) }

  /// The process id.
  package var id: Int32 { process.processIdentifier }

  /// Sends a signal; nothing to a process that has ended.
  package func send(_ signal: Int32) { if process.isRunning { _ = kill(id, signal) } }

  /// Waits for the end of the process and returns its exit code, or the signal that ended it.
  package func exitCode() throws -> Int32 {
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      send(SIGKILL)
      throw ChildProcessError("\(name) has not ended within two minutes")
    }
    ended.signal()
    return process.terminationStatus
  }

  private static func handle(_ stream: Stream, _ pipe: BoundedPipe) throws -> Any? {
    switch stream {
    case .pipe, .unread: pipe.pipe
    case .file(let path): try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    case .ignored: FileHandle.nullDevice
    case .inherited: nil
    }
  }
}

/// A pipe from a process whose reads have a bound.
package final class BoundedPipe {
  fileprivate let pipe = Pipe()
  fileprivate var process: pid_t = 0
  private let name: String

  fileprivate init(name: String) { self.name = name }

  /// Reads a byte at a time up to the end of a line, or of the stream.
  package func readLine() throws -> String { try read(upToCount: 1, until: "the end of a line") { $0.last == 10 } }

  /// Reads until the text is there.
  ///
  /// - Throws: also when the stream ends without it.
  package func read(until text: String) throws -> String {
    let found = try read(upToCount: 4_096, until: "'\(text)'") { $0.firstRange(of: text.utf8) != nil }
    guard found.contains(text) else { throw ChildProcessError("\(name) has ended without '\(text)'; it was: \(found)") }
    return found
  }

  /// Reads all that comes until the stream ends.
  package func readToEnd() throws -> String { try read(upToCount: 65_536, until: "its end") { _ in false } }

  private func read(upToCount count: Int, until what: String, isDone: ([UInt8]) -> Bool) throws -> String {
    let deadline = DispatchTime.now() + ChildProcess.patience
    let descriptor = pipe.fileHandleForReading.fileDescriptor
    var bytes: [UInt8] = []
    while !isDone(bytes) {
      let left = Int64(deadline.uptimeNanoseconds) - Int64(DispatchTime.now().uptimeNanoseconds)
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&entry, 1, Int32(max(0, left / 1_000_000)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else {
        if process > 0 { _ = kill(process, SIGKILL) }
        throw ChildProcessError(
          "\(name) has not come to \(what) within two minutes; so far: \(String(decoding: bytes, as: UTF8.self))")
      }
      var piece = [UInt8](repeating: 0, count: count)
      let received = unsafe Glibc.read(descriptor, &piece, count)
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { break }
      bytes += piece[..<received]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Why a test could not go on with a process.
package struct ChildProcessError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// A program of the system that tests need.
package struct Tool {
  package let path: String

  /// Debian's packages, where they have another name than the program.
  private static let packages = ["node": "nodejs"]

  /// Finds a program in `PATH`.
  ///
  /// - Throws: an error that says how to install it.
  package init(_ name: String) throws {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard let path = folders.map({ "\($0)/\(name)" }).first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw ChildProcessError(
        "\(name) is not installed, or not in PATH; this test needs it: `scripts/packages --tests`, or apt-get install \(Self.packages[name] ?? name)"
      )
    }
    self.path = path
  }
}
