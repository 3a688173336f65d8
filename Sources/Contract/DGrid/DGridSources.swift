/// The places that DGrid's rules are read from, as their `source` names them.
package enum DGridSource {
  package static func page(_ part: String) -> String { "docs.dgrid.ai, qwen-image-edits, \(part)" }
  package static func openAI(_ part: String) -> String { "OpenAI OpenAPI, CreateImageEditRequest, \(part)" }
  package static func captured(_ part: String) -> String { "captured from OpenAI's endpoint: \(part)" }
  package static let gateway = "source of the new-api gateway"
  package static let clients = "bytes recorded from client libraries"
  package static let openAIKnowledge = "general knowledge of OpenAI's API, not captured"
  package static let nobody = "nobody says; chosen by the mock"
}
