import Contract
import Formats
import Foundation
import HTTPMessage
import Images
import Synchronization
import TestSupport
import Testing

@testable import MockService

@Suite("DGrid, from request to picture", .timeLimit(.minutes(15)))
struct DGridServiceTests {
  private let mock = Mock()

  @Test("The response has the page's keys, and usage that adds up")
  func success() throws {
    let response = mock.dgrid([.file("image", try gradient(64, 64)), .text("prompt", "Make it snow"), .text("model", "gpt-image-1")])
    #expect(response.status == 200)
    #expect(try response.string("created") == "1750000000")
    #expect(try response.string("data", "0", "url") == "")
    #expect(try response.string("data", "0", "revised_prompt") == "Make it snow")
    let picture = try Base64.decode(Array(try response.string("data", "0", "b64_json").utf8))
    #expect(try decoded(picture).layout.size == PixelSize(width: 1024, height: 1024))
    let usage = try ["total_tokens", "input_tokens", "output_tokens"].map { Int(try response.string("usage", $0)) ?? -1 }
    #expect(usage[0] == usage[1] + usage[2])
    #expect(response.headers["x-request-id"] != nil)
  }

  @Test("`n` gives as many different pictures")
  func several() throws {
    let response = mock.dgrid([
      .file("image[]", try gradient(64, 64)), .text("prompt", "x"), .text("n", "10"), .text("size", "64x64"),
      .text("response_format", "b64_json"), .text("model", "wanx-v1"),
    ])
    let pictures = try (0..<10).map { try response.string("data", "\($0)", "b64_json") }
    #expect(Set(pictures).count == 10)
    #expect(try response.string("data").isEmpty == false)
  }

  @Test("A URL is made with the client's own name for the mock, and can be downloaded")
  func download() throws {
    let response = mock.dgrid([
      .file("image", try gradient(64, 64)), .text("prompt", "x"), .text("model", "dall-e-2"),
      .file("mask", try gradient(64, 64, alpha: true)),
    ])
    let url = try response.string("data", "0", "url")
    #expect(url.hasPrefix("http://mock.test:8080/generated/edited-"))
    #expect(try response.string("data", "0", "b64_json") == "")
    let picture = mock.send("GET", String(url.dropFirst("http://mock.test:8080".count)), key: nil)
    #expect(picture.headers["content-type"] == "image/png")
    #expect(try decoded(picture.body).layout.size == PixelSize(width: 1024, height: 1024))
  }

  @Test("Where a folder keeps them, a URL works after a restart, too; without one it does not")
  func restart() throws {
    let folder = try TemporaryFolder()
    let fields: [FormField] = [.file("image", try gradient(64, 64)), .text("prompt", "x"), .text("model", "wanx-v1")]
    let kept = Mock { $0.generatedFolder = folder.path }
    let path = String(try kept.dgrid(fields).string("data", "0", "url").dropFirst("http://mock.test:8080".count))
    let picture = kept.send("GET", path).body
    #expect(Mock { $0.generatedFolder = folder.path }.send("GET", path).body == picture)
    #expect(Mock().send("GET", path).status == 404)
    #expect(try Mock { $0.seed = 1 }.dgrid(fields).string("data", "0", "url") != kept.dgrid(fields).string("data", "0", "url"))
  }

