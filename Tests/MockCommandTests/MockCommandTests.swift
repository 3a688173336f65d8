import Testing

@testable import MockCommand

@Suite("The command line", .timeLimit(.minutes(15)))
struct MockCommandTests {
  private func run(_ arguments: String...) -> CommandRun { CommandRun(arguments) }

  @Test(
    "A mistake is one line on standard error that says what to write instead, and exit code 64",
    arguments: [
      (["serve", "--port", "99999"], "--port is '99999'; write a number from 0 (any free port) to 65535"),
      (["serve", "--profile", "lively"], "--profile is 'lively'; write documented or live"),
      (["serve", "--set", "venice.quality-feild=accept"], "did you mean venice.quality-field?"),
      (["serve", "--api-key", "Bearer x"], "write the key alone, without 'Bearer'"),
      (["serve", "--url-map", "example.com"], "write HOST=FOLDER, for example cdn.example.com=./pictures"),
      (["serve", "--url-map", "example.com=/no/such/folder"], "there is no folder /no/such/folder"),
      (["serve", "--log", "some"], "--log is 'some'; write all, refused, none"),
      (["serve", "--seed", "-1"], "--seed is '-1'; write a number from 0"), (["serve", "--prot", "80"], "Unknown option '--prot'"),
      (["--port", "eighty"], "--port is 'eighty'; write a number"),
      (["serve", "--generated-dir", "/proc/nothing"], "--generated-dir: cannot make the folder /proc/nothing"),
      (["serve", "--journal-bytes", "much"], "--journal-bytes: 'much' is no number of bytes"),
      (["serve", "--journal-bytes", "-1"], "--journal-bytes: '-1' is no number of bytes"),
      (["serve", "--journal-bytes", "2000MiB"], "write at most `1024MiB`"),
      (["serve", "--journal-requests", "all"], "--journal-requests is 'all'; write a number from 0 (no journal) to 10000000"),
      (["serve", "--journal-requests", "-1"], "--journal-requests is '-1'; write a number"),
      (["serve", "--journal-requests", "10000001"], "write a number from 0"),
      (["serve", "--admin-port", "65536"], "--admin-port is '65536'; write a number from 0 (any free port) to 65535"),
      (["serve", "--admin-port", "-1"], "--admin-port is '-1'; write a number"),
      (["serve", "--admin-port", "0", "--no-admin"], "--no-admin takes /_mock away, and --admin-port moves it; write one of them"),
      (["serve", "--allow-host", "http://mock"], "--allow-host is 'http://mock'; write a host name alone"),
      (["serve", "--allow-host", "mock:80"], "--allow-host is 'mock:80'; write a host name alone"),
      (["serve", "--allow-host", ""], "--allow-host is ''; write a host name alone"),
      (
        ["serve", "--port", "0", "--generated-dir", "none", "--report", "/no/such/folder/report.json"],
        "--report: cannot write /no/such/folder"
      ),
      (["serve", "--port", "0", "--generated-dir", "none", "--report", "/tmp"], "--report: cannot write /tmp"),
      (["serve", "--record", "/tmp/r", "--replay", "/tmp/r"], "--record asks the real service, and --replay answers without it"),
      (["serve", "--record", "/tmp/r"], "--record needs the service to ask; write for example --upstream https://api.venice.ai/api/v1"),
      (["serve", "--upstream", "https://api.venice.ai"], "--upstream is for recording; write --record FOLDER with it"),
      (["serve", "--replay", "/tmp/r", "--upstream", "https://api.venice.ai"], "--upstream is for recording; write --record FOLDER"),
      (["serve", "--record", "/proc/nothing", "--upstream", "https://api.venice.ai"], "--record: cannot make the folder /proc/nothing"),
      (["serve", "--record", "/tmp/r", "--upstream", "api.venice.ai"], "--upstream: 'api.venice.ai' is no base URL"),
      (
        ["serve", "--record", "/tmp/r", "--upstream", "http://a", "--upstream", "http://b/v1"],
        "--upstream: http://a and http://b are both for DGrid"
      ),
      (["serve", "--record", "/tmp/r", "--upstream", "http://a", "--scenario", "flaky-network"], "so nothing is left for --record"),
      (["serve", "--record", "/tmp/r", "--upstream", "http://a", "--api-key", "k"], "leave --api-key out"),
      (["serve", "--record", "/tmp/r", "--upstream", "http://localhost:8080/v1"], "--upstream is this mock itself"),
      (["serve", "--replay", "/no/such/folder"], "--replay: cannot read the folder /no/such/folder"),
      (["rules", "--format", "xml"], "--format is 'xml'; write table, json, markdown"),
      (["rules", "--api", "openai"], "--api is 'openai'; write venice or dgrid"), (["sevre"], "sevre"),
    ])
  func mistakes(arguments: [String], text: String) {
    let run = CommandRun(arguments)
    let error = run.error
    #expect(run.code == 64 && error.contains(text), "\(error)")
    #expect(error.hasPrefix("image-edit-mock: ") && error.split(separator: "\n").count == 1, "\(error)")
  }

  @Test("rules prints the ledger: a table, JSON, Markdown; all rules or one API's")
  func rules() {
    #expect(run("rules").output.contains("venice.edit.prompt.max-length"))
    #expect(run("rules", "--format", "json").output.hasPrefix("{\n  \"rules\": ["))
    #expect(run("rules", "--format", "markdown").output.hasPrefix("| rule | says |"))
    #expect(!run("rules", "--api", "dgrid").output.contains("venice."))
    #expect(run("rules", "--decisions").output.contains("venice.quality-field = accept | reject"))
  }

  @Test("Help and version exit with 0")
  func help() {
    #expect(run("--help").code == 0)
    #expect(run("--help").output.contains("serve (default)"))
    let days = "Venice's contracts: 2026-06-19, 2026-08-21, 2026-10-02 (the newest, "
    #expect(run("--version").output.hasPrefix("\(MockCommand.version)\n\(days)"))
    #expect(run("--version").output.hasSuffix(" old)\n"))
    #expect(run("serve", "--help").output.contains("--fail-on-warnings"))
  }
}
