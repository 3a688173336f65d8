import Support
import TestSupport
import Testing

@testable import Formats

@Suite("JSON that is written", .timeLimit(.minutes(15)))
struct JSONOutputTests {
  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("Members come in the given order, without spaces")
  func compact() {
    let value = JSONOutput.object([
      ("z", .int(-1)), ("a", .array([.null, .bool(true), .bool(false)])), ("b64_json", .ascii(Array("iVBORw0=".utf8))),
      ("e", .object([])), ("f", .array([])), ("g", .number(lexeme: "1.50")), ("h\"", .string("a/b")),
    ])
    let written = #"{"z":-1,"a":[null,true,false],"b64_json":"iVBORw0=","e":{},"f":[],"g":1.50,"h\"":"a/b"}"#
    #expect(Self.text(value.serialized()) == written)
  }

  @Test("Indented text is what JSON.stringify gives")
  func indented() {
    let value = JSONOutput.object([("a", .array([.int(1), .object([("b", .null)])])), ("c", .object([])), ("d", .array([]))])
    let written = """
      {
        "a": [
          1,
          {
            "b": null
          }
        ],
        "c": {},
        "d": []
      }
      """
    #expect(Self.text(value.serialized(indent: 2)) == written)
    #expect(value.serialized(indent: 0) == value.serialized())
  }

  @Test(
    "Strings are escaped as JSON.stringify does",
    arguments: [
      ("a/b", "a/b"), ("\"", "\\\""), ("\\", "\\\\"), ("\u{8}\u{9}\u{A}\u{C}\u{D}", "\\b\\t\\n\\f\\r"), ("\0\u{1f}", "\\u0000\\u001f"),
      ("\u{b}", "\\u000b"), ("\u{7f}é😀\u{2028}", "\u{7f}é😀\u{2028}"), ("", ""),
    ])
  func escapes(text: String, written: String) {
    #expect(Self.text(JSONOutput.string(text).serialized()) == "\"\(written)\"")
  }

  @Test(
    "Numbers are printed as JavaScript prints them",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (0.04, "0.04"), (100, "100"), (123_456, "123456"),
      (0.1 + 0.2, "0.30000000000000004"),
      (0.000001, "0.000001"), (0.0000001, "1e-7"), (1.5e-7, "1.5e-7"), (0.00012, "0.00012"), (1e16, "10000000000000000"),
      (1e20, "100000000000000000000"), (123e18, "123000000000000000000"), (1e21, "1e+21"), (1.25e21, "1.25e+21"), (-1e21, "-1e+21"),
      (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e+308"), (.infinity, "null"), (.nan, "null"),
      (1234.5678, "1234.5678"),
    ])
  func numbers(value: Double, written: String) {
    #expect(Self.text(JSONOutput.double(value).serialized()) == written)
  }

  @Test("What is written is read back the same")
  func roundTrip() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let written = Self.randomValue(depth: 4, &generator).serialized()
      let document = try JSONDocument(parsing: written)
      #expect(document.output(of: document.root).serialized() == written)
      let indented = try JSONDocument(parsing: document.output(of: document.root).serialized(indent: 3))
      #expect(indented.output(of: indented.root).serialized() == written)
    }
  }

  static func randomValue(depth: Int, _ generator: inout SplitMix64) -> JSONOutput {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .int(Int(truncatingIfNeeded: generator.next()))
    case 3: return .double(Double.random(in: -1e6...1e6, using: &generator))
    case 4: return .ascii([0x41, 0x42])
    case 5: return .string(randomText(&generator))
    case 6: return .array((0..<3).map { _ in randomValue(depth: depth - 1, &generator) })
    default: return .object((0..<3).map { _ in (randomText(&generator), randomValue(depth: depth - 1, &generator)) })
    }
  }

  static func randomText(_ generator: inout SplitMix64) -> String {
    let scalars = (0..<Int.random(in: 0..<70, using: &generator)).compactMap { _ in
      UnicodeScalar(UInt32.random(in: 0...(Bool.random(using: &generator) ? 0x7F : 0x1FFFF), using: &generator))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