  @Test("A link in the folder of pictures is not followed")
  func linked() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], "elsewhere")
    let name = "edited-" + String(repeating: "b", count: 32) + ".png"
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: "elsewhere")
    #expect(Mock { $0.generatedFolder = folder.path }.send("GET", "/generated/\(name)").status == 404)
  }

  @Test("A picture that the folder does not take is kept in memory, and the log says so")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let log = Mutex<[String]>([])
    // A file where the folder should be: nothing can be written below it, whoever tries.
    try folder.write([], "file")
    var mock = Mock { $0.generatedFolder = folder.path + "/file" }
    mock.service = MockService(mock.configuration, log: { line in log.withLock { $0.append(line) } })
    let fields: [FormField] = [.file("image", try gradient(64, 64)), .text("prompt", "x"), .text("model", "wanx-v1")]
    let path = String(try mock.dgrid(fields).string("data", "0", "url").dropFirst("http://mock.test:8080".count))
    #expect(mock.send("GET", path).status == 200)
    #expect(log.withLock { $0.count { $0.contains("is kept in memory only: ") } } == 1)
  }

  @Test("Outside the mask the original stays, inside it does not")
  func masked() throws {
    let image = try gradient(256, 256)
    let response = mock.dgrid([
      .file("mask", try gradient(256, 256, alpha: true)), .text("model", "dall-e-2"), .text("size", "256x256"),
      .text("response_format", "b64_json"), .text("prompt", "x"), .file("image", image),
    ])
    let picture = try decoded(try Base64.decode(Array(try response.string("data", "0", "b64_json").utf8)))
    let original = try decoded(image)
    #expect(picture.bytes[0..<3] == original.bytes[0..<3])
    let centre = (100 * 256 + 128) * 3
    #expect(picture.bytes[centre..<centre + 3] != original.bytes[centre..<centre + 3])
  }

  @Test("With dall-e-2 and no mask, the edit is where the image is transparent")
  func ownTransparency() throws {
    let image = try gradient(256, 256, alpha: true)
    let response = mock.dgrid([
      .text("model", "dall-e-2"), .text("size", "256x256"), .text("response_format", "b64_json"), .text("prompt", "x"),
      .file("image", image),
    ])
    let picture = try decoded(try Base64.decode(Array(try response.string("data", "0", "b64_json").utf8)))
    let original = try decoded(image)
    #expect(picture.bytes[0..<3] == original.bytes[0..<3])
  }

  @Test("The page's own JSON example is answered with a picture drawn from the prompt alone")
  func messages() throws {
    let json =
      #"{"model":"wanx-v1","input":{"messages":[{"role":"user","content":"Remove the background and replace it with a solid white backdrop."}]}}"#
    let response = mock.send("POST", "/v1/images/edits", headers: [jsonType], body: Array(json.utf8))
    #expect(response.status == 200)
    #expect(try response.string("data", "0", "url").hasPrefix("http://mock.test:8080/generated/"))
    #expect(try response.string("data", "0", "revised_prompt").hasPrefix("Remove the background"))
  }

  @Test("A source inside the message is edited: a data URL, or a URL of the mock")
  func inlineSource() throws {
    let data = String(decoding: Base64.encode(try gradient(64, 64, format: .jpeg)), as: UTF8.self)
    var urls: Set<String> = []
    for source in ["", "data:image/jpeg;base64,\(data)", "http://localhost:8080/fixtures/lighthouse.png"] {
      let json = JSONOutput.object([
        ("model", .string("qwen-image-edit")),
        ("input", .object([("messages", .array([.object([("role", .string("user")), ("content", .string("At night \(source)"))])]))])),
      ])
      let response = mock.send("POST", "/v1/images/edits", headers: [jsonType], body: json.serialized())
      #expect(response.status == 200, "\(response.text)")
      #expect(try response.string("data", "0", "revised_prompt").hasPrefix("At night"))
      urls.insert(try response.string("data", "0", "url"))
    }
    #expect(urls.count == 3)
  }

  @Test("The gateway's envelope: its type, an empty param, the request's id in text and header")
  func gatewayEnvelope() throws {
    let live = Mock { $0.settings = .init(profile: .live) }
    let response = live.dgrid([.text("prompt", "x"), .text("model", "dall-e-2")])
    #expect(response.status == 400)
    let id = try #require(response.headers["X-Oneapi-Request-Id"])
    #expect(
      response.text
        == #"{"error":{"message":"image is required (request id: \#(id))","type":"new_api_error","param":"","code":"convert_request_failed"}}"#
    )
    let unauthorized = live.dgrid([], key: nil)
    let other = try #require(unauthorized.headers["x-request-id"])
    #expect(unauthorized.text == #"{"error":{"code":"","message":"Invalid token (request id: \#(other))","type":"new_api_error"}}"#)
  }

  @Test("A key that is not accepted does not come back whole")
  func maskedKey() {
    let response = Mock { $0.keys = ["good"] }.send("POST", "/v1/images/edits", key: "sk-verysecretverysecret")
    #expect(response.status == 401)
    #expect(!response.text.contains("verysecret"))
    #expect(response.text.contains("sk-"))
  }
}
