internal import Formats

/// The list of models as an operation; a HEAD has the answers of the GET without their bodies.
struct ModelsOperation {
  let method: String
  let security: [JSONOutput]
  let parameters: [JSONOutput]
  /// For `responses`.
  let answers: [(String, JSONOutput)]

  var json: JSONOutput {
    let isHead = method == "HEAD"
    return .object([
      ("operationId", .string(isHead ? "headModels" : "listModels")), ("summary", .string("The models, with what they can do.")),
      ("security", .array(security)), ("parameters", .array(parameters)),
      ("responses", .object(isHead ? answers.map { ($0.0, $0.1.withoutContent) } : answers)),
    ])
  }
}

extension JSONOutput {
  /// The members but `content`.
  fileprivate var withoutContent: JSONOutput {
    if case .object(let members) = self { .object(members.filter { $0.0 != "content" }) } else { self }
  }
}
