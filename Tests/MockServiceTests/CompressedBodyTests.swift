import Contract
import Formats
import HTTPMessage
import Journal
import Testing

@testable import MockService

@Suite("Compressed bodies, in the contract that takes them", .timeLimit(.minutes(15)))
struct CompressedBodyTests {
  private static let path = "/api/v1/image/edit"
  private static let coded = [jsonType, ("Content-Encoding", "gzip")]

  private static func edit(_ prompt: String) throws -> [UInt8] {
    JSONOutput.object([("prompt", .string(prompt)), ("image", try gradientText(256, 256))]).serialized()
  }

  private static func october(_ configuration: inout MockConfiguration) {
    configuration.settings = Settings(veniceContract: "2026-10-02")
  }

  @Test("The picture and the digest are those of the same body as it is; the journal has the fields, and the body as it came")
  func sameEdit() throws {
    let mock = Mock(Self.october)
    let body = try Self.edit("Make the sky pink")
    let plain = mock.send("POST", Self.path, headers: [jsonType], body: body)
    let gzip = ContentCoding.gzip.encode(body)
    let coded = mock.send("POST", Self.path, headers: Self.coded, body: gzip)
    #expect(plain.status == 200 && coded.body == plain.body)
    let entries = mock.entries
    #expect(entries[0].record.digest == entries[1].record.digest && entries[1].record.digest != nil)
    #expect(entries[1].snapshot.body == gzip && entries[1].record.bodyCount == gzip.count)
    #expect(entries[1].fieldNotes[0] == "prompt=Make the sky pink")
  }

  @Test("A scenario matches the decoded fields")
  func scenario() throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: \"*snow*\" }, respond: { status: 418 } }\n"], Self.october)
    func status(_ prompt: String) throws -> Int {
      let body = ContentCoding.gzip.encode(try Self.edit(prompt))
      return mock.send("POST", Self.path, headers: Self.coded, key: "scenario:one", body: body).status
    }
    #expect(try status("rain") == 200)
    #expect(try status("let it snow now") == 418)
  }

  @Test("A small body is decoded on a worker, and what it grows to is not kept by the journal", arguments: ["test-key", "scenario:one"])
  func growing(key: String) throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: never }, respond: { status: 503 } }\n"], Self.october)
    let text = "{\"prompt\":\"\(String(repeating: "a", count: 4 << 20))\"}"
    let body = ContentCoding.gzip.encode(Array(text.utf8))
    #expect(body.count < 10_000)
    #expect(!mock.answersAtOnce(Self.path, headers: Self.coded, body: body))
    #expect(mock.send("POST", Self.path, headers: Self.coded, key: key, body: body).status == 400)
    #expect(try mock.lastEntry().fieldNotes == ["prompt=#\(4 << 20)"])
    #expect(try mock.lastEntry().snapshot.form?.fields.first?.value.text?.omission != nil)
  }

  @Test("A bomb is refused as a body of its decoded size would be, in June as what it is")
  func bomb() {
    let body = ContentCoding.gzip.encode([UInt8](repeating: 0x20, count: VeniceContract.bodyLimit + 1))
    #expect(Mock(Self.october).send("POST", Self.path, headers: Self.coded, body: body).status == 413)
    #expect(Mock().send("POST", Self.path, headers: Self.coded, body: body).status == 415)
  }
}
