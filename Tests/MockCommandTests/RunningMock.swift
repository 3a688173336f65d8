import Foundation

/// A mock in a process of its own.
final class RunningMock {
  let process = Process()
  let line: String
  private let output = Pipe()
  private let unread = Pipe()
  private let errors: TemporaryFile

  /// Starts and reads up to the end of the first line.
  ///
  /// - Parameters:
  ///   - limits: commands of a shell that starts the mock after them.
  ///   - readsErrors: whether anybody reads what comes over standard error.
  init(_ arguments: String..., environment: [String: String] = [:], under limits: String? = nil, readsErrors: Bool = true) throws {
    errors = try TemporaryFile("log")
    process.launch(Self.program, ["serve", "--generated-dir", "none"] + arguments, under: limits)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    if readsErrors { process.standardError = try FileHandle(forWritingTo: errors.url) } else { process.standardError = unread }
    try process.run()
    var bytes = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      bytes += byte
      if byte == Data([10]) { break }
    }
    line = String(decoding: bytes, as: UTF8.self)
  }

  var ready: [String: Any] { (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]) ?? [:] }

  /// What it has written to standard error so far.
  var log: String { (try? errors.text) ?? "" }

  /// What curl prints for a path of the mock.
  func curl(_ path: String, _ options: String...) throws -> String {
    try Self.curl("\(ready["url"] ?? "")\(path)", options)
  }

  /// The same where `/_mock` has a port of its own.
  func curlAdmin(_ path: String, _ options: String...) throws -> String {
    try Self.curl("\(ready["admin"] ?? "")\(path)", options)
  }

  /// The status of a path of the mock.
  func status(_ path: String, _ options: String...) throws -> String {
    try Self.curl("\(ready["url"] ?? "")\(path)", options + ["--output", "/dev/null", "--write-out", "%{http_code}"])
  }

  private static func curl(_ url: String, _ options: [String]) throws -> String {
    let curl = Process()
    let pipe = Pipe()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    curl.arguments = ["curl", "--silent", "--max-time", "20"] + options + [url]
    curl.standardOutput = pipe
    try curl.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    curl.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Sends SIGTERM; what else came over standard output, and the exit code.
  func stop() -> (code: Int32, rest: String) {
    process.terminate()
    let rest = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: rest, as: UTF8.self))
  }

  deinit { if process.isRunning { process.terminate() } }

  static func attempt(_ arguments: String..., under limits: String? = nil) throws -> (code: Int32, error: String) {
    let process = Process()
    let error = Pipe()
    process.launch(program, ["serve", "--generated-dir", "none"] + arguments, under: limits)
    process.standardError = error
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: text, as: UTF8.self))
  }

  /// The executable lies beside the test bundle.
  private static let program: URL = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("image-edit-mock")
  }()
}

extension Process {
  /// Says what is to be started; behind `limits`, by a shell that becomes it.
  fileprivate func launch(_ program: URL, _ arguments: [String], under limits: String?) {
    executableURL = limits == nil ? program : URL(fileURLWithPath: "/bin/sh")
    self.arguments = limits.map { ["-c", "\($0); exec \"$0\" \"$@\"", program.path] + arguments } ?? arguments
  }
}
