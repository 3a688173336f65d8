import Support
import TestSupport
import Testing

@testable import Formats

@Suite("Forms with peculiarities", .timeLimit(.minutes(15)))
struct MultipartQuirkTests {
  static let one = "Content-Disposition: form-data; name=\"a\""

  @Test(
    "A peculiar form is read",
    arguments: [
      ("--b--", []), ("--b--\n", []), ("preamble\n--b\n\(one)\n\n1\n--b--\nepilogue\n--b\nx", ["a=1"]),
      ("\n--b\n\(one)\n\n1\n--b--", ["a=1"]),
      ("--b \t\n\(one)\n\n1\n--b\t\n\(one)\n\n2\n--b-- \t\n", ["a=1", "a=2"]), ("--b\n\(one)\n\n\n--b--", ["a="]),
      ("--b\n\(one)\n\n--b--", ["a="]),
      ("--b\n\(one)\n\n\n\n--b--", ["a=\r\n"]), ("--b\n\(one)\n\n--bX\n--b--X\n --b\n-b\n--b--", ["a=--bX\r\n--b--X\r\n --b\r\n-b"]),
      ("--b\n\(one)\n\nx--b--\n--b--", ["a=x--b--"]), ("--bX\n--b\n\(one)\n\n1\n--b--", ["a=1"]),
      ("--b\ncontent-disposition:FORM-DATA;NAME=a;FileName=\"x\"\nCONTENT-TYPE:text/plain\n\n1\n--b--", ["a@x[text/plain]=1"]),
      (
        "--b\n\(one)\nContent-Type: multipart/mixed; boundary=c\n\n--c\nX: y\n\n1\n--c--\n--b--",
        ["a[multipart/mixed; boundary=c]=--c\r\nX: y\r\n\r\n1\r\n--c--"]
      ),
      ("--b\n\(one)\nContent-Transfer-Encoding: 8bit\n\n1\n--b--", ["a=1"]),
      ("--b\n\(one)\nContent-Transfer-Encoding: BINARY\n\n1\n--b--", ["a=1"]),
      ("--b\n\(one)\nX-Empty:\n\n1\n--b--", ["a=1"]), ("--b\n\(one);\n\n1\n--b--", ["a=1"]),
      ("--b\nContent-Disposition: form-data; name=\"\"\n\n1\n--b--", ["=1"]),
    ] as [(String, [String])])
  func peculiar(text: String, parts: [String]) throws {
    #expect(MultipartSample.summary(try MultipartSample.parse(MultipartSample.body(text), boundary: "b")) == parts)
  }

  @Test(
    "Names are read as browsers, busboy and Go write and read them",
    arguments: [
      (#"filename="a%22b.png""#, "a%22b.png"), (#"filename="a\"b\\c\d.png""#, #"a"b\c\d.png"#),
      (#"filename="C:\dir\x.png""#, #"C:\dir\x.png"#),
      (#"filename="/home/x/a.png""#, "/home/x/a.png"), (#"filename="a;b=c.png""#, "a;b=c.png"), ("filename=\"그림 😀.png\"", "그림 😀.png"),
      ("filename=plain.png", "plain.png"), (#"filename="""#, ""), ("filename=", ""), ("filename*=UTF-8''%e2%82%ac%20x.png", "€ x.png"),
      ("filename*=utf-8'en'a.png", "a.png"), ("filename*=iso-8859-1''%e9.png", "é.png"), ("filename=\"x\"; filename*=UTF-8''y", "y"),
      ("filename*=UTF-8''y; filename=\"x\"", "y"), (#"filename="a\""# + "\"", "a\""),
    ])
  func filenames(parameter: String, filename: String) throws {
    let text = "--b\nContent-Disposition: form-data; name=\"a\"; \(parameter)\n\n1\n--b--"
    let part = try #require(try MultipartSample.parse(MultipartSample.body(text), boundary: "b").parts.first)
    #expect(part.filename == filename)
    #expect(part.isFile == !filename.isEmpty)
  }

  @Test("A part says where it begins, where its data stands, and keeps its headers in order")
  func offsets() throws {
    let text = "x\n--b\nX-A: 1\n\(Self.one)\nx-a:2\n\ndata\n--b\n\(Self.one); filename=\"f\"\n\n\n--b--"
    let form = try MultipartSample.parse(MultipartSample.body(text), boundary: "b")
    #expect(form.parts.map(\.offset) == [3, 73])
    #expect(form.parts.map(\.body) == [67..<71, 136..<136])
    #expect(form.parts[0].headers.map { "\($0.name)=\($0.value)" } == ["X-A=1", "Content-Disposition=form-data; name=\"a\"", "x-a=2"])
    #expect(form.parts.map(\.isFile) == [false, true])
    #expect(form.parts.filter { $0.name == "a" }.count == 2)
    #expect(!form.parts.contains { $0.name == "A" })
  }

  @Test("Data is kept byte for byte, whatever it is")
  func binaryData() throws {
    var generator = SplitMix64(seed: 11)
    let alphabet = Array("\r\n--b\0ÿ".utf8)
    for _ in 0..<2_000 {
      let data = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let head = MultipartSample.body("--bound\n\(Self.one)\n\n")
      let form = try MultipartSample.parse(head + data + Array("\r\n--bound--".utf8), boundary: "bound")
      #expect(Array(form.bytes[form.parts[0].body]) == data)
    }
  }

  @Test(
    "A delimiter is found at every distance, whatever the length of the boundary",
    arguments: [1, 2, 3, 10, 40, 70])
  func distances(length: Int) throws {
    let boundary = String(repeating: "-b", count: 35).prefix(length)
    for distance in 0..<160 {
      let data = String(repeating: "-b", count: distance)
      let form = try MultipartSample.parse(
        MultipartSample.body("--\(boundary)\n\(Self.one)\n\n\(data)\n--\(boundary)--"), boundary: String(boundary))
      #expect(form.text(of: form.parts[0]) == data)
    }
  }
}
