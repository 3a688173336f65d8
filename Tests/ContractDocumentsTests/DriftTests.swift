import Contract
import ContractDocuments
import Formats
import Support
import Testing

@Suite("Drift between official documents and the contract", .timeLimit(.minutes(15)))
struct DriftTests {
  private static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/conformance/documents"

  private static func document(_ day: String) throws -> [UInt8] {
    try readFile("\(folder)/venice-\(day).yaml", limit: 1 << 20)
  }

  /// The document of the day; there is none of October, which was seen beside August's.
  private static func document(_ day: ContractDate) throws -> [UInt8] {
    try document(day == "2026-10-02" ? "2026-08-21" : day.description)
  }

  private static func report(_ document: [UInt8], on day: ContractDate = VeniceContracts.standard) throws -> DriftReport {
    try DriftReport(document, api: .venice, settings: Settings(veniceContract: day))
  }

  @Test("a document finds nothing in the contract of its own day", arguments: VeniceContracts.all)
  func ownDay(_ day: ContractDate) throws {
    let report = try Self.report(Self.document(day), on: day)
    #expect(report.drift.map(\.subject) == [])
    #expect(!report.differences.isEmpty)
  }

  @Test("the document of August finds in June's contract what was changed until then, and nothing else")
  func august() throws {
    let field = "of POST /image/edit"
    let ids = [
      "grok-imagine-image-2-0-edit", "luma-uni-1-edit", "luma-uni-1-max-edit", "nano-banana-2-lite-edit", "qwen-image-3-edit",
      "qwen-image-3-pro-edit", "seedream-v5-pro-edit",
    ]
    let expected =
      ids.map { "new field modelId \(field): value '\($0)'" } + ["gone field modelId \(field): value 'qwen-edit'"]
      + ["disable_prompt_optimization_thinking", "enhance_prompt"].map { "new field \($0) \(field)" }
    let found = try Self.report(Self.document("2026-08-21")).drift.map { "\($0.kind.rawValue) \($0.subject)" }
    #expect(found.sorted() == expected.sorted())
  }

  @Test("what came after August is explained in October's contract only: in August's it is drift")
  func october() throws {
    let document = ContractDocument(.venice, settings: Settings(veniceContract: "2026-10-02"), version: "1").json.serialized()
    let found = try Self.report(document, on: "2026-08-21").drift.map { "\($0.kind.rawValue) \($0.subject)" }
    #expect(found.contains("new field anon_user_id of POST /image/edit"))
    #expect(found.contains("new field aspect_ratio of POST /image/edit: value '4:3'"))
  }

  @Test("everything that the ledger explains is there to be explained", arguments: KnownDeviation.all(of: .venice).map(\.subject))
  func explanations(_ subject: String) throws {
    let reports = try VeniceContracts.all.flatMap { day in
      try Profile.allCases.map { profile in
        try DriftReport(Self.document(day), api: .venice, settings: Settings(profile: profile, veniceContract: day))
      }
    }
    #expect(reports.contains { report in report.differences.contains { $0.subject == subject } })
  }

