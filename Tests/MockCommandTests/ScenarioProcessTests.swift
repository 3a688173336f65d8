import Foundation
import Testing

/// The built program with scenario files that change under it.
@Suite("Scenarios of a running image-edit-mock", .timeLimit(.minutes(20)))
struct ScenarioProcessTests {
  private final class Folder {
    let path = NSTemporaryDirectory() + "image-edit-mock-live-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

    func write(_ steps: String) throws {
      try Data("name: live\ndescription: A test.\nsteps:\n\(steps)\n".utf8).write(to: URL(fileURLWithPath: "\(path)/live.yaml"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func status(_ mock: RunningMock) throws -> String { try mock.status("/api/v1/models") }

  @Test("An edited file is in force from the next request on; a bad edit keeps the old ones")
  func reloading() throws {
    let folder = try Folder()
    try folder.write("  - respond: { status: 418 }")
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    #expect(try status(mock) == "418")
    try folder.write("  - respond: { status: 451 }")
    #expect(try status(mock) == "451")
    try folder.write("  - respond: { status: 9999 }")
    #expect(try status(mock) == "451")
    try folder.write("  - respond: { status: 503 }")
    #expect(try status(mock) == "503")
    #expect(mock.stop().code == 0)
  }

  @Test("A folder that is swapped for another, or made anew, is followed", arguments: ["swapped", "made anew"])
  func replacing(how: String) throws {
    let folder = try Folder()
    try folder.write("  - respond: { status: 418 }")
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    #expect(try status(mock) == "418")
    if how == "swapped" {
      let other = try Folder()
      try other.write("  - respond: { status: 451 }")
      try FileManager.default.moveItem(atPath: folder.path, toPath: "\(folder.path)-old")
      try FileManager.default.moveItem(atPath: other.path, toPath: folder.path)
      try FileManager.default.removeItem(atPath: "\(folder.path)-old")
    } else {
      try FileManager.default.removeItem(atPath: folder.path)
      #expect(try status(mock) == "418")
      try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
      try folder.write("  - respond: { status: 451 }")
    }
    #expect(try status(mock) == "451")
    try folder.write("  - respond: { status: 503 }")
    #expect(try status(mock) == "503")
    try FileManager.default.removeItem(atPath: "\(folder.path)/live.yaml")
    #expect(try status(mock) == "503", "what --scenario names must stay")
    #expect(mock.stop().code == 0)
  }

  @Test("A stop waits for no delay: what is delayed is answered at once")
  func stopping() throws {
    let folder = try Folder()
    try folder.write("  - { when: { method: HEAD }, respond: { status: 204 } }\n  - { respond: { status: 418 }, delay: 1h }")
    let mock = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live")
    let curl = Process()
    let pipe = Pipe()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // curl says on standard error when its request has gone out.
    curl.arguments = ["curl", "--silent", "--verbose", "--output", "/dev/null", "\(mock.ready["url"] ?? "")/api/v1/models"]
    curl.standardError = pipe
    try curl.run()
    var said = ""
    while !said.contains("> Accept:") { said += String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self) }
    // One answer of the same thread shows that the request before it was taken in.
    for _ in 0..<4 { #expect(try mock.curl("/api/v1/models", "--head").contains("204")) }
    #expect(mock.stop().code == 0)
    said += String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.contains("< HTTP/1.1 418"), "\(said)")
  }

  @Test("What a step answered is no reason to fail, what nobody scripted is")
  func failing() throws {
    let folder = try Folder()
    try folder.write("  - { when: { path: /v1/models, valid: false }, respond: { status: 418 } }")
    let scripted = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live", "--fail-on-warnings")
    _ = try scripted.curl("/v1/models")
    #expect(scripted.stop().code == 0)
    let unscripted = try RunningMock("--port", "0", "--scenarios", folder.path, "--scenario", "live", "--fail-on-warnings")
    _ = try unscripted.curl("/v1/images/edits")
    #expect(unscripted.stop().code == 3)
  }

  @Test("A folder with a bad file is refused at the start, with 65 and the place")
  func badStart() throws {
    let folder = try Folder()
    try folder.write("  - respond: { error: nothing }")
    let refused = try RunningMock.attempt("--port", "0", "--scenarios", folder.path)
    #expect(refused.code == 65 && refused.error.contains("live.yaml:4:23: there is no error `nothing`"), "\(refused.error)")
  }
}
