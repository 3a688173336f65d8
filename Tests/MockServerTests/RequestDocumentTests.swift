import Contract
import Formats
import HTTPMessage
import Scenarios
import Testing

@testable import MockServer

/// conformance/run checks the program against the document.
@Suite("Requests in the OpenAPI document", .timeLimit(.minutes(15)))
struct RequestDocumentTests {
  private let document: OpenAPI

  init() throws { document = try OpenAPI() }

  private func schema(_ name: String) -> [String: Any] {
    let components = document.document["components"] as? [String: [String: Any]] ?? [:]
    return components["schemas"]?[name] as? [String: Any] ?? [:]
  }

  @Test("The document lists every rule as a filter")
  func rules() {
    #expect(schema("RuleID")["enum"] as? [String] == Ledger.rules.map(\.id))
  }

  @Test("The schema of an added scenario is that of its file, in OpenAPI's dialect")
  func scenario() throws {
    let response = Site().send("GET", "/_mock/openapi/mock.json")
    #expect(!response.text.contains(#""dependencies":"#))
    #expect(response.text.contains(#""dependentRequired":{"chunks":["over"],"over":["chunks"]}"#))
    #expect(response.text.contains(#""dependentSchemas":{"content-type":"#))
    #expect(schema("Scenario")["required"] as? [String] == ["name", "description"])
    #expect(Set((schema("When")["properties"] as? [String: Any] ?? [:]).keys).isSuperset(of: ["api", "prompt", "nth"]))
  }

  @Test(
    "A duration is accepted exactly when it has the documented form",
    arguments: [
      ("250ms", true), ("1.5s", true), ("61 s", true), ("1h", true), ("1.0h", true), ("0.5h", true), ("60m", true), ("59.9m", true),
      ("3600s", true), ("3599.999s", true), ("3600000ms", true), ("3599999 ms", true), ("0s", true), ("1.1h", false), ("2h", false),
      ("61m", false), ("60.1m", false), ("3601s", false), ("3600001ms", false), ("", false), ("61", false), ("s", false), (".5s", false),
      ("1.s", false), ("-1s", false), ("1S", false), ("1 0s", false),
    ])
  func duration(text: String, isRight: Bool) throws {
    let form = try Regex(DurationText.form)
    #expect(((try? DurationText.read(text)) != nil) == isRight)
    #expect(text.contains(form) == isRight)
  }
}
