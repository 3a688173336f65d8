internal import HTTPMessage

/// How the fields of an edit request travel.
package enum FixtureEncoding: String, Sendable, CaseIterable { case json, multipart }

extension RuleFixture {
  /// By the request's own Content-Type; nil: it is neither, or there is none.
  package var encoding: FixtureEncoding? {
    let standard: FixtureEncoding? =
      switch message.content {
      case .json: .json
      case .multipart: .multipart
      case .text, .none: nil
      }
    guard message.names("content-type") else { return standard }
    switch message.head.headers["content-type"]?.lowercased().prefix(while: { $0 != ";" && $0 != " " }) {
    case "application/json": return .json
    case "multipart/form-data": return .multipart
    default: return nil
    }
  }
}
