import Contract
import Foundation
import Testing

@testable import Journal

/// The commands in a shell, where `curl` is a function that shows what it was called with.
@Suite(.timeLimit(.minutes(5)))
struct CurlShellTests {
  /// The words of the command that sends, and what it reads from the one before.
  private static func run(_ command: String) throws -> [String] {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    let function = #"""
      curl() {
        if [ "$1" = -sS ]; then printf 'body of %s' "$2"; return; fi
        printf '%s\0' "$@"
        case "$*" in *' @-') cat;; esac
      }

      """#
    shell.arguments = ["-c", function + command]
    shell.environment = ["API_KEY": "the 'real' key", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let output = Pipe()
    shell.standardOutput = output
    try shell.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(_ record: RequestRecord) throws -> [String] {
    let entry = try #require(Journal().append(record))
    return try run(try #require(entry.curl(mock: "http://m:1", admin: "http://it's:2")))
  }

  @Test(
    "A body comes through the shell as it is",
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
    "Headers, method and URL come through the shell as they are",
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

  @Test func `A key is taken from the environment as one word`() throws {
    let long = String(repeating: "k", count: 25)
    let words = try Self.words(
      .made(session: nil, target: "/?token=\(long)&b=it's", headers: [("Authorization", "it's \(long)"), ("X-API-Key", long)]))
    #expect(
      words == [
        "http://m:1/?token=the 'real' key&b=it's", "-H", "Authorization: it's the 'real' key", "-H", "X-API-Key: the 'real' key",
      ])
  }

  @Test func `A body of bytes is read from the command before`() throws {
    let words = try Self.words(.made("req_9", session: nil, method: "POST", body: [0, 1]))
    #expect(
      words == ["http://m:1/v1/models", "-H", "Content-Type:", "--data-binary", "@-", "body of http://it's:2/_mock/requests/req_9/body"])
  }
}
