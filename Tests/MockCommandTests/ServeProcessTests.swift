import Foundation
import TestSupport
import Testing

/// The built program as its users start it: over a pipe, stopped by a signal.
@Suite("image-edit-mock as a process", .timeLimit(.minutes(30)))
struct ServeProcessTests {
  @Test("It writes exactly one ready line at once, serves, and exits with 0 on SIGTERM")
  func serving() throws {
    let mock = try RunningMock("--port", "0")
    #expect(mock.ready["event"] as? String == "ready")
    #expect(mock.ready["pid"] as? Int == Int(mock.process.id))
    let port = try #require(mock.ready["port"] as? Int)
    #expect(mock.ready["url"] as? String == "http://127.0.0.1:\(port)")
    #expect(try mock.curl("/api/v1/models?type=inpaint").contains("\"firered-image-edit\""))
    let (code, rest) = mock.stop()
    #expect(code == 0)
    #expect(rest.isEmpty)
  }

  @Test("The ready line also goes to the ready file")
  func readyFile() throws {
    let path = NSTemporaryDirectory() + "ready-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let mock = try RunningMock("--port", "0", "--ready-file", path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == mock.line)
    #expect(mock.stop().code == 0)
  }

  @Test("With --fail-on-warnings a refused request makes it exit with 3, a good one does not")
  func failing() throws {
    let good = try RunningMock("--port", "0", "--fail-on-warnings")
    _ = try good.curl("/api/v1/models")
    #expect(good.stop().code == 0)
    let bad = try RunningMock("--port", "0", "--fail-on-warnings")
    _ = try bad.curl("/v1/models")
    #expect(bad.stop().code == 3)
  }

  @Test("A taken port is one line on standard error, with exit code 69")
  func takenPort() throws {
    let mock = try RunningMock("--port", "0")
    let port = try #require(mock.ready["port"] as? Int)
    let second = try RunningMock.attempt("--port", "\(port)")
    #expect(second.code == 69)
    #expect(second.error.contains("port \(port)") && second.error.contains("--port"), "\(second.error)")
    #expect(second.error.split(separator: "\n").count == 1, "\(second.error)")
    #expect(mock.stop().code == 0)
  }
}
