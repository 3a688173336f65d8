import Formats
import HTTPMessage
import Images
import Testing

@testable import Contract
@testable import RequestMatching

/// Returns the facts about an edit that Venice's API accepts.
func facts(_ change: (inout RequestFacts) -> Void = { _ in }) throws -> RequestFacts {
  let head = RequestHead(
    method: "POST", path: "/api/v1/image/edit",
    headers: HeaderList([
      HeaderField("Content-Type", "application/JSON; charset=utf-8"), HeaderField("X-Test", "one"), HeaderField("x-test", "two"),
    ]))
  var facts = RequestFacts(api: .venice, endpoint: .edit, head: head, key: "sk-1", session: "sk-1")
  facts.model = "nano-banana"
  facts.prompt = "a sunset"
  let text = #"{"model":"nano-banana","steps":12.50,"safe":true,"note":"caf\u00e9","none":null,"list":[1],"twice":"a","twice":"b"}"#
  let document = try JSONDocument(parsing: Array(text.utf8))
  guard case .object(let object) = document.root else { return facts }
  facts.form = SubmittedForm(object, in: document)
  facts.image = ImageFacts(
    kind: "PNG", format: .png, size: PixelSize(width: 800, height: 600), hasAlpha: true, mode: "RGBA", byteCount: 70_000, defect: nil)
  change(&facts)
  return facts
}

func pattern(_ flow: String) throws -> RequestPattern {
  var problems = ProblemList()
  let pattern = RequestPattern(reading: try YAMLText.parse(Array("{ \(flow) }".utf8), &problems), &problems)
  #expect(problems.all.isEmpty)
  return pattern
}

@Suite("Patterns of requests", .timeLimit(.minutes(15)))
struct RequestPatternTests {
  @Test(
    "A request fits a pattern when every part of it does",
    arguments: [
      "", "api: venice", "endpoint: edit", "endpoint: [models, edit]", "method: post", "path: /api/v1/image/edit", "path: \"/api/*\"",
      "model: \"nano-*\"", "prompt: /sun(rise|set)/i", "key: sk-1", "session: \"sk-*\"", "content-type: Application/json",
      "header: { X-TEST: two }", "header: { x-other: ~ }", "header: { x-test: \"*\" }", "field: { steps: 12.50 }",
      "field: { steps: \"> 12\" }",
      "field: { safe: true }", "field: { note: café }", "field: { none: ~ }", "field: { gone: ~ }", "field: { list: \"*\" }",
      "field: { twice: a }", "field: { twice: [b, c] }",
      "image: { width: 800, height: \"< 800\", bytes: \">= 64KiB\", format: [png, webp], alpha: true }",
      "valid: true", "nth: 7", "api: venice, endpoint: edit, prompt: [a sunset, ~]",
    ])
  func fits(flow: String) throws {
    let pattern = try pattern(flow)
    #expect(try pattern.firstMismatch(facts()) == nil)
    #expect(try pattern.matches(facts()))
  }

  @Test(
    "A mismatch names the first part that does not fit, cheap parts first",
    arguments: [
      ("api: dgrid, prompt: x", "api", "dgrid", "venice"), ("endpoint: [models, other]", "endpoint", "models, other", "edit"),
      ("method: GET", "method", "GET", "POST"), ("path: /v1/images/edits", "path", "/v1/images/edits", "/api/v1/image/edit"),
      ("model: flux", "model", "flux", "nano-banana"), ("prompt: ~", "prompt", "~", "a sunset"), ("key: sk-2", "key", "sk-2", "sk-1"),
      ("content-type: multipart/form-data", "content-type", "multipart/form-data", "application/JSON"),
      ("header: { x-test: three }", "header x-test", "three", "one"), ("header: { x-gone: \"*\" }", "header x-gone", "*", "none"),
      ("field: { steps: 12.5 }", "field steps", "12.5", "12.50"), ("field: { none: \"*\" }", "field none", "*", "null"),
      ("field: { list: 1 }", "field list", "1", "array"), ("field: { safe: \"false\" }", "field safe", "false", "true"),
      ("image: { width: \"> 800\" }", "image.width", "> 800", "800"), ("image: { format: webp }", "image.format", "webp", "png"),
      ("image: { bytes: 64KiB }", "image.bytes", "64KiB", "70000"), ("image: { alpha: false }", "image.alpha", "false", "true"),
      ("valid: false", "valid", "false", "true"), ("prompt: /moon/, field: { safe: \"false\" }", "field safe", "false", "true"),
      ("session: \"x*\", key: sk-2", "key", "sk-2", "sk-1"),
    ])
  func mismatches(flow: String, matcher: String, expected: String, found: String) throws {
    let pattern = try pattern(flow)
    #expect(try pattern.firstMismatch(facts()) == Mismatch(matcher: matcher, expected: expected, found: found))
    #expect(try !pattern.matches(facts()))
  }

