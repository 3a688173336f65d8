import Formats
import Testing

@Suite("Content codings", .timeLimit(.minutes(15)))
struct ContentCodingTests {
  private static let text = Array(String(repeating: "Make the sky pink. ", count: 200).utf8)

  @Test("what was encoded decodes to the same bytes", arguments: ContentCoding.allCases, [0, 1, 3_800])
  func roundTrip(_ coding: ContentCoding, _ count: Int) throws {
    let bytes = Array(Self.text.prefix(count))
    #expect(try coding.decode(coding.encode(bytes), limit: 3_800) == bytes)
  }

  @Test("no more than the limit is decoded, however small the body is", arguments: ContentCoding.allCases)
  func limit(_ coding: ContentCoding) throws {
    let coded = coding.encode([UInt8](repeating: 0x20, count: 1 << 20))
    #expect(coded.count < 2_000)
    #expect(try coding.decode(coded, limit: 1 << 20).count == 1 << 20)
    #expect(throws: ContentCodingError.tooLong(limit: (1 << 20) - 1)) { try coding.decode(coded, limit: (1 << 20) - 1) }
  }

  @Test("gzip members behind each other are one body, together within the limit")
  func members() throws {
    let coded = ContentCoding.gzip.encode(Self.text) + ContentCoding.gzip.encode(Self.text)
    #expect(try ContentCoding.gzip.decode(coded, limit: 7_600) == Self.text + Self.text)
    #expect(throws: ContentCodingError.tooLong(limit: 7_599)) { try ContentCoding.gzip.decode(coded, limit: 7_599) }
  }

  @Test("a body that is cut off anywhere is refused", arguments: ContentCoding.allCases)
  func cutOff(_ coding: ContentCoding) {
    let coded = coding.encode(Self.text)
    for count in coded.indices {
      #expect(throws: ContentCodingError.malformed(coding, offset: 0)) { try coding.decode(Array(coded.prefix(count)), limit: 1 << 16) }
    }
  }

  @Test("what follows the end is refused with its offset", arguments: ContentCoding.allCases)
  func trailing(_ coding: ContentCoding) {
    let coded = coding.encode(Self.text)
    #expect(throws: ContentCodingError.malformed(coding, offset: coded.count)) { try coding.decode(coded + [0], limit: 3_800) }
  }

  @Test("another format is refused, and the error says which was expected")
  func otherFormat() {
    #expect(throws: ContentCodingError.malformed(.deflate, offset: 0)) {
      try ContentCoding.deflate.decode(ContentCoding.gzip.encode(Self.text), limit: 3_800)
    }
    #expect("\(ContentCodingError.malformed(.deflate, offset: 0))" == "byte 0: no zlib, or cut off or damaged")
    #expect("\(ContentCodingError.tooLong(limit: 9))" == "decodes to more than 9 bytes")
  }
}
