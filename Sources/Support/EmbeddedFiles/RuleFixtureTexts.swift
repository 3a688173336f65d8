internal import CFixtures

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
