import TestSupport
import Testing

@testable import Formats

@Suite("Bodies that are no form", .timeLimit(.minutes(15)))
struct MultipartRefusalTests {
  static let one = "Content-Disposition: form-data; name=\"a\""

  @Test(
    "A defect is named, with its offset",
    arguments: [
      ("", .noDelimiter, 0, "expected a line \"--b\" but found an empty body"),
      ("{\"a\":1}", .noDelimiter, 0, "expected a line \"--b\" but found none; the body begins with \"{\"a\":1}\""),
      ("--other\nx", .noDelimiter, 0, "expected a line \"--b\" but found none; the body begins with \"--other\""),
      ("x--b\n", .noDelimiter, 0, "expected a line \"--b\" but found none; the body begins with \"x--b\""),
      ("--b", .noDelimiter, 0, "expected a line \"--b\" but found none; the body begins with \"--b\""),
      (
        "--b\n\(one)\n\n1", .missingClosingDelimiter, 50,
        "expected the closing delimiter \"--b--\" but found the end of the body inside of part 1"
      ),
      (
        "--b\n\(one)\n\n1\n--b\n\(one)\n\n2\n--b-", .missingClosingDelimiter, 108,
        "expected the closing delimiter \"--b--\" but found the end of the body inside of part 2"
      ),
      (
        "--b\n\(one)\n\n1\n--b", .missingClosingDelimiter, 55,
        "expected the closing delimiter \"--b--\" but found the end of the body inside of part 1"
      ),
      ("--b\n\(one)", .missingHeaderEnd, 45, "expected an empty line after the part's headers but found the end of the body"),
      ("--b\n", .missingHeaderEnd, 5, "expected an empty line after the part's headers but found the end of the body"),
      ("--b\n\(one)\n--b--", .missingHeaderEnd, 47, "expected an empty line after the part's headers but found a delimiter"),
      ("--b\n--b--", .missingHeaderEnd, 5, "expected an empty line after the part's headers but found a delimiter"),
      ("--b\n\n1\n--b--", .missingDisposition, 0, "expected a Content-Disposition header in the part but found none"),
      ("--b\nX: y\n\n1\n--b--", .missingDisposition, 0, "expected a Content-Disposition header in the part but found none"),
      (
        "--b\nContent-Disposition: attachment; name=\"a\"\n\n1\n--b--", .wrongDisposition, 26,
        "expected the disposition 'form-data' but found 'attachment'"
      ),
      (
        "--b\nContent-Disposition:\n\n1\n--b--", .wrongDisposition, 25, "expected the disposition 'form-data' but found the end of the text"
      ),
      ("--b\nContent-Disposition: form-data\n\n1\n--b--", .missingName, 5, "expected a name in Content-Disposition but found none"),
      (
        "--b\nContent-Disposition: form-data; filename=\"x\"\n\n1\n--b--", .missingName, 5,
        "expected a name in Content-Disposition but found none"
      ),
      (
        "--b\nContent-Disposition: form-data; name=\"a\n\n1\n--b--", .malformedDisposition, 44,
        "Content-Disposition: expected '\"' to end the quoted value but found the end of the text"
      ),
      (
        "--b\n\(one); name=\"c\"\n\n1\n--b--", .malformedDisposition, 47,
        "Content-Disposition: expected each parameter once but found 'name' again"
      ),
      (
        "--b\nContent-Disposition: form-data; name=\"a\"b\"\n\n1\n--b--", .malformedDisposition, 45,
        "Content-Disposition: expected ';' or the end but found 'b'"
      ),
      (
        "--b\nContent-Disposition: form-data; name\n\n1\n--b--", .malformedDisposition, 41,
        "Content-Disposition: expected '=' after 'name' but found the end of the text"
      ),
      (
        "--b\nContent-Disposition: form-data name=a\n\n1\n--b--", .malformedDisposition, 36,
        "Content-Disposition: expected ';' or the end but found 'n'"
      ),
      (
        "--b\n\(one); filename*=x.png\n\n1\n--b--", .malformedDisposition, 47,
        "expected filename* in the form UTF-8''percent-encoded but found 'x.png'"
      ),
      ("--b\n\(one)\n\(one)\n\n1\n--b--", .duplicateHeader, 47, "expected one Content-Disposition but found two"),
      ("--b\nno colon\n\n1\n--b--", .malformedHeader, 5, "expected ':' in the header line but found none"),
      ("--b\n: x\n\n1\n--b--", .malformedHeader, 5, "expected a header name but found ':'"),
      ("--b\nX y: z\n\n1\n--b--", .malformedHeader, 6, "expected a header name but found a space"),
      ("--b\nX: y\rz\n\n1\n--b--", .malformedHeader, 10, "expected a line feed after the carriage return but found 'z'"),
      ("--b\n\(one);\n filename=\"x\"\n\n1\n--b--", .foldedHeader, 48, "expected each header on one line but found a continuation line"),
      (
        "--b\n\(one)\nContent-Transfer-Encoding: base64\n\nMQ==\n--b--", .transferEncoding, 74,
        "expected part data as it is (7bit, 8bit or binary) but found the transfer encoding 'base64'"
      ),
      (
        "--b\n\(one)\nContent-Transfer-Encoding: quoted-printable\n\n1\n--b--", .transferEncoding, 74,
        "expected part data as it is (7bit, 8bit or binary) but found the transfer encoding 'quoted-printable'"
      ),
    ] as [(String, MultipartError.Kind, Int, String)])
  func defects(text: String, kind: MultipartError.Kind, offset: Int, message: String) {
    #expect(MultipartSample.failure(MultipartSample.body(text)) == MultipartError(kind, at: offset, message))
  }

