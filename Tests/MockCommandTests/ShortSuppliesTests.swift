import Foundation
import TestClient
import Testing

@Suite("A mock in short supply", .timeLimit(.minutes(15)))
struct ShortSuppliesTests {
  private static func port(_ mock: RunningMock) throws -> Int { try #require(mock.ready["port"] as? Int, "\(mock.log)") }

  private static func head(_ path: String) -> String { "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n" }

  @Test("With 64 descriptors it serves ten times as many clients, whatever idle ones do")
  func fewDescriptors() throws {
    let mock = try RunningMock("--port", "0", under: "ulimit -n 64")
    var kept: [RawClient] = []
    for _ in 0..<640 {
      let client = try RawClient(port: try Self.port(mock))
      try client.send(Self.head("/api/v1/models"))
      #expect(try client.readResponse().status == 200)
      kept.append(client)
    }
    #expect(mock.stop().code == 0)
  }

  @Test("With too few descriptors it says in one line how many it needs", arguments: [16, 35])
  func tooFewDescriptors(count: Int) throws {
    let (code, error) = try RunningMock.attempt("--port", "0", under: "ulimit -n \(count)")
    #expect(code == 69)
    #expect(error.split(separator: "\n").count == 1 && error.contains("36 at least (ulimit -n)"), "\(error)")
  }

  @Test("With little memory it refuses what does not fit, and goes on", .enabled(if: !isSanitized))
  func littleMemory() throws {
    let mock = try RunningMock("--port", "0", under: "ulimit -v 400000")
    let request = "POST /api/v1/image/edit HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer test\r\nContent-Type: application/json\r\n"
    let length = 30_000_000
    // Announced and not sent: room is kept for it.
    let holding = try RawClient(port: try Self.port(mock))
    try holding.send(request + "Content-Length: \(length)\r\nExpect: 100-continue\r\n\r\n")
    #expect(try holding.readResponse().status == 100)
    let refused = try RawClient(port: try Self.port(mock))
    try refused.send(request + "Content-Length: \(length)\r\n\r\n")
    try refused.send([UInt8](repeating: 0x20, count: length))
    #expect(try refused.readResponse().status == 503)
    try refused.send(request + "Content-Length: \(2 * length)\r\n\r\n")
    try refused.send([UInt8](repeating: 0x20, count: 2 * length))
    #expect(try refused.readResponse().status == 413)
    #expect(try mock.status("/fixtures/square.png") == "200")
    #expect(mock.stop().code == 0)
  }

  @Test("Half heads by the hundred do not take the little memory there is", .enabled(if: !isSanitized))
  func halfHeads() throws {
    let mock = try RunningMock("--port", "0", under: "ulimit -v 115000")
    let half = "GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 60_000)
    let clients = try (0..<1_000).map { _ in
      let client = try RawClient(port: try Self.port(mock))
      try client.send(half)
      return client
    }
    #expect(try mock.status("/fixtures/square.png") == "200")
    #expect(mock.stop().code == 0)
    withExtendedLifetime(clients) {}
  }

  @Test("With too little memory it says so and ends", .enabled(if: !isSanitized))
  func tooLittleMemory() throws {
    let (code, error) = try RunningMock.attempt("--port", "0", under: "ulimit -v 70000")
    #expect(code == 69 || code == 127, "\(code) \(error)")
    #expect(error.contains("memory") || error.contains("threads") || error.contains("map"), "\(error)")
  }

  @Test("It serves while its log is not read, and stops on a signal")
  func unreadLog() throws {
    let mock = try RunningMock("--port", "0", "--log", "all", readsErrors: false)
    let client = try RawClient(port: try Self.port(mock))
    // Twenty times what a pipe holds.
    for number in 0..<8_000 {
      try client.send(Self.head("/v1/\(number)" + String(repeating: "x", count: 100)))
      #expect(try client.readResponse().status == 404)
    }
    #expect(mock.stop().code == 0)
  }

  @Test(
    "Where nothing can be written, it says so before it listens",
    arguments: [
      ["--report"], ["--ready-file"], ["--generated-dir"], ["--upstream", "http://127.0.0.1:9/api/v1", "--record"],
    ])
  func readOnly(options: [String]) throws {
    let (code, error) = try Self.attempt(options + ["/proc/image-edit-mock"])
    #expect(code == 64)
    let line = try #require(error.split(separator: "\n").last)
    #expect(line.contains(try #require(options.last)) && line.contains("/proc/image-edit-mock"), "\(error)")
  }

  private static func attempt(_ options: [String]) throws -> (code: Int32, error: String) {
    switch options.count {
    case 2: try RunningMock.attempt("--port", "0", options[0], options[1])
    default: try RunningMock.attempt("--port", "0", options[0], options[1], options[2], options[3])
    }
  }

  @Test("Where no file may have a single byte, it says so before it listens", .enabled(if: !isSanitized))
  func noBytes() throws {
    let report = try TemporaryFile("json")
    let (code, error) = try RunningMock.attempt("--port", "0", "--report", report.path, under: "ulimit -f 0")
    #expect(code == 64)
    #expect(error.contains("--report: cannot write \(report.path)"), "\(error)")
  }

  @Test("A report that does not fit any more at the end is told with its name, and the exit code is 73", .enabled(if: !isSanitized))
  func fullDisk() throws {
    let report = try TemporaryFile("xml")
    // Files of more than a few hundred bytes cannot be written; the log goes over a pipe.
    let mock = try RunningMock("--port", "0", "--report", report.path, under: "ulimit -f 1", readsErrors: false)
    let client = try RawClient(port: try Self.port(mock))
    for number in 0..<50 {
      try client.send("POST /api/v1/image/edit HTTP/1.1\r\nHost: a\r\nX-Mock-Session: \(number)\r\nContent-Length: 0\r\n\r\n")
      #expect(try client.readResponse().status == 402)
    }
    #expect(mock.stop().code == 73)
    let kept = try report.text
    #expect(kept.contains("<testsuite") && !kept.contains("venice.auth"), "\(kept)")
  }
}

/// Whether the tests run under a sanitizer, which reserves terabytes of addresses and has files of its own.
private let isSanitized = unsafe dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
