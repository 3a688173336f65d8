import Contract
import TestSupport
import Testing

@testable import Journal

@Suite("Curl commands in a shell", .timeLimit(.minutes(15)))
struct CurlShellTests {
  /// Runs a command in a shell in which `curl` prints its arguments, and its input for `@-`.
  private static func run(_ command: String) throws -> [String] {
    let function = #"""
      curl() {
        if [ "$1" = -sS ]; then printf 'body of %s' "$2"; return; fi
        printf '%s\0' "$@"
        case "$*" in *' @-') cat;; esac
      }

      """#
    let environment = ["API_KEY": "the 'real' key", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let shell = try ChildProcess("/bin/sh", ["-c", function + command], environment: environment)
    let words = try shell.output.readToEnd()
    #expect(try shell.exitCode() == 0)
    return words.utf8.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(_ record: RequestRecord) throws -> [String] {
    let entry = try #require(Journal().append(record))
    return try run(try #require(entry.curl(mock: "http://m:1", admin: "http://it's:2")))
  }

  @Test(
    "The shell leaves a body unchanged",
    arguments: [
      "plain", "it's", "''''", "'\u{301}; touch /tmp/x '", "$(id) `id` ${HOME} $API_KEY", "a\nb\n\nc", "tab\tand \\ and \\n", "\"quoted\"",
      "!! # ~ * ?",
      "ünïcödé 🎨", "-d -H --output", "@/etc/hostname", "\n", "'",
    ])
  func bodies(text: String) throws {
    let words = try Self.words(
      .made(session: nil, method: "POST", headers: [("Content-Type", "a/b")], body: Array(text.utf8)))
    #expect(words == ["http://m:1/v1/models", "-H", "Content-Type: a/b", "--data-raw", text])
  }

  @Test(
    "The shell leaves headers, method and URL unchanged",
    arguments: ["it's", "'\u{301}", "$(id)", "`id`", "a\\", "\"", "a; b & c | d", "* ?", "~"])
  func lines(text: String) throws {
    let words = try Self.words(
      .made(session: text, method: "IT'S", target: "/\(text)?q=\(text)", headers: [("x-a'b", text), ("Authorization", "Bearer \(text)")]))
    #expect(
      words == [
        "-X", "IT'S", "http://m:1/\(text)?q=\(text)", "-H", "x-a'b: \(text)", "-H", "Authorization: Bearer \(text)", "-H",
        "x-mock-session: \(text)",
      ])
  }

  @Test("A key from the environment is one word")
  func environmentKey() throws {
    let long = String(repeating: "k", count: 25)
    let words = try Self.words(
      .made(session: nil, target: "/?token=\(long)&b=it's", headers: [("Authorization", "it's \(long)"), ("X-API-Key", long)]))
    #expect(
      words == [
        "http://m:1/?token=the 'real' key&b=it's", "-H", "Authorization: it's the 'real' key", "-H", "X-API-Key: the 'real' key",
      ])
  }

  @Test("A binary body is read from the command before")
  func binaryBody() throws {
    let words = try Self.words(.made("req_9", session: nil, method: "POST", body: [0, 1]))
    #expect(
      words == ["http://m:1/v1/models", "-H", "Content-Type:", "--data-binary", "@-", "body of http://it's:2/_mock/requests/req_9/body"])
  }
}
