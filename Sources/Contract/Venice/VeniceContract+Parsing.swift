internal import Formats
internal import HTTPMessage

extension VeniceContract {
  /// The body as a form, or the refusal that its syntax earns.
  func parse(_ body: [UInt8], _ format: BodyFormat) -> Verdict<SubmittedForm> {
    switch format {
    case .json: parseJSON(body)
    case .multipart(let type): parseMultipart(body, type)
    case .other: refuse(VeniceRules.multipartSyntax, VeniceError.invalidContentType, expected: "a body", found: "none")
    }
  }

  private func parseJSON(_ body: [UInt8]) -> Verdict<SubmittedForm> {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: body)
    } catch {
      let found = "line \(error.line), column \(error.column): \(error.message)"
      return refuse(VeniceRules.jsonSyntax, VeniceError.invalidJSON, expected: "well-formed JSON", found: found)
    }
    guard case .object(let object) = document.root else {
      let issue = ZodIssue.invalidType("object", received: document.root.typeName, at: [])
      let breach = Violation(rule: VeniceRules.jsonObject, path: "", expected: "an object", found: document.root.typeName)
      return .refused(Refusal([issue].response, [breach]))
    }
    return .accepted(SubmittedForm(object, in: document))
  }

  private func parseMultipart(_ body: [UInt8], _ type: MediaType) -> Verdict<SubmittedForm> {
    do {
      return .accepted(SubmittedForm(try MultipartForm(parsing: body, contentType: type), files: .fileType))
    } catch {
      let found = "byte \(error.offset): \(error.message)"
      return refuse(VeniceRules.multipartSyntax, VeniceError.invalidMultipart, expected: "well-formed multipart/form-data", found: found)
    }
  }

  private func refuse(_ rule: Rule, _ error: VeniceError, expected: String, found: String) -> Verdict<SubmittedForm> {
    .refused(Refusal(error.response, [Violation(rule: rule, path: "", expected: expected, found: found)]))
  }
}
