import Foundation
import TestSupport
import Testing

/// The results of a run of the built program: the summary, the report, the exit code.
@Suite("The end of a run", .timeLimit(.minutes(30)))
struct ReportProcessTests {
  /// An edit that is accepted, with a field that the API says not to use any more.
  private func sendDeprecated(_ mock: RunningMock) throws {
    let body = #"{"prompt": "x", "modelId": "firered-image-edit", "image": "\#(mock.ready["url"] ?? "")/fixtures/lighthouse.png"}"#
    let status = try mock.status(
      "/api/v1/image/edit", "--data", body, "--header", "Content-Type: application/json", "--header", "Authorization: Bearer k")
    #expect(status == "200")
  }

  @Test("--report writes JSON: from the start that the run has not ended, and at the end its results")
  func json() throws {
    let file = try TemporaryFile("json")
    let mock = try RunningMock("--port", "0", "--report", file.path)
    #expect(try file.json["finished"] as? Bool == false && file.json["requests"] as? Int == 0)
    try sendDeprecated(mock)
    #expect(try mock.status("/v1/models") == "401")
    #expect(mock.stop().code == 0)
    let report = try file.json
    #expect(report["finished"] as? Bool == true && report["fails"] as? Bool == false)
    #expect(
      [report["requests"], report["refused"], report["warned"], report["scripted"], report["findings"]].map { $0 as? Int } == [
        2, 1, 1, 0, 1,
      ])
    let rules = try #require(report["rules"] as? [[String: Any]])
    #expect(rules.map { $0["rule"] as? String } == ["dgrid.auth.present", "venice.edit.modelId.deprecated"])
    let conduct = try #require(report["conduct"] as? [[String: Any]])
    #expect(conduct.map { $0["finding"] as? String } == ["deprecated-field"] && conduct.map { $0["session"] as? String } == ["k"])
  }

  @Test("--report writes JUnit XML where the name ends in .xml", arguments: ["xml", "XML"])
  func junit(type: String) throws {
    let file = try TemporaryFile(type)
    let mock = try RunningMock("--port", "0", "--report", file.path)
    let begun = try file.text
    #expect(begun.hasPrefix("<?xml ") && begun.contains("has not stopped in order") && begun.contains(#"failures="1""#), "\(begun)")
    #expect(try mock.status("/v1/models") == "401")
    #expect(mock.stop().code == 0)
    let text = try file.text
    #expect(text.contains(#"name="dgrid.auth.present""#) && text.contains(#"failures="1""#) && !text.contains("has not stopped"), "\(text)")
  }

  @Test("A run that is killed leaves no good report")
  func killed() throws {
    let file = try TemporaryFile("json")
    let mock = try RunningMock("--port", "0", "--report", file.path)
    _ = try mock.status("/api/v1/models")
    mock.process.send(SIGKILL)
    _ = try mock.process.exitCode()
    #expect(try file.json["finished"] as? Bool == false)
  }

  @Test(
    "Bad manners make it exit with 3 where --fail-on-conduct is given, a warning where --fail-on-warnings is",
    arguments: [(nil, 0), ("--fail-on-conduct", 3), ("--fail-on-warnings", 3)] as [(String?, Int32)])
  func failing(flag: String?, code: Int32) throws {
    let mock = try flag.map { try RunningMock("--port", "0", $0) } ?? RunningMock("--port", "0")
    try sendDeprecated(mock)
    #expect(mock.stop().code == code)
  }

  @Test("Good manners do not fail", arguments: ["--fail-on-conduct", "--fail-on-warnings"])
  func passing(flag: String) throws {
    let mock = try RunningMock("--port", "0", flag)
    _ = try mock.status("/api/v1/models")
    #expect(mock.stop().code == 0)
  }

  @Test("A refusal does not fail with --fail-on-conduct")
  func refusal() throws {
    let mock = try RunningMock("--port", "0", "--fail-on-conduct")
    _ = try mock.status("/v1/models")
    #expect(mock.stop().code == 0)
  }

  @Test("The summary goes to standard error, with a line for each rule and finding")
  func summary() throws {
    let mock = try RunningMock("--port", "0", "--log", "none")
    try sendDeprecated(mock)
    _ = try mock.status("/v1/models")
    #expect(mock.stop().rest.isEmpty)
    let lines = mock.log.split(separator: "\n").suffix(4).map(String.init)
    #expect(lines[0] == "image-edit-mock: 2 requests, 1 refused, 1 warned, 0 scripted, 1 findings on conduct", "\(mock.log)")
    #expect(lines[1] == "  1 × dgrid.auth.present" && lines[2] == "  1 × venice.edit.modelId.deprecated (warning)")
    #expect(lines[3].hasPrefix("  deprecated-field, session 'k': "))
  }

  @Test("What was reset before the end still counts", arguments: [#"{"session": "k"}"#, ""], ["--fail-on-conduct", "--fail-on-warnings"])
  func reset(body: String, flag: String) throws {
    let file = try TemporaryFile("json")
    let mock = try RunningMock("--port", "0", "--report", file.path, flag)
    try sendDeprecated(mock)
    #expect(try mock.status("/_mock/reset", "--request", "POST", "--data", body) == "200")
    #expect(try mock.curl("/_mock/requests").contains(#""requests":[]"#))
    #expect(mock.stop().code == 3)
    let report = try file.json
    #expect([report["requests"], report["warned"], report["findings"]].map { $0 as? Int } == [1, 1, 1])
    #expect((report["conduct"] as? [[String: Any]])?.map { $0["session"] as? String } == ["k"])
  }

  @Test("Without a journal warnings still fail, and there is no conduct", arguments: [("--fail-on-warnings", 3), ("--fail-on-conduct", 0)])
  func withoutJournal(flag: String, code: Int32) throws {
    let mock = try RunningMock("--port", "0", "--journal-requests", "0", flag)
    try sendDeprecated(mock)
    #expect(try mock.curl("/_mock/requests").contains("the journal is switched off"))
    #expect(mock.stop().code == code)
    #expect(mock.log.contains("1 requests, 0 refused, 1 warned, 0 scripted, 0 findings on conduct"), "\(mock.log)")
  }

  @Test("A journal without room serves all the same")
  func noRoom() throws {
    let mock = try RunningMock("--port", "0", "--journal-bytes", "0", "--fail-on-conduct")
    try sendDeprecated(mock)
    try sendDeprecated(mock)
    #expect(mock.stop().code == 3)
    #expect(mock.log.contains("2 requests, 0 refused, 2 warned"), "\(mock.log)")
  }
}
