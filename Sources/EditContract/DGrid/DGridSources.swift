/// The places that DGrid's rules are read from, as their `source` names them.
enum DGridSource {
  static func page(_ part: String) -> String { "docs.dgrid.ai, qwen-image-edits, \(part)" }
  static func openAI(_ part: String) -> String { "OpenAI OpenAPI, CreateImageEditRequest, \(part)" }
  static func captured(_ part: String) -> String { "captured from OpenAI's endpoint: \(part)" }
  static let gateway = "source of the new-api gateway"
  static let clients = "bytes recorded from client libraries"
  static let openAIKnowledge = "general knowledge of OpenAI's API, not captured"
  static let nobody = "nobody says; chosen by the mock"
}
