import Testing

@testable import Formats

/// The error that ends the text.
func error(in bytes: [UInt8]) -> YAMLFailure? {
  var parser = YAMLParser(bytes)
  do throws(YAMLFailure) {
    while try parser.next().content != .streamEnd {}
    return nil
  } catch {
    return error
  }
}

@Suite("Failures of YAML", .timeLimit(.minutes(15)))
struct FailureTests {
  @Test(
    "What is no YAML has its position, and libyaml's words",
    arguments: [
      ("a: [1\nb: 2", "2:2 while parsing a flow sequence: did not find expected ',' or ']'"),
      ("a: b: c", "1:5 mapping values are not allowed in this context"),
      ("a:\n\t- b", "2:1 while scanning for the next token: found character that cannot start any token"),
      ("- 해\n- \"해", "2:5 while scanning a quoted scalar: found unexpected end of stream"),
      ("é: *", "1:5 while scanning an alias: did not find expected alphabetic or numeric character"),
      ("%YAML 3.0\n--- a", "1:1 found incompatible YAML document"),
      ("\"\\ud800\"", "1:4 while parsing a quoted scalar: found invalid Unicode character escape code"),
    ])
  func grammar(text: String, expected: String) throws {
    let failure = try #require(error(in: Array(text.utf8)))
    #expect(failure.written == expected)
    #expect(failure.kind == .grammar)
  }

  @Test(
    "A character that may stand nowhere has its position",
    arguments: [
      (Array("a: é\nb: é\u{0}".utf8), "2:5 control characters are not allowed"),
      (Array("\u{7}".utf8), "1:1 control characters are not allowed"),
      (Array("a\rb\r\nc\u{85}d\u{2028}e\u{7}".utf8), "5:2 control characters are not allowed"),
      (Array("a\n\n해".utf8) + [0xFF], "3:2 invalid leading UTF-8 octet"),
      (Array("a: ".utf8) + [0xC3], "1:4 incomplete UTF-8 octet sequence"),
    ])
  func characters(bytes: [UInt8], expected: String) throws {
    let failure = try #require(error(in: bytes))
    #expect(failure.written == expected)
    #expect(failure.kind == .character)
  }

  @Test("After an error there is only this error")
  func again() {
    var parser = YAMLParser(Array("a: ]".utf8))
    var failures: [YAMLFailure] = []
    for _ in 0..<8 {
      do throws(YAMLFailure) { _ = try parser.next() } catch { failures.append(error) }
    }
    #expect(failures.count >= 4)
    #expect(Set(failures.map(\.written)).count == 1)
  }

  @Test("A text with changed bytes is read or refused", arguments: 0..<500 as Range<UInt64>)
  func changed(seed: UInt64) {
    let text = "%TAG !e! x:\n--- # é\na: &a [\"b\\n\", 'c', !e!f d]\n? e\n: |+\n  해\n\n\"f\": { g: *a }\n- h: >2-\n  i\n...\n"
    let bytes = changed(Array(text.utf8), seed)
    if let failure = error(in: bytes) { #expect(failure.position.line <= bytes.count + 1) }
  }

  /// The bytes after three changes, the same ones for the same seed.
  private func changed(_ bytes: [UInt8], _ seed: UInt64) -> [UInt8] {
    let signs = Array("[]{}:-?*&!|>%@'\" \t\n#,".utf8)
    var (bytes, state) = (bytes, seed)
    func next(below bound: Int) -> Int {
      // Knuth's MMIX.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<3 {
      let offset = next(below: bytes.count)
      switch next(below: 4) {
      case 0: bytes[offset] = UInt8(next(below: 256))
      case 1: bytes[offset] = signs[next(below: signs.count)]
      case 2: bytes.insert(bytes[next(below: bytes.count)], at: offset)
      default: bytes.remove(at: offset)
      }
    }
    return bytes
  }
}

extension YAMLFailure {
  fileprivate var written: String {
    "\(position.line):\(position.column) " + [context, problem].compactMap(\.self).joined(separator: ": ")
  }
}
