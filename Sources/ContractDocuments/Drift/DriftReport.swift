package import Contract
internal import Formats

/// What an API's OpenAPI document and the mock's contract differ in.
package struct DriftReport: Sendable {
  package let api: API
  /// All of them, those that are meant with their explanation.
  package let differences: [Difference]

  /// Compares every endpoint that is served with what the document says of it.
  ///
  /// - Throws: when the text is no OpenAPI document, or has none of the API's endpoints.
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
    let departures = KnownDeviation.all(of: api)
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

  /// Those that nothing explains.
  package var drift: [Difference] { differences.filter { $0.explanation == nil } }
}

extension DocumentReader {
  fileprivate var paths: [String] { root["paths"]?.members.map(\.key) ?? [] }
}
