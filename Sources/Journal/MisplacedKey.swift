package import Contract
package import HTTPMessage

/// Where a client has put its key instead of `Authorization: Bearer`, in words.
package enum MisplacedKey {
  /// nil: the key is in its place, or there is none at all.
  package static func place(_ head: RequestHead, _ form: SubmittedForm?) -> String? {
    switch BearerToken(head) {
    case .token: return nil
    case .malformed:
      // A wallet signs in under schemes of its own.
      let scheme = head.headers["authorization"]?.split(separator: " ", maxSplits: 1).first.map { $0.lowercased() } ?? ""
      return ["x402", "siwx", "bearer"].contains(scheme) ? nil : "in Authorization, without 'Bearer' before it"
    case .missing: break
    }
    if let field = head.headers.fields.first(where: { keyHeaders.contains($0.name.lowercased()) }) { return "in the header \(field.name)" }
    if let item = Redaction.items(of: head.query).first(where: { Redaction.isSecret(named: $0.name) }) {
      return "in the query, as \(item.name)"
    }
    if let name = form?.fields.first(where: { Redaction.isSecret(named: $0.name) })?.name { return "in the body, as the field \(name)" }
    return nil
  }

  private static let keyHeaders: Set<String> = ["x-api-key", "api-key", "openai-api-key", "x-goog-api-key", "x-auth-token"]
}
