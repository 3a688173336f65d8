internal import Yams

/// Why a text is not YAML at all: nothing else can be said of it then.
package struct ScriptFailure: Error, Sendable, Equatable {
  package let problem: ScriptProblem

  init(_ place: ScriptPlace, _ message: String) { problem = ScriptProblem(place: place, message: message) }

  init(line: Int, column: Int, _ message: String) { self.init(ScriptPlace(line: line, column: column), message) }

  /// The place as an offset into bytes of which those before it are UTF-8.
  init(_ bytes: [UInt8], at offset: Int, _ message: String) {
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    self.init(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1, message)
  }

  static func tooDeep(_ place: ScriptPlace) -> ScriptFailure {
    ScriptFailure(place, "this is nested more than \(YAMLText.deepestNesting) levels deep; write it flatter")
  }

  /// The parser's own words and place.
  init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self = Self.parser(context?.text, problem, ScriptPlace(mark))
    case .reader(let problem, let offset, _, let yaml):
      self.init(Array(yaml.prefix(offset ?? 0).utf8), "this is not YAML: \(problem); take the character out")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      self.init(ScriptPlace(context.mark), "\(names) stands more than once in this mapping; keep one")
    case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      self.init(line: 1, column: 1, "this is not YAML: \(error)")
    }
  }

  /// The end of such bytes.
  private init(_ bytes: [UInt8], _ message: String) { self.init(bytes, at: bytes.count, message) }

  private static func parser(_ context: String?, _ problem: String, _ place: ScriptPlace) -> ScriptFailure {
    if problem.contains("nesting level") || context?.contains("nesting level") == true { return tooDeep(place) }
    if problem == "but found another document" {
      return ScriptFailure(place, "a second document begins here; write one scenario to a file")
    }
    let words = [context, problem].compactMap(\.self).joined(separator: ": ")
    return ScriptFailure(place, "this is not YAML: \(words); check indentation and quotes")
  }
}
