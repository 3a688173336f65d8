internal import CFixtures

/// The files of `scenarios/`, carried by the binary.
package enum ScenarioTexts {
  /// Each text with the name that it gives itself, in the order of the files.
  package static let all: [(name: String, text: String)] = {
    let bytes = unsafe UnsafeRawBufferPointer(start: scenario_texts(), count: scenario_texts_size())
    return unsafe bytes.split(separator: 0).map { text in
      let text = unsafe String(decoding: text, as: UTF8.self)
      return (name(in: text), text)
    }
  }()

  /// What stands behind `name:`; the test that reads every shipped file proves that it is the scenario's name.
  private static func name(in text: String) -> String {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    guard let line = lines.first(where: { $0.starts(with: "name: ".utf8) }) else { return "" }
    return String(decoding: line.dropFirst(6).prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
  }
}
