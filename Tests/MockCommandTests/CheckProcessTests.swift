import Foundation
import Testing

/// `check` against the built program.
@Suite("The fixtures over a socket", .timeLimit(.minutes(30)))
struct CheckProcessTests {
  private static let key = "sk-process-0123456789"

  @Test(
    "The mock agrees with its own fixtures, in both profiles, with what costs money and without", .serialized,
    arguments: [("venice", "documented", true), ("venice", "live", false), ("dgrid", "documented", false), ("dgrid", "live", true)])
  func agrees(_ api: String, _ profile: String, _ allowsPaid: Bool) throws {
    let mock = try RunningMock("--port", "0", "--profile", profile, "--api-key", Self.key, "--log", "none")
    let base = "\(mock.ready["url"] ?? "")\(api == "venice" ? "/api/v1" : "/v1")"
    let run = CommandRun(
      ["check", "--base-url", base, "--api", api, "--profile", profile, "--key-env", "CHECK_KEY", "--suggest-profile"]
        + (allowsPaid ? ["--allow-paid"] : []), environment: ["CHECK_KEY": Self.key])
    #expect(run.code == 0, "\(run.output) \(run.error)")
    #expect(run.output.hasSuffix("\nimage-edit-mock serve --profile \(profile)\n"), "\(run.output.suffix(400))")
    #expect(!run.output.contains(Self.key) && run.error == "")
    #expect(allowsPaid != run.output.contains("skipped: paid"))
    // Which way up a picture is edited shows in the picture alone.
    let undecided = run.output.split(separator: "\n").filter { $0.contains("undecided") && !$0.contains("venice.image-orientation") }
    #expect(allowsPaid || undecided.isEmpty || api == "dgrid")
  }

  @Test(
    "The mock of a later day agrees with the fixtures of that day, and not with June's", arguments: [("2026-08-21", 0), ("2026-06-19", 1)])
  func days(_ day: String, _ code: Int32) throws {
    let mock = try RunningMock("--port", "0", "--venice-contract", "2026-08-21", "--log", "none")
    let run = CommandRun([
      "check", "--base-url", "\(mock.ready["url"] ?? "")", "--api", "venice", "--venice-contract", day, "--only",
      "venice.edit.modelId.enum",
      "--only", "venice.edit.unknown-key",
    ])
    #expect(run.code == code, "\(run.output)")
  }

  @Test(
    "--suggest-profile gives back the decisions that a mock was started with",
    arguments: [
      ("venice", "live", ["venice.wrong-content-type=415", "venice.side-minimum=none"]), ("dgrid", "live", ["dgrid.missing-model=accept"]),
    ])
  func suggestion(_ api: String, _ profile: String, _ decisions: [String]) throws {
    let mock = try RunningMock(
      "--port", "0", "--profile", profile, "--log", "none", "--set", decisions[0], "--set", decisions[decisions.count - 1])
    let run = CommandRun([
      "check", "--base-url", "\(mock.ready["url"] ?? "")", "--api", api, "--profile", profile, "--suggest-profile",
      "--only", "*.edit.content-type", "--only", "*.edit.m*", "--only",
      api == "venice" ? "venice.edit.image.min-side" : "dgrid.edit.model.required",
    ])
    let line = "image-edit-mock serve --profile \(profile)" + decisions.map { " --set \($0)" }.joined()
    #expect(run.code == 1 && run.output.hasSuffix("\n\(line)\n"), "\(run.output.suffix(1_500))")
  }

  @Test("--junit writes a case for each fixture")
  func junit() throws {
    let mock = try RunningMock("--port", "0", "--log", "none")
    let file = try TemporaryFile("xml")
    let run = CommandRun([
      "check", "--base-url", "\(mock.ready["url"] ?? "")", "--api", "venice", "--only", "venice.models.*", "--junit", file.path,
      "--verbose",
    ])
    #expect(run.code == 0 && run.error.contains("image-edit-mock: 1/"))
    let text = try file.text
    #expect(text.contains(#"<testsuite name="venice" tests="7" failures="0" errors="0" skipped="0""#), "\(text)")
    #expect(text.contains(#"<testcase classname="venice.models.type.enum" name="venice.models.type.enum/refuse-edit.json" time="0"/>"#))
  }

  @Test(
    "A mistake is one line that says what to write",
    arguments: [
      (["--base-url", "http://127.0.0.1:1", "--api", "openai"], 64, "--api is 'openai'; write venice or dgrid"),
      (["--base-url", "127.0.0.1:1", "--api", "venice"], 64, "write for example http://127.0.0.1:8080/api/v1"),
      (["--base-url", "https://api.venice.ai/api/v1", "--api", "venice"], 64, "is not this machine and wants a key; write --key-env NAME"),
      (["--base-url", "http://127.0.0.1:1", "--api", "venice", "--key-env", "NO_SUCH"], 64, "there is nothing in NO_SUCH"),
      (
        ["--base-url", "http://127.0.0.1:1", "--api", "venice", "--only", "venice.edit.promt.type"], 64,
        "did you mean venice.edit.prompt.type?"
      ),
      (["--base-url", "http://127.0.0.1:1", "--api", "venice", "--profile", "x"], 64, "--profile is 'x'; write documented or live"),
      (["--base-url", "http://127.0.0.1:1", "--api", "venice", "--pause", "-1"], 64, "--pause is '-1'; write seconds from 0 to 3600"),
      (["--base-url", "http://127.0.0.1:1", "--api", "venice", "--junit", "/no/such/folder/x.xml"], 64, "--junit: cannot write"),
      (["--base-url", "http://127.0.0.1:1", "--api", "venice"], 69, "http://127.0.0.1:1"),
      (["--api", "venice"], 64, "--base-url"),
    ])
  func mistakes(arguments: [String], code: Int32, text: String) {
    let run = CommandRun(["check"] + arguments)
    #expect(run.code == code && run.error.contains(text) && run.output == "", "\(run.error)")
    #expect(run.error.split(separator: "\n").count == 1)
  }
}
