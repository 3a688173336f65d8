internal import CFixtures

/// The images of `fixtures/images`, carried by the binary and served under `/fixtures/`.
package enum FixtureImages {
  /// The file names, sorted.
  package static let names: [String] = {
    var names: [String] = []
    while let name = unsafe fixture_file_at(names.count).name { unsafe names.append(String(cString: name)) }
    return names
  }()

  /// Returns the bytes of the file of that name; nil when there is none.
  package static func bytes(named name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let file = unsafe fixture_file_at(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}

/// The files of `fixtures/rules`, carried by the binary; none is read before it is asked for.
package enum RuleFixtureTexts {
  /// The names of the files, `RULE/NAME.json`, sorted.
  package static var files: [String] {
    let names = unsafe UnsafeRawBufferPointer(start: rule_fixture_names(), count: rule_fixture_names_size())
    return unsafe names.split(separator: 0).map { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Each file as `RULE/NAME.json` with its bytes, sorted by name.
  package static var all: [(file: String, bytes: [UInt8])] {
    let texts = unsafe UnsafeRawBufferPointer(start: rule_fixture_texts(), count: rule_fixture_texts_size())
    return unsafe zip(files, texts.split(separator: 0)).map { unsafe ($0, Array($1)) }
  }
}

/// The files of `scenarios/`, carried by the binary.
package enum ScenarioTexts {
  /// Each text with the name that it has for itself, in the order of the files.
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
