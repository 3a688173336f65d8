import Foundation
import TestSupport
import Testing

/// The built program with scenario files that change under it.
@Suite("Scenarios of a running image-edit-mock", .timeLimit(.minutes(30)))
struct ScenarioProcessTests {
  /// Writes `live.yaml` with these steps.
  private func write(_ steps: String, to folder: TemporaryFolder) throws {
    try folder.write(Array("name: live\ndescription: A test.\nsteps:\n\(steps)\n".utf8), "live.yaml")
  }

  private func status(_ mock: RunningMock) throws -> String { try mock.status("/api/v1/models") }

  @Test("An edited file is in force from the next request on; a bad edit keeps the old ones")
  func reloading() throws {
    let folder = try TemporaryFolder()
    try write("  - respond: { status: 418 }", to: folder)
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    #expect(try status(mock) == "418")
    try write("  - respond: { status: 451 }", to: folder)
    #expect(try status(mock) == "451")
    try write("  - respond: { status: 9999 }", to: folder)
    #expect(try status(mock) == "451")
    try write("  - respond: { status: 503 }", to: folder)
    #expect(try status(mock) == "503")
    #expect(mock.stop().code == 0)
  }

  @Test("A folder that is swapped for another, or made anew, is followed", arguments: ["swapped", "made anew"])
  func replacing(how: String) throws {
    let folder = try TemporaryFolder()
    try write("  - respond: { status: 418 }", to: folder)
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    #expect(try status(mock) == "418")
    if how == "swapped" {
      let other = try TemporaryFolder()
      try write("  - respond: { status: 451 }", to: other)
      try FileManager.default.moveItem(atPath: folder.path, toPath: "\(folder.path)-old")
      try FileManager.default.moveItem(atPath: other.path, toPath: folder.path)
      try FileManager.default.removeItem(atPath: "\(folder.path)-old")
    } else {
      try FileManager.default.removeItem(atPath: folder.path)
      #expect(try status(mock) == "418")
      try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
      try write("  - respond: { status: 451 }", to: folder)
    }
    #expect(try status(mock) == "451")
    try write("  - respond: { status: 503 }", to: folder)
    #expect(try status(mock) == "503")
    try FileManager.default.removeItem(atPath: "\(folder.path)/live.yaml")
    #expect(try status(mock) == "503", "what --scenario names must stay")
    #expect(mock.stop().code == 0)
  }

  @Test("A stop does not wait for delays: delayed responses are sent at once")
  func stopping() throws {
    let folder = try TemporaryFolder()
    try write("  - { when: { method: HEAD }, respond: { status: 204 } }\n  - { respond: { status: 418 }, delay: 1h }", to: folder)
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    // curl writes to standard error when its request has gone out.
    let arguments = ["--silent", "--verbose", "--output", "/dev/null", "\(mock.ready["url"] ?? "")/api/v1/models"]
    let curl = try ChildProcess(Tool("curl"), arguments, errors: .pipe)
    _ = try curl.errors.read(until: "> Accept:")
    // One response of the same thread shows that the request before it was taken in.
    for _ in 0..<4 { #expect(try mock.curl("/api/v1/models", "--head").contains("204")) }
    #expect(mock.stop().code == 0)
    let log = try curl.errors.readToEnd()
    #expect(log.contains("< HTTP/1.1 418"), "\(log)")
  }

  @Test("--fail-on-warnings ignores what a step answered, not what no scenario wanted")
  func failing() throws {
    let folder = try TemporaryFolder()
    try write("  - { when: { path: /v1/models, valid: false }, respond: { status: 418 } }", to: folder)
    let scripted = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live", "--fail-on-warnings")
    _ = try scripted.curl("/v1/models")
    #expect(scripted.stop().code == 0)
    let unscripted = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live", "--fail-on-warnings")
    _ = try unscripted.curl("/v1/images/edits")
    #expect(unscripted.stop().code == 3)
  }

  @Test("A folder with a bad file is refused at the start, with 65 and the position")
  func badStart() throws {
    let folder = try TemporaryFolder()
    try write("  - respond: { error: nothing }", to: folder)
    let refused = try RunningMock.attempt("--port", "0", "--scenarios", folder.path)
    #expect(refused.code == 65 && refused.error.contains("live.yaml:4:23: there is no error `nothing`"), "\(refused.error)")
  }
}
