import Formats
import HTTPMessage
import Images
import MockService
import Testing

@Suite("Venice, from request to picture", .timeLimit(.minutes(15)))
struct VeniceServiceTests {
  private let mock = Mock()

  private func base64(_ bytes: [UInt8]) -> JSONOutput { .ascii(Base64.encode(bytes)) }

  @Test("An edit responds with raw image bytes and says which model made them")
  func success() throws {
    let response = mock.venice([("prompt", .string("Colorize")), ("image", base64(try gradient(300, 300)))])
    #expect(response.status == 200)
    #expect(response.headers["content-type"] == "image/png")
    #expect(response.headers["x-venice-model-id"] == "firered-image-edit")
    #expect(response.headers["x-venice-model-name"] == "FireRed Edit")
    #expect(response.headers["x-venice-is-content-violation"] == "false")
    #expect(response.headers["x-mock-rule"] == nil)
    #expect(try decoded(response.body).layout.size == PixelSize(width: 1024, height: 1024))
  }

  @Test(
    "The input's format is told by its bytes, the output's is what was asked for",
    arguments: ImageFormat.written, ["png", "jpeg", "jpg", "webp"])
  func formats(input: ImageFormat, output: String) throws {
    let image = try gradient(256, 256, format: input)
    let response = mock.venice([("prompt", .string("x")), ("image", base64(image)), ("output_format", .string(output))])
    #expect(response.status == 200)
    let expected = output == "jpg" ? "jpeg" : output
    #expect(response.headers["content-type"] == "image/\(expected)")
    #expect(ImageHeader.read(response.body).format?.rawValue == expected)
  }

  @Test("Without output_format the tier decides: PNG for 1K, JPEG above", arguments: [("1K", "png", 1024), ("2K", "jpeg", 2048)])
  func tiers(tier: String, format: String, side: Int) throws {
    let response = mock.venice([
      ("prompt", .string("x")), ("image", base64(try gradient(256, 256))), ("model", .string("nano-banana-2-edit")),
      ("resolution", .string(tier)),
    ])
    #expect(response.headers["content-type"] == "image/\(format)")
    #expect(ImageHeader.read(response.body).header?.size == PixelSize(width: side, height: side))
  }

  @Test("The image may come as data URL, as URL of the mock itself, as upload, and as base64 text part")
  func sources() throws {
    let image = try gradient(256, 256)
    let text = String(decoding: Base64.encode(image), as: UTF8.self)
    let prompt = ("prompt", JSONOutput.string("x"))
    let plain = mock.venice([prompt, ("image", .string(text))])
    #expect(plain.status == 200)
    #expect(mock.venice([prompt, ("image", .string("data:image/png;base64,\(text)"))]).body == plain.body)
    #expect(mock.venice([prompt, ("image", .string("http://mock.test:8080/fixtures/lighthouse.png"))]).status == 200)
    for field in [FormField.file("image", image), .text("image", text)] {
      let body = FormField.body([.text("prompt", "x"), field])
      #expect(mock.send("POST", "/api/v1/image/edit", headers: [FormField.contentType], body: body).body == plain.body)
    }
  }

  @Test("`model` wins over `modelId`, which earns a warning")
  func bothModels() throws {
    let response = mock.venice([
      ("prompt", .string("x")), ("image", base64(try gradient(256, 256))), ("modelId", .string("qwen-edit")),
      ("model", .string("flux-2-max-edit")),
    ])
    #expect(response.headers["x-venice-model-id"] == "flux-2-max-edit")
    #expect(response.headers["x-mock-warning"] == "venice.edit.modelId.deprecated")
  }

  @Test("No credentials: 402 with the offer, also base64 in PAYMENT-REQUIRED")
  func discovery() throws {
    let response = mock.send("POST", "/api/v1/image/edit", headers: [jsonType], key: nil, body: Array("{}".utf8))
    #expect(response.status == 402)
    #expect(try response.string("resource", "url") == "http://mock.test:8080/api/v1/image/edit")
    let header = try Base64.decode(Array((response.headers["PAYMENT-REQUIRED"] ?? "").utf8))
    let offer = try JSONDocument(parsing: header)
    guard case .object(let object) = offer.root else { throw NoImage() }
    #expect(object.keys == ["x402Version", "error", "resource", "accepts", "extensions"])
  }

  @Test(
    "What a URL of an image gets that the mock does not serve",
    arguments: [
      ("https://example.com/a.png", 404, "venice.edit.image.fetch"), ("http://10.0.0.1/a.png", 400, "venice.edit.image.public-host"),
      ("http://169.254.169.254/latest", 400, "venice.edit.image.public-host"),
      ("http://metadata.internal/a", 400, "venice.edit.image.public-host"),
      ("http://localhost:8080/fixtures/none.png", 404, "venice.edit.image.fetch"),
      ("http://localhost:8080/fixtures/../../etc/passwd", 404, "venice.edit.image.fetch"),
      ("http://localhost:8080/generated/..%2f..%2fetc%2fpasswd", 404, "venice.edit.image.fetch"),
      ("https://", 404, "venice.edit.image.fetch"),
    ])
  func urls(url: String, status: Int, rule: String) {
    let response = mock.venice([("prompt", .string("x")), ("image", .string(url))])
    #expect(response.status == status)
    #expect(response.rules == [rule])
  }

  @Test("The models list is by type, to GET and HEAD, without a key")
  func models() throws {
    let all = mock.send("GET", "/api/v1/models?type=inpaint", key: nil)
    #expect(try all.string("data", "9", "id") == "gpt-image-2-edit")
    #expect(try all.string("data", "9", "model_spec", "pricing", "quality", "4K", "high", "usd") == "0.86")
    #expect(try all.string("data", "7", "model_spec", "pricing", "inpaint", "usd") == "0.094")
    #expect(try mock.send("GET", "/api/v1/models", key: nil).string("type") == "text")
    #expect(mock.send("HEAD", "/api/v1/models", key: nil).status == 200)
    let wrong = mock.send("GET", "/api/v1/models?type=bogus", key: nil)
    #expect(wrong.status == 400)
    #expect(try wrong.string("issues", "0", "code") == "invalid_union")
  }

  @Test("The seed changes the picture, a second service with the same seed draws it again")
  func seeds() throws {
    let members = [("prompt", JSONOutput.string("x")), ("image", base64(try gradient(256, 256)))]
    let first = Mock { $0.seed = 7 }.venice(members).body
    #expect(try decoded(first) == decoded(Mock { $0.seed = 7 }.venice(members).body))
    #expect(try decoded(first) != decoded(Mock { $0.seed = 8 }.venice(members).body))
  }
}
