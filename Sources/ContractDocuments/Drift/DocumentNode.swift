internal import Formats

/// One value of an OpenAPI document, YAML or JSON, and the line it stands on.
package struct DocumentNode: Sendable {
  package indirect enum Content: Sendable {
    /// The text as written: `1:1` and `2026-06-19` are texts, as in YAML 1.2.
    case scalar(String)
    case list([DocumentNode])
    case mapping([(key: String, value: DocumentNode)])
  }

  package let content: Content
  package let line: Int

  package var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  package var elements: [DocumentNode] {
    if case .list(let elements) = content { elements } else { [] }
  }

  package var members: [(key: String, value: DocumentNode)] {
    if case .mapping(let members) = content { members } else { [] }
  }

  package subscript(key: String) -> DocumentNode? { members.first { $0.key == key }?.value }
}

extension DocumentNode {
  /// Far more than any document has; a guard against aliases that multiply.
  private static let deepest = 200

  /// Reads a whole document.
  ///
  /// - Throws: when it is no YAML, with line and column.
  package init(parsing bytes: [UInt8]) throws(DocumentError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var composer = Composer(bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes)
    self = try composer.document()
  }

  private struct Composer: ~Copyable {
    private var parser: YAMLParser
    private var anchors: [String: DocumentNode] = [:]

    init(_ bytes: [UInt8]) { parser = YAMLParser(bytes) }

    mutating func document() throws(DocumentError) -> DocumentNode {
      guard try next().content == .documentStart else { throw DocumentError("the file is empty; write an OpenAPI document") }
      return try value(next(), depth: 0)
    }

    private mutating func next() throws(DocumentError) -> YAMLEvent {
      do throws(YAMLFailure) { return try parser.next() } catch {
        throw DocumentError("this is not YAML or JSON: \(error.problem)", line: error.place.line, column: error.place.column)
      }
    }

    private mutating func value(_ event: YAMLEvent, depth: Int) throws(DocumentError) -> DocumentNode {
      let (line, column) = (event.place.line, event.place.column)
      guard depth < DocumentNode.deepest else {
        throw DocumentError("this is nested more than \(DocumentNode.deepest) levels deep", line: line, column: column)
      }
      switch event.content {
      case .scalar(let text, _, let properties): return keep(DocumentNode(content: .scalar(text), line: line), properties)
      case .alias(let name):
        guard let node = anchors[name] else { throw DocumentError("there is no anchor &\(name)", line: line, column: column) }
        return node
      case .sequenceStart(let properties):
        var elements: [DocumentNode] = []
        while true {
          let event = try next()
          if event.content == .sequenceEnd { break }
          elements.append(try value(event, depth: depth + 1))
        }
        return keep(DocumentNode(content: .list(elements), line: line), properties)
      case .mappingStart(let properties):
        var members: [(key: String, value: DocumentNode)] = []
        while true {
          let event = try next()
          if event.content == .mappingEnd { break }
          let key = try value(event, depth: depth + 1)
          members.append((key.text ?? "", try value(next(), depth: depth + 1)))
        }
        return keep(DocumentNode(content: .mapping(members), line: line), properties)
      case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd:
        throw DocumentError("there is no value here", line: line, column: column)
      }
    }

    private mutating func keep(_ node: DocumentNode, _ properties: YAMLProperties) -> DocumentNode {
      if let anchor = properties.anchor { anchors[anchor] = node }
      return node
    }
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

  /// `4:14: …` where there is a place.
  package var description: String { line.map { "\($0):\(column ?? 1): \(message)" } ?? message }
}
