import ArgumentParser
import Testing

@testable import MockCommand

/// What a plain start says is read without the parser, and comes to the same.
@Suite(.timeLimit(.minutes(5)))
struct PlainOptionsTests {
  private func parsed(_ arguments: [String]) throws -> String { "\(try ServeCommand.parse(arguments).arguments.options)" }

  @Test("Every option that the parser knows is known by its name, and no other")
  func names() {
    let known = ServeCommand.helpMessage().split(separator: "\n").compactMap { line in
      line.hasPrefix("  --") ? line.dropFirst(4).prefix { $0 != " " } : nil
    }
    #expect(Set(known.map(String.init)) == Set(ServeOptions.named.map(\.name)))
  }

  @Test("Every option comes to what the parser makes of it", arguments: ServeOptions.named.map(\.name))
  func same(name: String) throws {
    let option = try #require(ServeOptions.named.first { $0.name == name })
    let lines =
      switch option.setting {
      case .value: [["--\(name)", "a=b"], ["--\(name)=a=b", "--no-admin"]]
      case .list: [["--\(name)", "a"], ["--\(name)=a", "--\(name)", "b=c", "--log", "all"]]
      case .flag: [["--\(name)"], ["--\(name)", "--port", "1"]]
      }
    for line in lines {
      let options = try #require(ServeOptions(plain: line))
      #expect("\(options)" == (try parsed(line)))
      #expect("\(options)" != (try parsed([])))
    }
  }

  @Test("Nothing said is what the parser makes of nothing")
  func nothing() throws { #expect("\(try #require(ServeOptions(plain: [])))" == (try parsed([]))) }

  @Test(
    "What is not plain is left to the parser",
    arguments: [
      ["--help"], ["-h"], ["--version"], ["rules"], ["--port"], ["--port="], ["--port", ""], ["--port", "1", "--port", "2"],
      ["--no-admin=1"], ["--no-admin", "--no-admin"], ["--prot", "1"], ["--", "--port", "1"], ["--seed", "-1"], ["--host=-a"],
      ["--port", "1", "more"], ["-p", "1"],
    ])
  func unusual(arguments: [String]) { #expect(ServeOptions(plain: arguments).map { "\($0)" } == nil) }
}