  @Test(
    "A value is farther from a pattern the more of it differs; a missing one is farther than any wrong one, another API farther still",
    arguments: [
      ["prompt: a sunset", "prompt: a sunrise", "prompt: the moon", "field: { gone: a sunset }"],
      ["model: nano-banana", "model: nano-bananas", "model: flux-2-max-edit", "header: { x-gone: one }"],
      ["prompt: \"*sun*\"", "prompt: \"*sums*\"", "prompt: \"*moon*\"", "field: { gone: \"*\" }"],
      ["prompt: [a sunset, moon]", "prompt: [a sunsets, moon]", "prompt: [moon, stars]", "field: { none: [a, b] }"],
      ["field: { steps: \"> 12\" }", "field: { steps: \"> 13\" }", "field: { steps: \"> 130\" }", "field: { steps: 12.5, gone: 1 }"],
      ["field: { steps: 12.50 }", "field: { steps: 12 }", "field: { steps: 99 }", "field: { list: 1, gone: 1 }"],
      ["image: { width: 800 }", "image: { width: \"> 800\" }", "image: { width: 1024-2048 }", "image: { width: 8000 }"],
      ["header: { x-test: two }", "header: { x-test: twos }", "header: { x-test: fifty }", "header: { x-gone: two }"],
      ["method: post", "method: posts", "method: delete", "method: delete, key: ~"],
      ["valid: true", "path: /api/v1/image/edits", "valid: false", "valid: false, api: dgrid"],
    ])
  func distances(flows: [String]) throws {
    let distances = try flows.map { try pattern($0).distance(facts()) }
    #expect(distances[0] == 0)
    #expect(distances == distances.sorted() && Set(distances).count == distances.count, "\(distances)")
  }

  @Test("Texts that differ behind a long beginning are compared and shown where they differ")
  func longTexts() throws {
    let preamble = String(repeating: "You are a careful editor. ", count: 20)
    let facts = try facts { $0.prompt = preamble + "Make the sky pink" }
    let (near, far) = (try pattern("prompt: \(preamble)Make the sky blue"), try pattern("prompt: \(preamble)Draw a cat"))
    #expect(near.distance(facts) < far.distance(facts))
    let shown = try #require(near.comparisons(facts).first)
    #expect((shown.expected, shown.found) == ("…ditor. Make the sky blue", "…ditor. Make the sky pink"))
  }

  @Test("A pattern without `endpoint` fits all requests but those for generated pictures")
  func generated() throws {
    for endpoint in RequestFacts.Endpoint.allCases {
      #expect(try RequestPattern().matches(facts { $0.endpoint = endpoint }) == (endpoint != .generated))
      #expect(try pattern("endpoint: generated").matches(facts { $0.endpoint = endpoint }) == (endpoint == .generated))
    }
  }

  @Test("A request without image, form or prompt fits patterns that ask for none")
  func nothing() throws {
    let bare = try facts {
      ($0.image, $0.form, $0.prompt) = (nil, nil, nil)
      $0.refusal = Refusal(Response(status: 400), [])
    }
    #expect(try pattern("prompt: ~, field: { steps: ~ }, valid: false").matches(bare))
    #expect(try pattern("image: { width: 800 }").firstMismatch(bare)?.found == "no image")
    #expect(try pattern("prompt: \"*\"").firstMismatch(bare)?.found == "none")
  }

  @Test(
    "A field of more than 64 KiB fits only `*`, also when it is escaped", arguments: [("a", 65_537), ("\\u0061", 65_537), ("\\n", 70_000)])
  func longFields(unit: String, count: Int) throws {
    let document = try JSONDocument(parsing: Array("{\"image\":\"\(String(repeating: unit, count: count))\"}".utf8))
    guard case .object(let object) = document.root else { return }
    let facts = try facts { $0.form = SubmittedForm(object, in: document) }
    #expect(try pattern("field: { image: \"*\" }").matches(facts))
    #expect(try !pattern("field: { image: \"?*\" }").matches(facts))
    #expect(try !pattern("field: { image: ~ }").matches(facts))
  }

  @Test("A field that is long only because of its escapes is compared")
  func escapedFields() throws {
    let document = try JSONDocument(parsing: Array("{\"note\":\"\(String(repeating: "\\u0061", count: 20_000))\"}".utf8))
    guard case .object(let object) = document.root else { return }
    let facts = try facts { $0.form = SubmittedForm(object, in: document) }
    #expect(try pattern("field: { note: \"a*\" }").matches(facts))
  }

  @Test(
    "A pattern needs the body for the parts that only a body has",
    arguments: [
      ("model: a", true), ("prompt: a", true), ("field: { a: b }", true), ("image: { width: 1 }", true), ("valid: false", true),
      ("path: /a, method: GET, header: { a: b }, key: k, session: s, content-type: t, nth: 1, api: venice, endpoint: edit", false),
    ])
  func body(flow: String, needsBody: Bool) throws { #expect(try pattern(flow).needsBody == needsBody) }
}
