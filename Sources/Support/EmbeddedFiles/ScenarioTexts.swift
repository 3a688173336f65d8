internal import CFixtures

/// The files of `scenarios/`, carried by the binary.
package enum ScenarioTexts {
  /// Each text with the name that it gives itself, in the order of the files.
  package static let all: [(name: String, text: String)] = {
    var texts: [(name: String, text: String)] = []
    var rest = unsafe UnsafeRawBufferPointer(start: scenario_texts(), count: scenario_texts_size())
    // Each ends with a zero, and all together with another one.
    while let end = unsafe rest.firstIndex(of: 0), end > 0 {
      let text = unsafe String(decoding: UnsafeRawBufferPointer(rebasing: rest[..<end]), as: UTF8.self)
      texts.append((name(in: text), text))
      unsafe rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
    }
    return texts
  }()

  /// What stands behind `name:`; the test that reads every shipped file proves that it is the scenario's name.
  private static func name(in text: String) -> String {
    var rest = text.utf8[...]
    // Line by line: the name comes early, and each start of the mock asks for all of them.
    while !rest.starts(with: "name: ".utf8) {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return "" }
      rest = rest[end...].dropFirst()
    }
    return String(decoding: rest.dropFirst(6).prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
  }
}
