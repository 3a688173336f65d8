import Testing

@testable import Formats

/// The layouts that real clients send, as observed on the wire or read in their source.
@Suite("Forms of real clients", .timeLimit(.minutes(15)))
struct MultipartClientTests {
  struct Client: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let contentType: String
    let body: String
    let parts: [String]
  }

  static let clients = [
    Client(
      testDescription: "openai-python: text first, bytes are named upload, list as image[]",
      contentType: "multipart/form-data; boundary=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
      body: """
        --0f1e2d3c4b5a69788796a5b4c3d2e1f0
        Content-Disposition: form-data; name="prompt"

        하늘을 파랗게
        --0f1e2d3c4b5a69788796a5b4c3d2e1f0
        Content-Disposition: form-data; name="n"

        2
        --0f1e2d3c4b5a69788796a5b4c3d2e1f0
        Content-Disposition: form-data; name="image[]"; filename="upload"
        Content-Type: application/octet-stream

        PNG1
        --0f1e2d3c4b5a69788796a5b4c3d2e1f0
        Content-Disposition: form-data; name="image[]"; filename="그림.png"
        Content-Type: image/png

        PNG2
        --0f1e2d3c4b5a69788796a5b4c3d2e1f0--

        """,
      parts: ["prompt=하늘을 파랗게", "n=2", "image[]@upload[application/octet-stream]=PNG1", "image[]@그림.png[image/png]=PNG2"]),
    Client(
      testDescription: "litellm: whole path as the filename",
      contentType: "multipart/form-data; boundary=0123456789abcdef0123456789abcdef",
      body: """
        --0123456789abcdef0123456789abcdef
        Content-Disposition: form-data; name="model"

        dall-e-2
        --0123456789abcdef0123456789abcdef
        Content-Disposition: form-data; name="image[]"; filename="/home/x/a.png"
        Content-Type: image/png

        PNG
        --0123456789abcdef0123456789abcdef--

        """,
      parts: ["model=dall-e-2", "image[]@/home/x/a.png[image/png]=PNG"]),
    Client(
      testDescription: "undici: boundary begins with dashes, Blob without a type",
      contentType: "multipart/form-data; boundary=----formdata-undici-012345678901",
      body: """
        ------formdata-undici-012345678901
        Content-Disposition: form-data; name="prompt"

        two
        lines
        ------formdata-undici-012345678901
        Content-Disposition: form-data; name="image"; filename="blob"
        Content-Type: application/octet-stream

        PNG
        ------formdata-undici-012345678901--

        """,
      parts: ["prompt=two\r\nlines", "image@blob[application/octet-stream]=PNG"]),
    Client(
      testDescription: "curl: boundary of dashes, raw UTF-8 names",
      contentType: "multipart/form-data; boundary=------------------------d74496d66958873e",
      body: """
        --------------------------d74496d66958873e
        Content-Disposition: form-data; name="image"; filename="é \\"q\\".png"
        Content-Type: image/png

        PNG
        --------------------------d74496d66958873e
        Content-Disposition: form-data; name="prompt"

        x
        --------------------------d74496d66958873e--

        """,
      parts: ["image@é \"q\".png[image/png]=PNG", "prompt=x"]),
    Client(
      testDescription: "MacPaw: mask first, image last, always image/png",
      contentType: "multipart/form-data; boundary=2B7E1516-28AE-D2A6-ABF7-158809CF4F3C",
      body: """
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="mask"; filename="mask.png"
        Content-Type: image/png

        MASK
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="model"

        dall-e-2
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="image"; filename="image.png"
        Content-Type: image/png

        JPEG
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C--

        """,
      parts: ["mask@mask.png[image/png]=MASK", "model=dall-e-2", "image@image.png[image/png]=JPEG"]),
    Client(
      testDescription: "AIProxySwift: no line break after the closing delimiter",
      contentType: "multipart/form-data; boundary=2B7E1516-28AE-D2A6-ABF7-158809CF4F3C",
      body: """
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="prompt"

        x
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="image"; filename="tmpfile"
        Content-Type: image/jpeg

        JPEG
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C--
        """,
      parts: ["prompt=x", "image@tmpfile[image/jpeg]=JPEG"]),
    Client(
      testDescription: "SwiftOpenAI, legacy: empty filename, mask as text",
      contentType: "multipart/form-data; boundary=2B7E1516-28AE-D2A6-ABF7-158809CF4F3C",
      body: """
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="image"; filename=""
        Content-Type: image/png

        PNG
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C
        Content-Disposition: form-data; name="mask"

        3 bytes
        --2B7E1516-28AE-D2A6-ABF7-158809CF4F3C--

        """,
      parts: ["image@[image/png]=PNG", "mask=3 bytes"]),
    Client(
      testDescription: "go-openai: empty values and n=0",
      contentType: "multipart/form-data; boundary=0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab",
      body: """
        --0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab
        Content-Disposition: form-data; name="image"; filename="."
        Content-Type: application/octet-stream

        PNG
        --0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab
        Content-Disposition: form-data; name="n"

        0
        --0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab
        Content-Disposition: form-data; name="size"


        --0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab
        Content-Disposition: form-data; name="response_format"


        --0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab--

        """,
      parts: ["image@.[application/octet-stream]=PNG", "n=0", "size=", "response_format="]),
  ]

  @Test("The parts of a client's form are read", arguments: clients)
  func read(client: Client) throws {
    let form = try MultipartForm(
      parsing: MultipartSample.body(client.body), contentType: try MediaType(parsing: client.contentType))
    #expect(MultipartSample.summary(form) == client.parts)
  }

  @Test("A client's form that is cut off anywhere is refused", arguments: clients)
  func truncated(client: Client) throws {
    let whole = MultipartSample.body(client.body)
    let boundary = try MediaType(parsing: client.contentType).boundary()
    // The line break after the closing delimiter is not needed.
    let needed = client.body.hasSuffix("--\n") ? whole.count - 2 : whole.count
    for length in 0..<needed {
      #expect(throws: MultipartError.self, "\(length) bytes") {
        try MultipartForm(parsing: Array(whole.prefix(length)), boundary: boundary)
      }
    }
    #expect(throws: Never.self) { try MultipartForm(parsing: Array(whole.prefix(needed)), boundary: boundary) }
  }
}
