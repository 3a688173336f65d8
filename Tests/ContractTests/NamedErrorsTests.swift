import Formats
import HTTPMessage
import Testing

@testable import Contract

@Suite("Named errors", .timeLimit(.minutes(15)))
struct NamedErrorsTests {
  @Test("Names are unique, and lower-case words with hyphens")
  func names() {
    let names = NamedErrors.all.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names {
      let words = name.split(separator: "-", omittingEmptySubsequences: false)
      #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("a"..."z").contains($0) } }, "\(name)")
    }
  }

  @Test("An error is found by its exact name only")
  func lookup() {
    #expect(NamedErrors.all.allSatisfy { NamedErrors.named($0.name)?.summary == $0.summary })
    #expect(NamedErrors.named("Rate-Limited") == nil)
  }

  @Test(
    "Every name that scenarios may use exists",
    arguments: [
      "invalid-key", "inactive-key", "insufficient-balance", "spend-limit", "access-disabled", "pro-only-model", "model-not-found",
      "model-retired", "content-policy", "payload-too-large", "rate-limited", "error-budget", "model-overloaded", "concurrency-limit",
      "inference-failed", "edit-failed", "unknown-error", "model-offline", "at-capacity", "timeout", "payment-discovery",
      "payment-required", "invalid-sign-in", "payment-header-not-accepted", "unauthorized", "model-privacy", "corrupted-image",
      "image-too-small", "image-too-large", "invalid-model", "invalid-request", "media-not-found", "not-found",
      "unsupported-content-type", "quota-exhausted", "billing-hard-limit", "no-channel", "bad-response", "success-false",
    ])
  func promised(name: String) {
    #expect(NamedErrors.named(name) != nil)
  }

  @Test("A variant has a source, and its response has the status that it lists", arguments: NamedErrors.all.map(\.name), API.allCases)
  func variants(name: String, api: API) throws {
    let error = try #require(NamedErrors.named(name))
    let variant = error.variant(of: api)
    #expect(error.summary.hasSuffix("."))
    #expect(!variant.origin.source.isEmpty)
    #expect(variant.summary.hasPrefix("\(variant.status) "))
    #expect(error.response(of: api, .example()).status == variant.status)
  }

  @Test(
    "Every response is JSON with a status from 200 to 599 under all settings", arguments: NamedErrors.all.map(\.name), Settings.examples)
  func responses(name: String, settings: Settings) throws {
    let error = try #require(NamedErrors.named(name))
    for api in API.allCases {
      let response = error.response(of: api, .example(settings))
      #expect((200...599).contains(response.status))
      #expect(response.headers["content-type"] == "application/json")
      let document = try JSONDocument(parsing: response.body)
      #expect(document.root.typeName == "object")
    }
  }

  @Test(
    "DGrid's `type` is a string and its `code` a string or null, because clients cannot decode anything else",
    arguments: NamedErrors.all.map(\.name).filter { $0 != "success-false" }, Settings.examples)
  func types(name: String, settings: Settings) throws {
    let response = try #require(NamedErrors.named(name)).response(of: .dgrid, .example(settings))
    let document = try JSONDocument(parsing: response.body)
    guard case .object(let root) = document.root, case .object(let error)? = root["error"] else {
      Issue.record("no error object")
      return
    }
    #expect(error["type"]?.typeName == "string")
    #expect(error["message"]?.typeName == "string")
    #expect(["string", "null"].contains(error["code"]?.typeName))
  }

  @Test("A list says how long an error asks to wait")
  func listedWait() {
    #expect(NamedErrors.named("error-budget")?.venice.summary.hasSuffix("Please wait 30s and try again.") == true)
  }

  @Test("Where an API has no such error, a note says which one is sent instead")
  func nearest() {
    let nearest: (API) -> [String] = { api in NamedErrors.all.filter { $0.variant(of: api).origin.isNearest }.map(\.name) }
    #expect(nearest(.venice) == ["quota-exhausted", "billing-hard-limit", "no-channel", "success-false"])
    #expect(
      nearest(.dgrid) == [
        "inactive-key", "access-disabled", "payment-required", "invalid-sign-in", "payment-header-not-accepted", "model-retired",
        "pro-only-model", "model-offline", "error-budget", "concurrency-limit", "image-too-small", "image-too-large", "media-not-found",
        "content-policy-suggestion", "inference-failed", "edit-failed", "unknown-error", "timeout",
      ])
    for variant in NamedErrors.all.flatMap({ [$0.venice, $0.dgrid] }) where variant.origin.isNearest {
      #expect(variant.origin.note?.hasPrefix("No such error: ") == true)
      #expect(variant.basis == .assumed)
    }
  }

  @Test("Only what the pages or the OpenAPI document say is called documented")
  func documented() {
    for variant in NamedErrors.all.flatMap({ [$0.venice, $0.dgrid] }) where variant.basis == .documented {
      #expect(variant.origin.source.hasPrefix("docs.venice.ai") || variant.origin.source.hasPrefix("Venice OpenAPI"))
    }
  }
}

extension NamedError.Circumstances {
  /// The request that the expected bodies of these tests are about.
  static func example(_ settings: Settings = Settings(), path: String = "/api/v1/image/edit") -> Self {
    Self(settings: settings, requestID: "req_1", path: path, model: "gpt-image-2", now: 1_781_000_000_000)
  }
}

extension Settings {
  static let examples = [Settings(), Settings(profile: .live), newAPI, badInput]

  static let newAPI = with("dgrid.error-envelope=newapi")
  private static let badInput = with("dgrid.bad-input-status=500")

  static func with(_ assignment: String) -> Settings {
    var settings = Settings()
    do { try settings.set(assignment) } catch { Issue.record("\(error)") }
    return settings
  }
}

/// A named error with the whole response that it must have.
struct ResponseCase: Sendable, CustomTestStringConvertible {
  let name: String
  let status: Int
  let body: String
  /// All but the content type, as `name: value`.
  let headers: [String]

  init(_ name: String, _ status: Int, _ body: String, _ headers: [String] = []) {
    self.name = name
    self.status = status
    self.body = body
    self.headers = headers
  }

  var testDescription: String { name }

  /// Compares status, body and headers.
  func expect(of api: API, _ circumstances: NamedError.Circumstances) throws {
    let response = try #require(NamedErrors.named(name)).response(of: api, circumstances)
    #expect(response.status == status)
    #expect(String(decoding: response.body, as: UTF8.self) == body)
    #expect(response.headers.fields.map { "\($0.name): \($0.value)" } == ["content-type: application/json"] + headers)
  }
}
