internal import Formats

/// The lists and objects of a JSON body, as far as they can be shown: they are read again from the body, while it is kept.
struct NestedValues {
  private let members: [String: JSONOutput]

  /// Longer bodies are not read for the sake of being shown.
  private static let largestBody = 1 << 20
  /// Longer texts are images: only how many bytes they have is shown.
  private static let longestText = 4_096

  /// - Parameter body: nil: not kept.
  init(_ body: [UInt8]?) {
    guard let body, body.count <= Self.largestBody, let document = try? JSONDocument(parsing: body),
      case .object(let object) = document.root
    else {
      members = [:]
      return
    }
    let shown = object.members.map { ($0.key, Self.shown(document.output(of: $0.value), named: $0.key)) }
    members = Dictionary(shown) { $1 }
  }

  subscript(name: String) -> JSONOutput? { members[name] }

  /// Credentials replaced, at any depth.
  private static func shown(_ value: JSONOutput, named name: String) -> JSONOutput {
    if Redaction.isSecret(named: name) { return .string(Redaction.mark) }
    switch value {
    case .string, .number, .bool:
      if case .string(let text) = value, text.utf8.count > longestText { return .string("… \(text.utf8.count) bytes") }
      return value
    case .array(let elements): return .array(elements.map { shown($0, named: name) })
    case .object(let members): return .object(members.map { ($0.0, shown($0.1, named: $0.0)) })
    default: return value
    }
  }
}
