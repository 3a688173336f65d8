import Contract
import Formats
import Images
import Support

/// A request whose connection ends with its response.
struct WireRequest {
  let line: String
  var contentType: String?
  var body: [UInt8] = []

  static func get(_ path: String) -> WireRequest { WireRequest(line: "GET \(path)") }

  /// An edit whose response is not looked at.
  static let probe = edit(.venice, prompt: "probe", model: nil, image: Specimen.small)

  static func edit(_ api: API, prompt: String, model: String?, image: [UInt8]) -> WireRequest {
    switch api {
    case .venice: venice(prompt, model, image)
    case .dgrid: dgrid(prompt, model, image)
    }
  }

  /// The whole request; `continues`: asks whether to send the body.
  func head(token: String, expectsContinue: Bool = false) -> String {
    var lines = ["\(line) HTTP/1.1", "Host: mock", "Authorization: Bearer \(token)", "Connection: close"]
    if let contentType { lines += ["Content-Type: \(contentType)", "Content-Length: \(body.count)"] }
    if expectsContinue { lines.append("Expect: 100-continue") }
    return lines.joined(separator: "\r\n") + "\r\n\r\n"
  }

  func bytes(token: String) -> [UInt8] { Array(head(token: token).utf8) + body }

  private static func venice(_ prompt: String, _ model: String?, _ image: [UInt8]) -> WireRequest {
    var members: [(String, JSONOutput)] = [("prompt", .string(prompt)), ("image", .ascii(Base64.encode(image)))]
    if let model { members.append(("model", .string(model))) }
    let body = JSONOutput.object(members).serialized()
    return WireRequest(line: "POST /api/v1/image/edit", contentType: "application/json", body: body)
  }

  private static func dgrid(_ prompt: String, _ model: String?, _ image: [UInt8], format: String = "b64_json") -> WireRequest {
    multipart([("prompt", prompt), ("model", model ?? "gpt-image-2"), ("response_format", format)], image)
  }

  /// An edit whose picture is behind a URL.
  static func withURL() -> WireRequest { dgrid("Make it golden", nil, Specimen.small, format: "url") }

  private static func multipart(_ fields: [(String, String)], _ image: [UInt8]) -> WireRequest {
    var body: [UInt8] = []
    for (name, value) in fields { body += Array("--edge\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8) }
    body += Array("--edge\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n".utf8)
    body += image + Array("\r\n--edge--\r\n".utf8)
    return WireRequest(line: "POST /v1/images/edits", contentType: "multipart/form-data; boundary=edge", body: body)
  }
}

/// Pictures that are sent.
enum Specimen {
  static let small = FixtureImages.bytes(named: "small-256.png") ?? []

  /// Over 1 MiB as PNG: noise does not pack.
  static let noisy: [UInt8] = {
    var state: UInt32 = 1
    let bytes = (0..<640 * 640 * 3).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let layout = RowLayout(size: PixelSize(width: 640, height: 640), channels: .rgb)
    return (try? ImageEncoder.encode(Raster(layout: layout, bytes: bytes), as: .png)) ?? []
  }()
}
