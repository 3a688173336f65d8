/// The places that Venice's rules are read from, as their `source` names them.
enum VeniceSource {
  static let page = "docs.venice.ai, POST /image/edit"
  static func page(_ part: String) -> String { "\(page), \(part)" }
  static func schema(_ part: String) -> String { "Venice OpenAPI 20260619.153236, EditImageRequest, \(part)" }
  static let augustSchema = "Venice OpenAPI 20260821.193530, EditImageRequest"
  static let responses = "Venice OpenAPI 20260619.153236, /image/edit responses"
  static let errorTable = "docs.venice.ai, api-reference/error-codes"
  static func errorTable(_ name: String) -> String { "\(errorTable), \(name)" }
  static let payment = "Venice OpenAPI 20260619.153236, X402InferencePaymentRequired"
  static let rateLimits = "docs.venice.ai, api-reference/rate-limiting"
  static let deprecations = "docs.venice.ai, overview/deprecations"
  static let skill = "Venice's client notes (veniceai/skills, autumn 2026)"
  static let nobody = "nobody says; chosen by the mock"
}
