import Support
import TestSupport
import Testing

@testable import Formats

@Suite("Base64", .timeLimit(.minutes(15)))
struct Base64Tests {
  static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// A slow encoder by the letter of RFC 4648: bits in a row, six at a time.
  static func reference(_ bytes: [UInt8]) -> [UInt8] {
    var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    while bits.count % 6 != 0 { bits.append(0) }
    var text = stride(from: 0, to: bits.count, by: 6).map { alphabet[Int(bits[$0..<$0 + 6].reduce(0) { $0 << 1 | $1 })] }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return text
  }

  static func random(_ count: Int, seed: UInt64) -> [UInt8] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  static func failure(_ text: String) -> SyntaxError? {
    do {
      _ = try Base64.decode(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("Every length is encoded as the reference does and decoded back", arguments: 0...200)
  func lengths(count: Int) throws {
    let bytes = Self.random(count, seed: UInt64(count))
    let text = Self.reference(bytes)
    #expect(Base64.encode(bytes) == text)
    #expect(try Base64.decode(text) == bytes)
    let unpadded = Array(text.prefix { $0 != UInt8(ascii: "=") })
    #expect(try Base64.decode(unpadded) == bytes)
    let urlSafe = text.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }
    #expect(try Base64.decode(urlSafe) == bytes)
    let offset = Array("xx".utf8)
    #expect(try Base64.decode(offset + text + offset, in: 2..<2 + text.count) == bytes)
  }

  @Test("White space is ignored wherever it stands", arguments: [0, 1, 2, 3, 31, 32, 33, 64, 97, 98, 100])
  func whitespaceAnywhere(count: Int) throws {
    let bytes = Self.random(count, seed: 7)
    let text = Self.reference(bytes)
    for offset in 0...text.count {
      for space in [" ", "\r\n", "\t", "\n"] {
        #expect(try Base64.decode(Array(text[..<offset]) + Array(space.utf8) + Array(text[offset...])) == bytes)
      }
    }
  }

  @Test("Lines of any width are put together", arguments: [1, 2, 3, 4, 5, 30, 31, 32, 33, 63, 64, 65, 76])
  func lines(width: Int) throws {
    let bytes = Self.random(1_000, seed: 9)
    let text = Self.reference(bytes)
    var broken: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: width) {
      broken += text[start..<min(start + width, text.count)]
      broken += [0x0D, 0x0A]
    }
    #expect(try Base64.decode(broken) == bytes)
  }

  @Test(
    "Lenient forms are taken",
    arguments: [
      ("", ""), (" \n", ""), ("QQ==", "A"), ("QQ=", "A"), ("QQ", "A"), ("QR==", "A"), ("QUI=", "AB"), ("QUI", "AB"), ("Q U\nI =\r\n", "AB"),
      ("QQ = = ", "A"), ("-_+/", "\u{fb}\u{ff}\u{bf}"), ("QUJD\n", "ABC"),
    ])
  func lenient(text: String, decoded: String) throws {
    let expected = decoded.unicodeScalars.map { UInt8($0.value) }
    #expect(try Base64.decode(Array(text.utf8)) == expected)
  }

  @Test(
    "Other characters are refused where they stand",
    arguments: [
      ("!", 0, "expected a base64 character but found '!'"), ("QUJD!", 4, "expected a base64 character but found '!'"),
      ("QU.D", 2, "expected a base64 character but found '.'"), ("QUJDé", 4, "expected a base64 character but found 'é'"),
      ("QUJD\0", 4, "expected a base64 character but found the control character 0x00"),
      ("data:image/png;base64,QQ==", 4, "expected a base64 character but found ':'"),
      ("=", 0, "expected a base64 character or the end but found '='"),
      ("QUJD=", 4, "expected a base64 character or the end but found '='"),
      ("Q===", 1, "expected a base64 character but found '='"), ("Q", 1, "expected another base64 character but found the end of the text"),
      ("QUJDQ\n", 6, "expected another base64 character but found the end of the text"),
      ("QQ===", 4, "expected nothing but whitespace after the padding but found '='"),
      ("QUI==", 4, "expected nothing but whitespace after the padding but found '='"),
      ("QQ==QQ==", 4, "expected nothing but whitespace after the padding but found 'Q'"),
      ("QQ= x", 4, "expected nothing but whitespace after the padding but found 'x'"),
    ])
  func refused(text: String, offset: Int, message: String) {
    #expect(Self.failure(text) == SyntaxError(offset: offset, message: message))
  }

  @Test("A wrong character is found at every offset of a long text", arguments: 0..<136)
  func wrongAnywhere(offset: Int) {
    var text = Self.reference(Self.random(102, seed: 3))
    text[offset] = UInt8(ascii: "*")
    #expect(throws: SyntaxError(offset: offset + 1, message: "expected a base64 character but found '*'")) {
      try Base64.decode([0x20] + text, in: 1..<137)
    }
  }

  @Test("Mutated texts decode to what the characters alone give, or are refused inside of their bounds")
  func mutated() {
    var mutator = Mutator(seed: 2)
    let sample = Self.reference(Self.random(100, seed: 4))
    for _ in 0..<20_000 {
      let text = mutator.mutated(sample, with: Array("=-_ \n!A".utf8))
      do {
        let bytes = try Base64.decode(text)
        let sextets = text.filter { Base64Alphabet.sextets[Int($0)] != 0xFF }.count
        #expect(bytes.count == sextets * 6 / 8, "\(text)")
      } catch {
        #expect(0...text.count ~= error.offset, "\(text)")
      }
    }
  }
}
