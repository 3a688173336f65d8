import Formats
import Foundation
import Scenarios
import Support
import TestSupport
import Testing

@Suite("The JSON Schema of scenario files", .timeLimit(.minutes(15)))
struct SchemaTests {
  private let schema: SchemaEvaluator

  init() throws { schema = try SchemaEvaluator(parsing: ScenarioSchema.text(of: testVocabulary)) }

  @Test("The file that is checked in is the one that the tables give: UPDATE_SCHEMA=1 writes it anew")
  func isCurrent() throws {
    let path = "\(scenariosFolder)/scenario.schema.json"
    if ProcessInfo.processInfo.environment["UPDATE_SCHEMA"] != nil { try writeFile(Array(ScenarioSchema.text.utf8), path) }
    #expect(try String(decoding: readFile(path, limit: 1_000_000), as: UTF8.self) == ScenarioSchema.text)
  }

  @Test("It accepts every shipped scenario", arguments: shippedNames)
  func shipped(name: String) throws {
    let bytes = try readFile("\(scenariosFolder)/\(name).yaml", limit: 1_000_000)
    #expect(try SchemaEvaluator(parsing: ScenarioSchema.text).accepts(parsed(bytes).jsonTree))
  }

  @Test("It accepts what the loader accepts", arguments: goodDocuments)
  func good(text: String) throws { #expect(try accepts(text)) }

  @Test("It refuses what the loader refuses, as far as a schema can", arguments: badDocuments.indices)
  func bad(index: Int) throws {
    let document = badDocuments[index]
    // What is no single YAML document never reaches the schema.
    guard let isAccepted = try? accepts(document.text) else {
      #expect(!document.inSchema)
      return
    }
    #expect(isAccepted == !document.inSchema, "\(document.text)")
  }

  @Test(
    "It refuses the empty values that the faults themselves refuse",
    arguments: [
      ("wrong-content-length: { by: 0 }", false), ("wrong-content-length: { by: -1 }", true), ("slice: { size: 0 }", false),
      ("slice: { size: 0B }", false), ("slice: { size: 1 }", true), ("wrong-content-type: { type: \"\" }", false),
      ("duplicate-headers: { name: \"\" }", false), ("duplicate-headers: { value: \"\" }", true), ("reset: , empty-reply: ", false),
      ("reset: , slice: ", true),
    ])
  func faults(text: String, isRight: Bool) throws {
    let document = Array("name: x\ndescription: A test.\nsteps: [{ fault: { \(text) } }]".utf8)
    #expect(try SchemaEvaluator(parsing: ScenarioSchema.text).accepts(parsed(document).jsonTree) == isRight)
    #expect(problems(ScenarioFile.read(document, name: "x.yaml")).isEmpty == isRight)
  }

  private func accepts(_ text: String) throws -> Bool {
    try schema.accepts(parsed(Array("name: x\ndescription: A test.\n\(text)".utf8)).jsonTree)
  }
}

extension YAMLNode {
  /// The value as an editor sees it: what has no quotes is a number or a boolean where YAML 1.2 says so.
  fileprivate var jsonTree: Any {
    switch content {
    case .list(let elements): elements.map(\.jsonTree)
    case .mapping(let members): Dictionary(members.map { ($0.key, $0.value.jsonTree) }) { $1 }
    case .scalar(let text, let isPlain): isPlain ? Self.jsonTree(plain: text) : text
    }
  }

  private static func jsonTree(plain text: String) -> Any {
    switch text {
    case "~", "null", "": return NSNull()
    case "true", "false": return NSNumber(value: text == "true")
    default:
      let isNumber = text.range(of: "^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$", options: .regularExpression) != nil
      return isNumber ? Double(text).map { NSNumber(value: $0) } ?? text : text
    }
  }
}
