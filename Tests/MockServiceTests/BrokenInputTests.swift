import Formats
import HTTPMessage
import Images
import Support
import Testing

@Suite("Broken input is refused: no crash, no hang, no 5xx", .timeLimit(.minutes(15)))
struct BrokenInputTests {
  private let mock = Mock()

  private func isRefused(_ response: Response) -> Bool { 400..<500 ~= response.status && !response.rules.isEmpty }

  @Test("Images cut off anywhere are refused by both APIs")
  func cutImages() throws {
    for format in ImageFormat.written {
      let image = try gradient(256, 257, format: format)
      for count in stride(from: 0, to: image.count - 2, by: max(1, image.count / 60)) {
        let cut = Array(image.prefix(count))
        #expect(isRefused(mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(cut)))])), "\(format) cut at \(count)")
        #expect(isRefused(mock.dgrid([.file("image", cut), .text("prompt", "x"), .text("model", "wanx-v1")])), "\(format) cut at \(count)")
      }
    }
  }

  @Test("HEIC and AVIF that are cut off at any byte are refused by both APIs", arguments: ["phone.heic", "photo.avif"])
  func cutPhotographs(name: String) throws {
    let image = try #require(FixtureImages.bytes(named: name))
    for count in image.indices {
      let cut = Array(image.prefix(count))
      #expect(isRefused(mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(cut)))])), "cut at \(count)")
      #expect(isRefused(mock.dgrid([.file("image", cut), .text("prompt", "x"), .text("model", "wanx-v1")])), "cut at \(count)")
    }
  }

  @Test("A PNG with any bit turned is refused")
  func flippedBits() throws {
    let image = try gradient(256, 256)
    var random = SplitMix64(seed: 1)
    for _ in 0..<150 {
      var broken = image
      let place = Int(random.next() % UInt64(image.count))
      broken[place] ^= 1 << UInt8(random.next() & 7)
      #expect(isRefused(mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(broken)))])), "byte \(place)")
    }
  }

  @Test("A header that claims 30,000 x 30,000 pixels is refused before anything is inflated")
  func bomb() throws {
    var image = try gradient(256, 256)
    image.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
    let venice = mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(image)))])
    #expect(venice.status == 422)
    #expect(venice.rules == ["venice.edit.image.max-area"])
    let dgrid = mock.dgrid([.file("image", image), .text("prompt", "x"), .text("model", "wanx-v1")])
    #expect(dgrid.rules == ["dgrid.edit.image.max-area"])
  }

  @Test("A file that claims gigabytes is refused, whichever length of it lies", arguments: ImageFormat.written)
  func lyingLengths(format: ImageFormat) throws {
    var image = try gradient(256, 256, format: format)
    switch format {
    case .png: image.insert(contentsOf: [0x7F, 0xFF, 0xFF, 0xFF] + Array("zzZzabc".utf8), at: 33)
    case .jpeg:
      let frame = try #require(image.firstRange(of: [0xFF, 0xC0]))
      image.replaceSubrange(frame.upperBound + 3..<frame.upperBound + 7, with: [0xFF, 0xFF, 0xFF, 0xFF])
    case .webp: image.replaceSubrange(4..<8, with: [0xFE, 0xFF, 0xFF, 0x7F])
    case .heic, .avif: Issue.record("the mock does not write it")
    }
    #expect(isRefused(mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(image)))])))
    #expect(isRefused(mock.dgrid([.file("image", image), .text("prompt", "x"), .text("model", "wanx-v1")])))
  }

  @Test("Bodies cut off anywhere are refused")
  func cutBodies() throws {
    let form = FormField.body([.text("prompt", "x"), .file("image", try gradient(64, 64)), .text("model", "wanx-v1")])
    for count in stride(from: 0, to: form.count - 4, by: 97) {
      let cut = Array(form.prefix(count))
      #expect(isRefused(mock.send("POST", "/v1/images/edits", headers: [FormField.contentType], body: cut)), "cut at \(count)")
      #expect(isRefused(mock.send("POST", "/api/v1/image/edit", headers: [FormField.contentType], body: cut)), "cut at \(count)")
    }
    let json = Array(#"{"prompt":"x","image":"aGVsbG8=","safe_mode":true}"#.utf8)
    for count in 0..<json.count {
      #expect(isRefused(mock.send("POST", "/api/v1/image/edit", headers: [jsonType], body: Array(json.prefix(count)))))
    }
  }

  @Test("Requests with random bytes changed get a response, and never a 5xx")
  func mutated() throws {
    let form = FormField.body([
      .text("prompt", "x"), .file("image", try gradient(32, 32)), .text("model", "wanx-v1"), .text("n", "2"), .text("size", "64x64"),
    ])
    let json = Array(
      #"{"model":"wanx-v1","input":{"messages":[{"role":"user","content":"At night http://localhost:8080/fixtures/lighthouse.png"}]}}"#.utf8
    )
    var random = SplitMix64(seed: 2)
    for round in 0..<400 {
      var body = round.isMultiple(of: 2) ? form : json
      for _ in 0...Int(random.next() % 4) { body[Int(random.next() % UInt64(body.count))] = UInt8(truncatingIfNeeded: random.next()) }
      let type = round.isMultiple(of: 2) ? FormField.contentType : jsonType
      for path in ["/v1/images/edits", "/api/v1/image/edit"] {
        #expect(mock.send("POST", path, headers: [type], body: body).status < 500, "round \(round)")
      }
    }
  }

  @Test("Headers of 100 kB are refused")
  func largeHeaders() {
    let padding = ("x-padding", String(repeating: "a", count: 100_000))
    #expect(mock.send("POST", "/api/v1/image/edit", headers: [padding]).status == 431)
    #expect(mock.send("POST", "/v1/images/edits", headers: [padding]).status == 431)
  }
}