  @Test(
    "Line feeds alone are named as such",
    arguments: [
      ("--b\n\(one)\n\n1\n--b--\n", 3), ("x\n--b\n\(one)\n\n1\n--b--", 1), ("--b\r\n\(one)\n\n1\n--b--\n", 45),
      ("--b\r\n\(one)\r\n\r\n1\n--b--\n", 50),
      ("--b\r\n\(one)\r\n\r\n1\r\n--b--\n", 57), ("--b\r\n\(one)\r\n\r\n1\r\n--b\n", 55),
    ])
  func lineFeeds(text: String, offset: Int) {
    let expected = MultipartError(.bareLineFeed, at: offset, "expected lines to end with CR LF but found a line feed alone")
    #expect(MultipartSample.failure(Array(text.utf8)) == expected)
  }

  @Test("Headers of a part are limited to 16 kB, a form to 1,000 parts")
  func limits() {
    func headers(_ count: Int) -> [UInt8] {
      MultipartSample.body("--b\n\(Self.one)\nX: " + String(repeating: "x", count: count - 42 - 5) + "\n\n1\n--b--")
    }
    #expect(MultipartSample.failure(headers(16_384)) == nil)
    let tooLong = MultipartSample.failure(headers(16_385))
    #expect(tooLong == MultipartError(.headersTooLong, at: 5, "expected at most 16384 bytes of headers in a part but found more"))
    func parts(_ count: Int) -> [UInt8] { MultipartSample.body(String(repeating: "--b\n\(Self.one)\n\n1\n", count: count) + "--b--") }
    #expect(MultipartSample.failure(parts(1_000)) == nil)
    #expect(MultipartSample.failure(parts(1_001))?.message == "expected at most 1000 parts but found one more")
    #expect(MultipartSample.failure(parts(1_001))?.offset == 52_000)
  }

  @Test("Mutated forms are read or refused inside of their bounds")
  func mutated() {
    var mutator = Mutator(seed: 6)
    let sample = MultipartSample.body(
      "--b\n\(Self.one)\n\n1\n--b\n\(Self.one); filename=\"f\\\"\"; filename*=UTF-8''%41\nContent-Type: image/png\n\n\u{89}PNG\n--b--\n")
    for _ in 0..<20_000 {
      let bytes = mutator.mutated(sample, with: Array("\r\n-b:;=\"\\ %'*".utf8))
      do {
        let form = try MultipartSample.parse(bytes, boundary: "b")
        for part in form.parts {
          #expect(part.offset < part.body.lowerBound && part.body.upperBound <= bytes.count, "\(bytes)")
          #expect(!bytes[part.body].starts(with: Array("\r\n--b\r\n".utf8)), "\(bytes)")
        }
      } catch {
        #expect(0...bytes.count ~= error.offset, "\(bytes)")
      }
    }
  }
}