  @Test(
    "each kind of change is found",
    arguments: [
      ("maxLength: 32768", "maxLength: 1500", "changed field prompt of POST /image/edit: maxLength"),
      (
        "safe_mode: { type: boolean, default: true }", "safe_mode: { type: string, default: true }",
        "changed field safe_mode of POST /image/edit: type"
      ),
      ("default: firered-image-edit", "default: qwen-edit", "changed field model of POST /image/edit: default"),
      ("minLength: 1, maxLength: 10", "maxLength: 10", "gone field resolution of POST /image/edit: minLength"),
      ("required: [image, prompt]", "required: [image]", "changed field prompt of POST /image/edit: required"),
      ("minLength: 1, deprecated: true", "minLength: 1", "changed field modelId of POST /image/edit: deprecated"),
      ("additionalProperties: false", "additionalProperties: true", "changed other fields of POST /image/edit"),
      ("enum: [jpeg, png, webp]", "enum: [jpeg, png]", "gone field output_format of POST /image/edit: value 'webp'"),
      ("\"2:3\", \"3:4\", \"4:5\"]", "2:3, 3:4, 4:5, 4:3]", "new field aspect_ratio of POST /image/edit: value '4:3'"),
      ("enum: [all, code]", "enum: [all]", "gone parameter type in query of GET /models: value 'code'"),
      (
        "anyOf: [{}, { type: string }, { type: string, format: uri }]", "description: less than 5MB and 65536 pixels",
        "changed field image of POST /image/edit: limits in its description"
      ),
      ("\"503\":", "\"529\":", "new status 529 of POST /image/edit"),
      ("\"429\":", "\"529\":", "gone status 429 of POST /image/edit"),
      ("x-venice-model-name:", "x-venice-model-title:", "new header x-venice-model-title of status 200 of POST /image/edit"),
      ("image/webp:", "image/avif:", "new content type image/avif of status 200 of POST /image/edit"),
      (
        "          multipart/form-data:", "          application/x-www-form-urlencoded:",
        "gone content type multipart/form-data of POST /image/edit"
      ),
      ("security: [{ BearerAuth: [] }, { siwx: [] }]", "security: [{ BearerAuth: [] }]", "gone security siwx of POST /image/edit"),
    ])
  func changes(_ old: String, _ new: String, _ expected: String) throws {
    let text = String(decoding: try Self.document("2026-06-19"), as: UTF8.self)
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    try #require(changed != text)
    let found = try Self.report(Array(changed.utf8)).drift.map { "\($0.kind.rawValue) \($0.subject)" }
    #expect(found.contains(expected), "\(found)")
    #expect(found.count <= 2, "\(found)")
  }

  @Test("the live profile has no quality, and looks modelId up")
  func live() throws {
    let report = try DriftReport(Self.document("2026-06-19"), api: .venice, settings: Settings(profile: .live))
    #expect(report.drift.map(\.subject) == [])
    #expect(!report.differences.contains { $0.subject.hasPrefix("field quality") })
  }

  @Test("a document made of the contract itself finds nothing at all", arguments: API.allCases, Profile.allCases)
  func itself(_ api: API, _ profile: Profile) throws {
    let settings = Settings(profile: profile)
    let document = ContractDocument(api, settings: settings, version: "1").json.serialized()
    #expect(try DriftReport(document, api: api, settings: settings).differences.map(\.subject) == [])
  }

  @Test(
    "a file that is no such document is refused with its place",
    arguments: [
      ("", "the file is empty; write an OpenAPI document"), ("[", "2:1: this is not YAML or JSON"),
      ("a: 1", "1:1: this is no OpenAPI document of version 3: it needs `openapi` and `paths`"),
      ("openapi: 3.0.0\npaths: {}", "the document has none of Venice's endpoints (/image/edit, /models); is it another API's?"),
      (
        "openapi: 3.0.0\npaths: { /image/edit: { post: { requestBody: { $ref: '#/nowhere' } } } }",
        "2:1: the reference #/nowhere leads nowhere"
      ),
      (
        "openapi: 3.0.0\npaths: { /image/edit: { post: { requestBody: { $ref: 'other.yaml' } } } }",
        "2:1: the reference other.yaml leads out of the file"
      ),
      (
        "openapi: 3.0.0\npaths: { /image/edit: { post: { requestBody: { content: { application/json: { schema: { $ref: '#/a' } } } } } } }\na: { allOf: [{ $ref: '#/a' }] }",
        "3:1: this schema contains itself"
      ),
    ])
  func refused(_ text: String, _ message: String) throws {
    do {
      _ = try Self.report(Array(text.utf8))
      Issue.record("it was taken")
    } catch let error as DocumentError {
      #expect("\(error)".hasPrefix(message), "\(error)")
    }
  }

  @Test("each style tells what has drifted and what is meant", arguments: RuleTable.Style.allCases)
  func styles(_ style: RuleTable.Style) throws {
    let text = try Self.report(Self.document("2026-08-21")).text(style)
    #expect(text.contains("enhance_prompt of POST /image/edit") && text.contains("status 422 of POST /image/edit"))
    #expect(text.hasSuffix("\n"))
  }
}
