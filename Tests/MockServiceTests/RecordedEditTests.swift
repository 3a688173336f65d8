import Contract
import Formats
import HTTPMessage
import Images
import Journal
import MockService
import RequestMatching
import Scenarios
import Support
import Testing

/// Fields and images of edits, as the journal has them.
@Suite("What is recorded of an edit", .timeLimit(.minutes(15)))
struct RecordedEditTests {
  @Test("Venice: model, prompt, fields, and the image with its facts and digest", arguments: [false, true])
  func venice(isRepeated: Bool) throws {
    let mock = Mock()
    let image = try gradient(256, 320)
    for _ in 0..<(isRepeated ? 2 : 1) {
      _ = mock.venice([
        ("prompt", .string("Make it snow")), ("image", .ascii(Base64.encode(image))), ("model", .string("firered-image-edit")),
      ])
    }
    let record = try mock.lastRecord()
    #expect(record.facts?.model == "firered-image-edit" && record.facts?.prompt == "Make it snow")
    #expect(record.images.map(\.digest) == [SHA256Digest.of(image)])
    let facts = try #require(record.images.first?.facts)
    #expect(facts.format == .png && facts.size == PixelSize(width: 256, height: 320) && facts.byteCount == image.count)
  }

  @Test("DGrid: all images in their order, and the mask behind them", arguments: [false, true])
  func dgrid(isRepeated: Bool) throws {
    let mock = Mock()
    let images = [try gradient(256, 256), try gradient(300, 200), try gradient(64, 32)]
    let mask = try gradient(256, 256, alpha: true)
    for _ in 0..<(isRepeated ? 2 : 1) {
      let response = mock.dgrid(
        images.map { .file("image[]", $0) } + [.text("prompt", "x"), .text("model", "gpt-image-2"), .file("mask", mask)])
      #expect(response.status == 200, "\(response.text)")
    }
    let record = try mock.lastRecord()
    #expect(record.images.map(\.digest) == (images + [mask]).map { SHA256Digest.of($0) })
    #expect(record.images.map { $0.facts.size?.width } == [256, 300, 64, 256])
    #expect(record.images.map(\.facts.hasAlpha) == [false, false, false, true])
  }

  @Test("An image that is refused is recorded, with its defect")
  func refusedImage() throws {
    let mock = Mock()
    let image = Array(try gradient(256, 256).dropLast(40))
    let response = mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(image)))])
    let record = try mock.lastRecord()
    #expect(response.status == 400 && record.violations.map(\.rule.id) == response.rules && !response.rules.isEmpty)
    #expect(record.images.map(\.digest) == [SHA256Digest.of(image)] && record.images[0].facts.defect != nil)
    #expect(record.facts?.prompt == "x")
  }

  @Test(
    "Fields are whole while their body is kept; after that, or with a body that is too long for it, long texts and files are only counted",
    arguments: [true, false], [true, false])
  func fields(isAccepted: Bool, isKept: Bool) throws {
    let image = try noise(256, 256)
    let text = Base64.encode(image)
    // Room for one body at a time, or for none.
    let mock = Mock { $0.journal.bytes = isKept ? 4 * text.count + 8_192 : text.count }
    let prompt = isAccepted ? "x" : ""
    let fields = [("prompt", JSONOutput.string(prompt)), ("image", .ascii(text)), ("safe_mode", .bool(true))]
    _ = mock.venice(fields)
    let first = try mock.lastEntry()
    let counted = ["prompt=\(prompt)", "image=#\(text.count)", "safe_mode"]
    #expect((first.snapshot.body != nil) == isKept)
    #expect(isKept ? first.fieldNotes[1] == "image=\(String(decoding: text, as: UTF8.self))" : first.fieldNotes == counted)
    for _ in 0..<5 { _ = mock.venice(fields) }
    #expect(first.snapshot.body == nil && first.fieldNotes == counted)

    _ = mock.dgrid([.file("image", image, filename: "a.png"), .text("prompt", prompt)])
    let form = try mock.lastEntry()
    for _ in 0..<5 { _ = mock.venice(fields) }
    #expect(form.fieldNotes == ["image=file a.png #\(image.count)", "prompt=\(prompt)"])
    for field in try #require(form.snapshot.form).fields { #expect(field.value.file?.bytes ?? [] == []) }
  }

  @Test("The same fields in another multipart body are the same thing")
  func boundary() throws {
    let mock = Mock()
    let fields = [FormField.file("image", try gradient(64, 64)), .text("prompt", "x")]
    for boundary in ["edge", "other"] {
      let body = FormField.body(fields, boundary: boundary)
      _ = mock.send("POST", "/v1/images/edits", headers: [FormField.contentType(boundary)], body: body)
    }
    #expect(mock.entries.map(\.record.status) == [200, 200])
    #expect(mock.entries[0].record.digest == mock.entries[1].record.digest)
  }

  private enum Refused: String, CaseIterable {
    case veniceText, veniceFile, veniceNoBase64, veniceBroken, dgridFile, dgridBroken, accepted
  }

  @Test(
    "Two requests that differ only in their image have two digests, also where it is refused or never looked at", arguments: [nil, "one"])
  func digests(scenario: String?) throws {
    for kind in Refused.allCases {
      let mock = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: never }, respond: { status: 503 } }\n"]) {
        $0.scenario = scenario
      }
      for byte in [UInt8(1), 2, 1] { try send(kind, byte, to: mock) }
      let digests = mock.entries.map(\.record.digest)
      #expect(digests.count == 3 && digests[0] != digests[1], "\(kind)")
      #expect(digests[0] == digests[2], "\(kind)")
      #expect(mock.entries.allSatisfy { ($0.record.status == 200) == (kind == .accepted) }, "\(kind)")
    }
  }

  /// A request whose image differs from others of its kind in one byte.
  private func send(_ kind: Refused, _ byte: UInt8, to mock: Mock) throws {
    let noise = [UInt8](repeating: 65, count: 90_000) + [64 + byte]
    let broken = try gradient(256, 256).dropLast(40) + [byte]
    switch kind {
    case .veniceText: _ = mock.venice([("prompt", .string("")), ("image", .ascii(noise))])
    case .veniceNoBase64: _ = mock.venice([("prompt", .string("x")), ("image", .ascii([UInt8(ascii: "!")] + noise))])
    case .veniceBroken: _ = mock.venice([("prompt", .string("x")), ("image", .ascii(Base64.encode(Array(broken))))])
    case .veniceFile:
      let body = FormField.body([.file("image", noise, type: "image/png"), .text("prompt", "")])
      _ = mock.send("POST", "/api/v1/image/edit", headers: [FormField.contentType], body: body)
    case .dgridFile: _ = mock.dgrid([.file("image", noise), .text("prompt", "")])
    case .dgridBroken: _ = mock.dgrid([.file("image", Array(broken)), .text("prompt", "x")])
    case .accepted: _ = mock.dgrid([.file("image", try gradient(64, 64) + [byte]), .text("prompt", "x")])
    }
  }

  @Test("The same edit has the same digest whether a scenario was looked at or not")
  func sameDigest() throws {
    for kind in [Refused.accepted, .veniceNoBase64, .dgridFile] {
      let mock = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: never }, respond: { status: 503 } }\n"])
      try send(kind, 1, to: mock)
      #expect(mock.service.engine.assign("one", to: "test-key"))
      try send(kind, 1, to: mock)
      #expect(Set(mock.entries.map(\.record.digest)).count == 1, "\(kind)")
      #expect(mock.entries[1].record.unmatchedScenario != nil)
    }
  }
}
