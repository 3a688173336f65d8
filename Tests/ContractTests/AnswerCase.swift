import HTTPMessage
import Testing

@testable import Contract

/// A named error with the whole answer it must get.
struct AnswerCase: Sendable, CustomTestStringConvertible {
  let name: String
  let status: Int
  let body: String
  /// Those beside the content type, as `name: value`.
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
