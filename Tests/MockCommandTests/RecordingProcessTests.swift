import Foundation
import TestSupport
import Testing

/// `--record` and `--replay` of the built program, the mock in the place of the real service.
@Suite("Recording and replaying", .timeLimit(.minutes(30)))
struct RecordingProcessTests {
  private let key = "sk-live-0123456789abcdef0123456789"

  /// Returns the head and the body of the response to an edit.
  private func edit(_ mock: RunningMock, prompt: String = "Sunrise") throws -> (head: String, body: String) {
    let body = #"{"prompt": "\#(prompt)", "image": "data:image/png;base64,AAAA"}"#
    let text = try mock.curl(
      "/api/v1/image/edit", "--include", "--data", body, "--header", "Content-Type: application/json", "--header",
      "Authorization: Bearer \(key)")
    let end = try #require(text.range(of: "\r\n\r\n"))
    return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
  }

  private func files(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") && !$0.hasSuffix(".image") }.sorted()
  }

  @Test("A recorded response is replayed without the service")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let upstream = try RunningMock("--port", "0", "--profile", "live")
    let recorder = try RunningMock(
      "--port", "0", "--record", folder.path, "--upstream", "\(upstream.ready["url"] ?? "")/api/v1", "--fail-on-warnings")
    let recorded = try edit(recorder)
    #expect(recorded.head.contains("x-mock-recorded: venice.edit.image."), "\(recorded)")
    // The mock itself responds to other services' paths, and to its own.
    #expect(try recorder.status("/v1/models") == "401" && recorder.status("/_mock/health") == "200")
    #expect(recorder.stop().code == 3)
    #expect(recorder.log.contains("RECORDING: requests leave this machine. They go to \(upstream.ready["url"] ?? "")/api/v1"))
    #expect(recorder.log.contains("recorded venice.edit.image.") && !recorder.log.contains(key), "\(recorder.log)")
    #expect(upstream.stop().code == 0)

    let name = try #require(try files(folder).first { $0.hasSuffix(".json") })
    #expect(try !String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8).contains(key))
    let replay = try RunningMock("--port", "0", "--replay", folder.path)
    let replayed = try edit(replay)
    #expect(replayed.body == recorded.body && !recorded.body.isEmpty)
    #expect(replayed.head.contains("x-mock-replay: \(name)") && replayed.head.hasPrefix("HTTP/1.1 400"), "\(replayed.head)")
    #expect(try !edit(replay, prompt: "Another").head.contains("x-mock-replay"))
    #expect(replay.stop().code == 0)
    #expect(replay.log.contains("1 recorded answers in \(folder.path)") && replay.log.contains("nothing leaves this machine"))
  }

  @Test("A recording that cannot be read is named with its position, with exit code 65")
  func badRecording() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("{".utf8), "venice.path.known/accept-a.json")
    let run = try RunningMock.attempt("--port", "0", "--replay", folder.path)
    #expect(run.code == 65 && run.error.contains("--replay: \(folder.path)/venice.path.known/accept-a.json:1:2: "), "\(run.error)")
  }
}
