import Contract
import ContractDocuments
import Formats
import HTTPMessage
import Support
import Testing

@Suite("The contracts as OpenAPI documents", .timeLimit(.minutes(15)))
struct ContractDocumentTests {
  /// One document, parsed again, with a way to what is in it.
  private struct Document {
    let parsed: JSONDocument

    init(_ api: API, _ settings: Settings = Settings()) throws {
      parsed = try JSONDocument(parsing: ContractDocument(api, settings: settings, version: "1").json.serialized())
    }

    func value(_ path: [String]) -> JSONValue? {
      path.reduce(Optional(parsed.root)) { value, key in
        if case .object(let object)? = value { object[key] } else { nil }
      }
    }

    func keys(_ path: [String]) -> [String] {
      if case .object(let object)? = value(path) { object.members.map(\.key) } else { [] }
    }

    func texts(_ path: [String]) -> [String] {
      guard case .array(let elements)? = value(path) else { return [] }
      return elements.compactMap { if case .string(let text) = $0 { parsed.text(of: text) } else { nil } }
    }

    func number(_ path: [String]) -> Int? {
      if case .number(let number)? = value(path) { number.int } else { nil }
    }
  }

  private static let edits: [(API, [String])] = [
    (.venice, ["paths", "/image/edit", "post"]), (.dgrid, ["paths", "/images/edits", "post"]),
  ]

  @Test("Venice's fields are those of the page, the same in both content types")
  func veniceFields() throws {
    let document = try Document(.venice)
    for type in ["application/json", "multipart/form-data"] {
      let schema = ["paths", "/image/edit", "post", "requestBody", "content", type, "schema"]
      let names = ["aspect_ratio", "resolution", "image", "model", "modelId", "output_format", "prompt", "safe_mode", "quality"]
      #expect(document.keys(schema + ["properties"]) == names)
      #expect(document.texts(schema + ["required"]) == ["image", "prompt"])
      #expect(document.number(schema + ["properties", "prompt", "minLength"]) == 1)
      #expect(document.number(schema + ["properties", "prompt", "maxLength"]) == 32_768)
      #expect(document.texts(schema + ["properties", "modelId", "enum"]).count == 15)
    }
  }

  @Test("decisions and days change the document as they change the mock")
  func settings() throws {
    let schema = ["paths", "/image/edit", "post", "requestBody", "content", "application/json", "schema", "properties"]
    #expect(try !Document(.venice, Settings(profile: .live)).keys(schema).contains("quality"))
    let august = try Document(.venice, Settings(veniceContract: "2026-08-21"))
    #expect(august.keys(schema).contains("enhance_prompt") && !august.keys(schema).contains("anon_user_id"))
    #expect(august.texts(schema + ["modelId", "enum"]).count == 21)
    #expect(august.texts(schema + ["aspect_ratio", "enum"]).count == 9)
    let october = try Document(.venice, Settings(veniceContract: "2026-10-02"))
    #expect(october.keys(schema).contains("anon_user_id") && !october.keys(schema).contains("quality"))
    #expect(october.texts(schema + ["aspect_ratio", "enum"]).count == 10)
  }

  @Test("DGrid's two shapes have their own fields")
  func dgridFields() throws {
    let document = try Document(.dgrid)
    let content = ["paths", "/images/edits", "post", "requestBody", "content"]
    let form = content + ["multipart/form-data", "schema"]
    #expect(document.keys(form + ["properties"]) == ["image", "prompt", "mask", "model", "n", "size", "response_format", "user"])
    #expect(document.texts(form + ["required"]) == ["image", "prompt"])
    let json = content + ["application/json", "schema"]
    #expect(document.keys(json + ["properties"]) == ["model", "input"])
    let messages = json + ["properties", "input", "properties", "messages"]
    #expect(document.texts(messages + ["items", "required"]) == ["role", "content"])
    #expect(document.number(messages + ["minItems"]) == 1)
  }

  @Test("every status that a rule or an error by name answers with is there, with a schema and an example", arguments: Self.edits)
  func statuses(_ api: API, _ operation: [String]) throws {
    let document = try Document(api)
    let rules = Ledger.rules(for: Settings()).filter {
      $0.api == api.rawValue && $0.severity == .violation && !$0.id.hasPrefix("venice.models.")
    }
    let statuses = Set(rules.map { String($0.response.prefix(3)) } + NamedErrors.all.map { "\($0.variant(of: api).status)" }).filter {
      $0 >= "400"
    }
    let answers = operation + ["responses"]
    #expect(Set(document.keys(answers)) == statuses.union(["200"]))
    for status in statuses {
      let media = answers + [status, "content", "application/json"]
      #expect(!document.keys(media + ["schema"]).isEmpty, "\(status)")
      #expect(!document.keys(media + ["examples"]).isEmpty, "\(status)")
    }
  }

  @Test("every rule that refuses an edit is named where its status is described", arguments: Self.edits)
  func rules(_ api: API, _ operation: [String]) throws {
    let document = try Document(api)
    for rule in Ledger.rules(for: Settings())
    where rule.api == api.rawValue && rule.severity == .violation && !rule.id.hasPrefix("venice.models.") {
      guard case .string(let text)? = document.value(operation + ["responses", String(rule.response.prefix(3)), "description"]) else {
        Issue.record("no description for \(rule.id)")
        continue
      }
      #expect(document.parsed.text(of: text).contains("`\(rule.id)`"))
    }
  }

  /// A wallet's, at the time of the clock.
  private static let signIn: String = {
    let fields: JSONOutput = [
      "domain": "api.venice.ai", "address": .string("0x" + String(repeating: "a", count: 40)), "uri": "https://api.venice.ai",
      "version": "1",
      "chainId": "eip155:8453", "type": "eip191", "nonce": "1a2b3c4d5e6f7081", "issuedAt": "2026-06-21T00:00:00Z", "signature": "0x00",
    ]
    return String(decoding: Base64.encode(fields.serialized()), as: UTF8.self)
  }()

  @Test("every header of an edit's answer is in Venice's document")
  func headers() throws {
    let day = VeniceContracts.newest
    let contract = VeniceContract(settings: Settings(veniceContract: day), keys: KeyRing(), clock: .manual(unixTime: 1_782_000_000))
    let body = JSONOutput.object([("prompt", .string("x")), ("image", .string("aGFsbG8=")), ("enhance_prompt", .bool(true))])
    let head = RequestHead(
      method: "POST", path: "/api/v1/image/edit",
      headers: HeaderList([HeaderField("content-type", "application/json"), HeaderField("sign-in-with-x", Self.signIn)]))
    var form: SubmittedForm?
    guard case .accepted(let candidate) = contract.examine(Request(head: head, body: .complete(body.serialized())), form: &form) else {
      Issue.record("the request was refused")
      return
    }
    let sent = VeniceResponse(candidate, head: head).response([]).headers.fields.map { $0.name.lowercased() }
    let path = ["paths", "/image/edit", "post", "responses", "200", "headers"]
    let listed = try Document(.venice, Settings(veniceContract: day)).keys(path).map { $0.lowercased() }
    #expect(Set(sent).subtracting(listed) == ["content-type"])
    #expect(sent.contains("x-venice-enhanced-prompt") && sent.contains("x-balance-remaining"))
  }
}
