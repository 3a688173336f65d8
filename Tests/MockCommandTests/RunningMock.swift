import Foundation
import TestSupport
import Testing

/// A mock in a process of its own.
final class RunningMock {
  let process: ChildProcess
  /// The ready line as it came.
  let line: String
  private let errors: TemporaryFile

  /// Starts the built program and reads up to the end of the first line.
  ///
  /// - Parameters:
  ///   - limits: commands of a shell that starts the mock after them.
  ///   - readsErrors: whether standard error is read.
  init(_ arguments: String..., environment: [String: String] = [:], under limits: String? = nil, readsErrors: Bool = true) throws {
    errors = try TemporaryFile("log")
    process = try Self.start(
      arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, under: limits, output: .pipe,
      errors: readsErrors ? .file(errors.path) : .unread)
    line = try process.output.readLine()
  }

  var ready: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]) ?? [:] }

  /// What it has written to standard error so far.
  var log: String { (try? errors.text) ?? "" }

  /// Returns what curl prints for a path of the mock.
  func curl(_ path: String, _ options: String...) throws -> String { try Self.curl("\(ready["url"] ?? "")\(path)", options) }

  /// Returns what curl prints for a path where `/_mock` has a port of its own.
  func curlAdmin(_ path: String, _ options: String...) throws -> String { try Self.curl("\(ready["admin"] ?? "")\(path)", options) }

  /// Returns the status of a path of the mock.
  func status(_ path: String, _ options: String...) throws -> String {
    try Self.curl("\(ready["url"] ?? "")\(path)", options + ["--output", "/dev/null", "--write-out", "%{http_code}"])
  }

  private static func curl(_ url: String, _ options: [String]) throws -> String {
    let curl = try ChildProcess(Tool("curl"), ["--silent", "--max-time", "20"] + options + [url])
    let text = try curl.output.readToEnd()
    _ = try curl.exitCode()
    return text
  }

  /// Sends SIGTERM; returns the exit code and the rest of standard output.
  func stop() -> (code: Int32, rest: String) {
    process.send(SIGTERM)
    do {
      let rest = try process.output.readToEnd()
      return (try process.exitCode(), rest)
    } catch {
      Issue.record(error)
      return (-1, "")
    }
  }

  /// Runs a start that ends by itself; returns the exit code and what it wrote to standard error.
  static func attempt(_ arguments: String..., under limits: String? = nil) throws -> (code: Int32, error: String) {
    let process = try start(arguments, environment: nil, under: limits, output: .ignored, errors: .pipe)
    let text = try process.errors.readToEnd()
    return (try process.exitCode(), text)
  }

  private static func start(
    _ arguments: [String], environment: [String: String]?, under limits: String?, output: ChildProcess.Stream, errors: ChildProcess.Stream
  ) throws -> ChildProcess {
    let arguments = ["serve", "--generated-dir", "none"] + arguments
    guard let limits else { return try ChildProcess(program, arguments, environment: environment, output: output, errors: errors) }
    // The shell becomes the program.
    let command = ["-c", "\(limits); exec \"$0\" \"$@\"", program] + arguments
    return try ChildProcess("/bin/sh", command, environment: environment, output: output, errors: errors)
  }

  /// The executable lies beside the test bundle.
  private static let program: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("image-edit-mock").path
  }()
}
