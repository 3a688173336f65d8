internal import Formats

/// One value of an OpenAPI document, YAML or JSON, and the line it stands on.
struct DocumentNode: Sendable {
  private let node: YAMLNode

  private init(_ node: YAMLNode) { self.node = node }

  var line: Int { node.position.line }

  /// The text as written: `1:1`, `2026-06-19` and `null` are texts.
  var text: String? { if case .scalar(let text, _) = node.content { text } else { nil } }

  var elements: [DocumentNode] { node.elements?.map(DocumentNode.init) ?? [] }

  var members: [(key: String, value: DocumentNode)] { node.members?.map { ($0.key, DocumentNode($0.value)) } ?? [] }

  subscript(key: String) -> DocumentNode? { node.members?.first { $0.key == key }.map { DocumentNode($0.value) } }
}

extension DocumentNode {
  /// Reads a whole document, however large; a byte order mark before it is passed over.
  ///
  /// - Throws: when it is no YAML, with line and column.
  init(parsing bytes: [UInt8]) throws(DocumentError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    // Far more than any document has.
    let options = YAMLOptions(deepestNesting: 200, mostValues: 10_000_000, isLenient: true)
    var repeatedKeys = ProblemList()
    let root: YAMLNode?
    do throws(YAMLReadingError) { root = try YAMLText.compose(text, options, &repeatedKeys) } catch {
      throw DocumentError(error, options)
    }
    guard let root else { throw DocumentError("the file is empty; write an OpenAPI document") }
    self.init(root)
  }
}

/// Why a file is no OpenAPI document that can be compared.
package struct DocumentError: Error, Sendable, Equatable, CustomStringConvertible {
  let message: String
  let line: Int?
  let column: Int?

  init(_ message: String, line: Int? = nil, column: Int? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// `4:14: …` where the position is known.
  package var description: String { line.map { "\($0):\(column ?? 1): \(message)" } ?? message }
}

extension DocumentError {
  fileprivate init(_ error: YAMLReadingError, _ options: YAMLOptions) {
    let message =
      switch error.cause {
      case .failure(let failure): "this is not YAML or JSON: \(failure.problem)"
      case .nesting: "this is nested more than \(options.deepestNesting) levels deep"
      case .undefinedAlias(let name): "there is no anchor &\(name)"
      case .other: error.problem.message
      }
    self.init(message, line: error.problem.position.line, column: error.problem.position.column)
  }
}
