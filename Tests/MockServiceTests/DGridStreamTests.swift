import Contract
import Formats
import Foundation
import HTTPMessage
import Images
import Testing

@testable import MockService

@Suite("Edits of GPT image models, streamed and with a transparent background", .timeLimit(.minutes(15)))
struct DGridStreamTests {
  private let mock = Mock { $0.settings = upstream() }

  private static func upstream() -> Settings { Settings(profile: .live) }

  private func streamed(_ mock: Mock, _ extra: [FormField], headers: [(String, String)] = []) throws -> Response {
    let fields: [FormField] = [
      .file("image", try gradient(64, 64)), .text("prompt", "Make it snow"), .text("model", "gpt-image-2"), .text("stream", "true"),
    ]
    return mock.send("POST", "/v1/images/edits", headers: [FormField.contentType] + headers, body: FormField.body(fields + extra))
  }

  @Test("Unfinished pictures come first, and each picture ends with an event that has the usage")
  func events() throws {
    let response = try streamed(mock, [.text("partial_images", "2"), .text("n", "2"), .text("quality", "low")])
    #expect(response.status == 200)
    #expect(response.headers["content-type"] == "text/event-stream")
    let events = try response.events
    let partial = "image_edit.partial_image"
    #expect(events.map(\.name) == [partial, partial, "image_edit.completed", partial, partial, "image_edit.completed"])
    #expect(events.map { $0.data.string("type") } == events.map(\.name))
    #expect(events.map { $0.data.string("partial_image_index") } == ["0", "1", nil, "0", "1", nil])
    #expect(events.map { $0.data["usage"] != nil } == [false, false, true, false, false, true])
    for key in ["background", "output_format", "quality", "size", "created_at"] {
      let expected = ["background": "opaque", "output_format": "png", "quality": "low", "size": "1024x1024", "created_at": "1750000000"]
      #expect(events.map { $0.data.string(key) } == Array(repeating: expected[key], count: 6))
    }
    let pictures = try events.map { try Base64.decode(Array($0.data.string("b64_json")?.utf8 ?? "".utf8)) }
    #expect(Set(pictures).count == 6)
    for picture in pictures { #expect(try decoded(picture).layout.size == PixelSize(width: 1024, height: 1024)) }
  }

  @Test("Without partial images the whole picture is the only event, the same as without a stream")
  func whole() throws {
    let events = try streamed(mock, []).events
    #expect(events.map(\.name) == ["image_edit.completed"])
    let plain = mock.dgrid([.file("image", try gradient(64, 64)), .text("prompt", "Make it snow"), .text("model", "gpt-image-2")])
    #expect(events.first?.data.string("b64_json") == (try plain.string("data", "0", "b64_json")))
  }

  @Test("A fault that damages pictures damages those of the events")
  func damaged() throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { respond: edit, fault: placeholder-image }\n"]) {
      $0.settings = Self.upstream()
    }
    let events = try streamed(mock, [.text("partial_images", "1")], headers: [("X-Mock-Scenario", "one")]).events
    #expect(events.map { $0.data.string("b64_json") } == ["cGVuZGluZw==", "cGVuZGluZw=="])
  }

  @Test("A fault that cuts the response cuts the stream within an event")
  func cut() throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { respond: edit, fault: { truncate: { after: 50% } } }\n"]) {
      $0.settings = Self.upstream()
    }
    let fields: [FormField] = [
      .file("image", try gradient(64, 64)), .text("prompt", "x"), .text("model", "gpt-image-2"), .text("stream", "true"),
    ]
    let plan = mock.plan(
      mock.head("POST", "/v1/images/edits", headers: [FormField.contentType, ("X-Mock-Scenario", "one")]), FormField.body(fields))
    #expect(plan.response.headers["content-type"] == "text/event-stream")
    #expect(plan.rawResponse?.actions == [.head, .body(0..<plan.response.body.count / 2, nil)])
  }

  @Test("A transparent background is transparent in the corner and nowhere else that matters", arguments: [ImageFormat.png, .webp])
  func transparent(format: ImageFormat) throws {
    let response = mock.dgrid([
      .file("image", try gradient(64, 64)), .text("prompt", "a badge"), .text("model", "gpt-image-2"), .text("background", "transparent"),
      .text("output_format", format.rawValue),
    ])
    #expect(try response.string("background") == "transparent")
    let file = try Base64.decode(Array(try response.string("data", "0", "b64_json").utf8))
    #expect(ImageHeader.read(file).format == format)
    let raster = try decoded(file)
    #expect(raster.layout == RowLayout(size: PixelSize(width: 1024, height: 1024), channels: .rgba))
    let alpha = { (x: Int, y: Int) in raster.bytes[y * raster.layout.rowLength + x * 4 + 3] }
    #expect(alpha(0, 0) == 0 && alpha(1023, 0) == 0)
    #expect(alpha(512, 400) == 255 && alpha(0, 1023) == 255)
  }
}

extension Response {
  struct Event {
    let name: String
    let data: EventData
  }

  /// The response as server-sent events; each must have the two lines that OpenAI's have.
  fileprivate var events: [Event] {
    get throws {
      let blocks = text.components(separatedBy: "\n\n")
      #expect(blocks.last == "")
      return try blocks.dropLast().map { block in
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        try #require(lines.count == 2 && lines[0].hasPrefix("event: ") && lines[1].hasPrefix("data: "))
        return Event(name: String(lines[0].dropFirst(7)), data: try EventData(String(lines[1].dropFirst(6))))
      }
    }
  }
}

/// The members of an event.
struct EventData {
  private let object: JSONObject
  private let document: JSONDocument

  init(_ text: String) throws {
    document = try JSONDocument(parsing: Array(text.utf8))
    guard case .object(let object) = document.root else { throw NoImage() }
    self.object = object
  }

  subscript(_ key: String) -> JSONValue? { object[key] }

  /// A text or number as text; nil: no such key.
  func string(_ key: String) -> String? {
    switch object[key] {
    case .string(let string)?: document.text(of: string)
    case .number(let number)?: number.int.map { "\($0)" }
    default: nil
    }
  }
}
