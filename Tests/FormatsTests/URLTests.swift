import Testing

@testable import Formats

@Suite("URLs and their pieces", .timeLimit(.minutes(15)))
struct URLTests {
  @Test("Percent-encoding is undone, plus signs only in queries")
  func decoding() throws {
    #expect(try PercentEncoding.decode(path: "a%20b+c%2F%c3%A9") == "a b+c/é")
    #expect(try PercentEncoding.decode(query: "a%20b+c%2B") == "a b c+")
    #expect(try PercentEncoding.decode(path: "%FF") == "\u{FFFD}")
  }

  @Test("A percent sign without two digits is refused", arguments: [("%", 1), ("a%4", 3), ("%4g", 2), ("100%", 4), ("%%41", 1)])
  func badDecoding(text: String, offset: Int) {
    let found = Array(text.utf8).span.found(at: offset)
    #expect(throws: SyntaxError(offset: offset, message: "expected two hexadecimal digits after '%' but found \(found)")) {
      try PercentEncoding.decode(path: text)
    }
  }

  @Test(
    "A query is a list of names and values",
    arguments: [
      ("", []), ("a=1&b=2&a=3", ["a=1", "b=2", "a=3"]), ("a", ["a="]), ("a=&=b", ["a=", "=b"]), ("&&a=1&", ["a=1"]), ("a=b=c", ["a=b=c"]),
      ("x%26y=1%3D+2", ["x&y=1= 2"]),
    ])
  func query(text: String, items: [String]) throws {
    let query = try QueryString(parsing: text)
    #expect(query.items.map { "\($0.name)=\($0.value)" } == items)
    #expect(query["a"] == query.values(of: "a").first)
  }

  @Test("A wrong query says where")
  func badQuery() {
    #expect(throws: SyntaxError(offset: 7, message: "expected two hexadecimal digits after '%' but found 'z'")) {
      try QueryString(parsing: "a=1&b=%zz")
    }
  }

  @Test(
    "A URL is split and left as it was",
    arguments: [
      ("http://Example.COM/a/b?c=d#e", "http|example.com|-|/a/b|c=d"), ("HTTPS://h:8443", "https|h|8443||-"), ("http://h?q", "http|h|-||q"),
      ("http://h/?", "http|h|-|/|"), ("http://h:/x", "http|h|-|/x|-"), ("http://[2001:DB8::1]:80/x", "http|2001:db8::1|80|/x|-"),
      ("http://[::1]", "http|::1|-||-"), ("http://127.0.0.1:0/%2e%2e/é", "http|127.0.0.1|0|/%2e%2e/é|-"), ("http://h#f?q", "http|h|-||-"),
      ("http://h/a?b?c", "http|h|-|/a|b?c"),
    ])
  func split(text: String, pieces: String) throws {
    let url = try URLText(parsing: text)
    let port = url.port.map(String.init) ?? "-"
    #expect([url.scheme, url.host, port, url.path, url.query ?? "-"].joined(separator: "|") == pieces)
  }

  @Test(
    "What is no absolute http URL is refused",
    arguments: [
      ("", 0, "expected a URL that begins with 'http://' or 'https://'"),
      ("ftp://x", 0, "expected a URL that begins with 'http://' or 'https://'"),
      ("http:/", 0, "expected a URL that begins with 'http://' or 'https://'"),
      ("/a", 0, "expected a URL that begins with 'http://' or 'https://'"),
      ("http://", 7, "expected a host but found the end of the text"), ("http:///a", 7, "expected a host but found '/'"),
      ("http://:80", 7, "expected a host but found ':'"), ("http://u:p@h/", 10, "expected a host but found a user name before '@'"),
      ("http://h:x", 8, "expected ':' and a port up to 65535 but found ':x'"),
      ("http://h:65536", 8, "expected ':' and a port up to 65535 but found ':65536'"),
      ("http://h:99999999999999999999", 8, "expected ':' and a port up to 65535 but found ':99999999999999999999'"),
      ("http://[::1", 11, "expected ']' after the IPv6 address"), ("http://[x]", 8, "expected ']' after the IPv6 address"),
      ("http://[]", 8, "expected a host but found ']'"), ("http://[::1]x", 12, "expected ':' and a port up to 65535 but found 'x'"),
      ("http://h/a b", 10, "expected a URL but found a space in it"), ("http://h\\@x", 8, "expected a URL but found '\\' in it"),
    ])
  func refused(text: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(offset: offset, message: message)) { try URLText(parsing: text) }
  }

  @Test(
    "A relative path is its decoded names",
    arguments: [("a", ["a"]), ("a/b.png", ["a", "b.png"]), ("%61/c%20d/..x/é", ["a", "c d", "..x", "é"])])
  func relative(text: String, segments: [String]) throws {
    #expect(try RelativePath(decoding: text).segments == segments)
    #expect(try RelativePath(decoding: text).description == segments.joined(separator: "/"))
  }

  @Test(
    "A path that could lead elsewhere is refused",
    arguments: [
      ("", 0, "expected a file name but found an empty path segment"),
      ("/etc/passwd", 0, "expected a file name but found an empty path segment"),
      ("a//b", 2, "expected a file name but found an empty path segment"),
      ("a/", 2, "expected a file name but found an empty path segment"),
      ("a/../b", 2, "expected a file name but found '..'"), ("%2e%2E/b", 0, "expected a file name but found '..'"),
      ("./b", 0, "expected a file name but found '.'"), ("a%2Fb", 0, "expected a file name but found '/' in it"),
      ("x/a%5Cb", 2, "expected a file name but found '\\' in it"), ("a\\b", 0, "expected a file name but found '\\' in it"),
      ("a%00", 0, "expected a file name but found the control character 0x00 in it"),
      ("a%0Ab", 0, "expected a file name but found a line feed (0x0A) in it"),
      ("%FF", 0, "expected a file name in UTF-8 but found other bytes"),
      ("x/%zz", 3, "expected two hexadecimal digits after '%' but found 'z'"),
    ])
  func refusedPath(text: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(offset: offset, message: message)) { try RelativePath(decoding: text) }
  }
}
