package import Contract
internal import Formats
internal import Support

/// The differences between an API's OpenAPI document and the mock's contract.
package struct DriftReport: Sendable {
  /// The API that was compared.
  package let api: API
  /// All differences; intended ones have an explanation.
  package let differences: [Difference]

  /// Compares every endpoint that the mock serves with the document.
  ///
  /// Throws when the text is no OpenAPI document, or has none of the API's endpoints.
  package init(_ document: [UInt8], api: API, settings: Settings) throws(DocumentError) {
    self.api = api
    let own = DocumentReader(root: try DocumentNode(parsing: ContractDocument(api, settings: settings, version: "").json.serialized()))
    let theirs = DocumentReader(root: try DocumentNode(parsing: document))
    var differences: [Difference] = []
    var isFound = false
    for path in own.paths {
      let operations = try theirs.operations(at: path)
      isFound = isFound || !operations.isEmpty
      differences += try Self.differences(at: path, own.operations(at: path), operations)
    }
    guard isFound else {
      throw DocumentError("the document has none of \(api.label)'s endpoints (\(own.paths.joined(separator: ", "))); is it another API's?")
    }
    let departures = KnownDeviation.all(of: api).filter { ($0.since ?? settings.veniceContract) <= settings.veniceContract }
    self.differences = differences.map { difference in
      var difference = difference
      difference.explanation = departures.first { $0.subject == difference.subject }.map { "\($0.says) (\($0.source))" }
      return difference
    }
  }

  private static func differences(
    at path: String, _ own: [(method: String, facts: OperationFacts)], _ theirs: [(method: String, facts: OperationFacts)]
  ) -> [Difference] {
    var differences: [Difference] = []
    for operation in own {
      let name = "\(operation.method.uppercased()) \(path)"
      if let facts = theirs.first(where: { $0.method == operation.method })?.facts {
        differences += Comparison(name, mock: operation.facts, document: facts).differences
      } else {
        differences.append(Difference(.gone, "operation \(name)", mock: name))
      }
    }
    for operation in theirs where !own.contains(where: { $0.method == operation.method }) {
      let name = "\(operation.method.uppercased()) \(path)"
      differences.append(Difference(.new, "operation \(name)", document: name))
    }
    return differences
  }

  /// Returns the differences without an explanation.
  package var drift: [Difference] { differences.filter { $0.explanation == nil } }

  /// Returns the whole text, ending in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: plain
    case .json: json.text
    case .markdown: markdown
    }
  }

  private var explained: [Difference] { differences.filter { $0.explanation != nil } }

  private var summary: String {
    let found = drift.isEmpty ? "Nothing has drifted" : "\(drift.count) \(drift.count == 1 ? "difference" : "differences")"
    return "\(found); \(explained.count) explained."
  }

  private var plain: String {
    let meant = explained.map { "  \($0.kind.rawValue): \($0.subject)\n    \($0.explanation ?? "")\n" }
    return drift.map(\.line).joined() + summary + "\n" + (meant.isEmpty ? "" : "Explained:\n" + meant.joined())
  }

  private var markdown: String {
    let table = TextTable(
      drift.map { [$0.kind.rawValue, $0.subject, $0.mock ?? "", $0.document ?? ""] }, titles: ["", "what", "the mock", "the document"])
    let meant = TextTable(explained.map { [$0.kind.rawValue, $0.subject, $0.explanation ?? ""] }, titles: ["", "what", "why"])
    return "\(summary)\n\n" + (drift.isEmpty ? "" : table.markdown + "\n") + "## Explained\n\n" + meant.markdown
  }

  private var json: JSONOutput {
    ["api": .string(api.rawValue), "drift": .array(drift.map(\.json)), "explained": .array(explained.map(\.json))]
  }
}

extension DocumentReader { fileprivate var paths: [String] { root["paths"]?.members.map(\.key) ?? [] } }

/// One difference between a document and the mock's contract.
package struct Difference: Sendable, Equatable {
  /// The kind of a difference.
  package enum Kind: String, Sendable, CaseIterable {
    /// In the document only.
    case new
    /// In the mock's contract only.
    case gone
    case changed
  }

  /// What differs.
  package let kind: Kind
  /// What it is about: `field modelId of POST /image/edit: value 'qwen-edit'`.
  package let subject: String
  /// What the mock has; nil: nothing.
  package let mock: String?
  /// What the document has; nil: nothing.
  package let document: String?
  /// Why it is intended; nil: it is drift.
  package var explanation: String?

  init(_ kind: Kind, _ subject: String, mock: String? = nil, document: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.mock = mock
    self.document = document
  }

  fileprivate var line: String {
    let sides = kind == .changed ? ": the mock has \(mock ?? "nothing"), the document \(document ?? "nothing")" : ""
    return "\(kind.rawValue): \(subject)\(sides)\n"
  }

  fileprivate var json: JSONOutput {
    [
      "kind": .string(kind.rawValue), "subject": .string(subject), "mock": .optional(mock), "document": .optional(document),
      "explanation": .optional(explanation),
    ]
  }
}
