import ArgumentParser
import Testing

@testable import MockCommand

@Suite("Options from the environment", .timeLimit(.minutes(15)))
struct EnvironmentOptionsTests {
  private static let options = EnvironmentOption.all(in: ServeCommand.self)

  private func parsed(_ arguments: [String]) throws -> String { "\(try ServeCommand.parse(arguments).options)" }

  private func completed(_ variables: [String: String], _ arguments: [String] = []) throws -> [String] {
    try EnvironmentOptions(variables).completing(arguments)
  }

  @Test("Every option in the help of serve is in the environment, and no other")
  func names() {
    let inHelp = ServeCommand.helpMessage().split(separator: "\n").compactMap { line in
      line.hasPrefix("  --") ? line.dropFirst(4).prefix { $0 != " " } : nil
    }
    #expect(inHelp.map(String.init) == Self.options.map(\.name) + ["version"].filter { inHelp.contains(Substring($0)) })
    #expect(Self.options.count == 29)
  }

  @Test("Every option comes to the same from the environment and from the command line", arguments: options.map(\.name))
  func same(name: String) throws {
    let option = try #require(Self.options.first { $0.name == name })
    let (text, line) =
      switch option.kind {
      case .value: ("a=b", ["--\(name)", "a=b"])
      case .list: ("a,b=c", ["--\(name)", "a", "--\(name)=b=c"])
      case .flag: ("1", ["--\(name)"])
      }
    let variable = "IMAGE_EDIT_MOCK_" + name.uppercased().split(separator: "-").joined(separator: "_")
    #expect(try parsed(completed([variable: text])) == parsed(line))
    #expect(try parsed(line) != parsed([]))
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
      (["IMAGE_EDIT_MOCK_PROFILE": "live"], ["drift", "a.yaml"], ["drift", "a.yaml", "--profile=live"]),
      (["IMAGE_EDIT_MOCK_PROFILE": "live"], ["check"], ["check"]),
      (
        ["IMAGE_EDIT_MOCK_SCENARIOS": "s", "IMAGE_EDIT_MOCK_SEED": "1"], ["scenario", "explain"], ["scenario", "explain", "--scenarios=s"]
      ),
      (["IMAGE_EDIT_MOCK_SCENARIOS": "s"], ["scenario", "validate"], ["scenario", "validate"]),
    ] as [([String: String], [String], [String])])
  func environment(variables: [String: String], arguments: [String], completed: [String]) throws {
    #expect(try self.completed(variables, arguments) == completed)
  }

  @Test("A value of the environment that makes no sense is a mistake, too")
  func badEnvironment() {
    func run(_ variables: [String: String]) -> CommandRun { CommandRun(["serve"], environment: variables) }
    #expect(run(["IMAGE_EDIT_MOCK_PORT": "x"]).code == 64)
    #expect(run(["IMAGE_EDIT_MOCK_FAIL_ON_WARNINGS": "maybe"]).error.contains("write 1 or 0"))
    #expect(run(["IMAGE_EDIT_MOCK_NO_ADMIN": "1", "IMAGE_EDIT_MOCK_ADMIN_PORT": "0"]).code == 64)
    #expect(run(["IMAGE_EDIT_MOCK_ALLOW_HOST": "a,b:1"]).error.contains("--allow-host is 'b:1'"))
  }
}
