import Testing

@testable import MockCommand

@Suite("The command line", .timeLimit(.minutes(5)))
struct MockCommandTests {
  private func run(_ arguments: String..., environment: [String: String] = [:]) -> CommandRun {
    CommandRun(arguments, environment: environment)
  }

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

  @Test("Help and version are asked for, so they are no mistake")
  func help() {
    #expect(run("--help").code == 0)
    #expect(run("--help").output.contains("serve (default)"))
    #expect(run("--version").output == "\(MockCommand.version)\n")
    #expect(run("serve", "--help").output.contains("--fail-on-warnings"))
  }

  @Test(
    "The environment stands in for options that are not given",
    arguments: [
      (["IMAGE_EDIT_MOCK_PORT": "9000"], [], ["--port=9000"]), (["IMAGE_EDIT_MOCK_PORT": "9000"], ["--port", "1"], ["--port", "1"]),
      (["IMAGE_EDIT_MOCK_PORT": "9000"], ["serve", "--port=1"], ["serve", "--port=1"]),
      (["IMAGE_EDIT_MOCK_API_KEY": "a,b"], ["serve"], ["serve", "--api-key=a", "--api-key=b"]),
      (["IMAGE_EDIT_MOCK_FAIL_ON_WARNINGS": "1"], [], ["--fail-on-warnings"]), (["IMAGE_EDIT_MOCK_FAIL_ON_WARNINGS": "0"], [], []),
      (["IMAGE_EDIT_MOCK_ADMIN_PORT": "0"], [], ["--admin-port=0"]), (["IMAGE_EDIT_MOCK_NO_ADMIN": "1"], [], ["--no-admin"]),
      (["IMAGE_EDIT_MOCK_FAIL_ON_CONDUCT": "true"], ["serve"], ["serve", "--fail-on-conduct"]),
      (["IMAGE_EDIT_MOCK_NO_ADMIN": "1"], ["--no-admin"], ["--no-admin"]),
      (["IMAGE_EDIT_MOCK_ALLOW_HOST": "a,b"], [], ["--allow-host=a", "--allow-host=b"]),
      (["IMAGE_EDIT_MOCK_REPORT": "r.xml"], [], ["--report=r.xml"]),
      (["IMAGE_EDIT_MOCK_RECORD": "r", "IMAGE_EDIT_MOCK_UPSTREAM": "a,b"], [], ["--record=r", "--upstream=a", "--upstream=b"]),
      (["IMAGE_EDIT_MOCK_REPLAY": "r"], [], ["--replay=r"]), (["IMAGE_EDIT_MOCK_JOURNAL_BYTES": "1MiB"], [], ["--journal-bytes=1MiB"]),
      (["IMAGE_EDIT_MOCK_JOURNAL_REQUESTS": "0"], ["--journal-requests", "5"], ["--journal-requests", "5"]),
      (["IMAGE_EDIT_MOCK_JOURNAL_REQUESTS": "0"], [], ["--journal-requests=0"]),
      (["IMAGE_EDIT_MOCK_PORT": "9000"], ["rules"], ["rules"]), (["IMAGE_EDIT_MOCK_PORT": "9000"], ["--help"], ["--help"]),
      (["UNRELATED": "1"], [], []),
    ] as [([String: String], [String], [String])])
  func environment(variables: [String: String], arguments: [String], completed: [String]) throws {
    #expect(try EnvironmentArguments(variables).completing(arguments) == completed)
  }

  @Test("A value of the environment that makes no sense is a mistake, too")
  func badEnvironment() {
    #expect(run("serve", environment: ["IMAGE_EDIT_MOCK_PORT": "x"]).code == 64)
    #expect(run("serve", environment: ["IMAGE_EDIT_MOCK_FAIL_ON_WARNINGS": "maybe"]).error.contains("write 1 or 0"))
    #expect(run("serve", environment: ["IMAGE_EDIT_MOCK_NO_ADMIN": "1", "IMAGE_EDIT_MOCK_ADMIN_PORT": "0"]).code == 64)
    #expect(run("serve", environment: ["IMAGE_EDIT_MOCK_ALLOW_HOST": "a,b:1"]).error.contains("--allow-host is 'b:1'"))
  }
}
