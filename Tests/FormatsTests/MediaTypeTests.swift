import Testing

@testable import Formats

@Suite("Content types", .timeLimit(.minutes(15)))
struct MediaTypeTests {
  @Test(
    "A content type is taken apart",
    arguments: [
      ("application/json", "application/json", []), ("Application/JSON; Charset=\"UTF-8\"", "application/json", ["charset=UTF-8"]),
      (" image/svg+xml ;a=b;c=\"d;\\\"e\\\\\" ; ", "image/svg+xml", ["a=b", "c=d;\"e\\"]), ("a/b;;x=;y=\"\"", "a/b", ["x=", "y="]),
      ("multipart/form-data; boundary=----=_Part:1/2?(3)", "multipart/form-data", ["boundary=----=_Part:1/2?(3)"]),
    ] as [(String, String, [String])])
  func parts(text: String, essence: String, parameters: [String]) throws {
    let type = try MediaType(parsing: text)
    #expect(type.essence == essence)
    #expect(type.parameters.map { "\($0.name)=\($0.value)" } == parameters)
  }

  @Test(
    "A wrong content type is refused where it goes wrong",
    arguments: [
      ("", 0, "expected a media type such as image/png but found the end of the text"),
      ("json", 4, "expected '/' after the type but found the end of the text"),
      ("a/", 2, "expected a media type such as image/png but found the end of the text"),
      ("a/b c", 4, "expected ';' or the end but found 'c'"),
      ("a/b; x", 6, "expected '=' after 'x' but found the end of the text"), ("a/b; =x", 5, "expected a parameter name but found '='"),
      ("a/b; x=\"y", 9, "expected '\"' to end the quoted value but found the end of the text"),
      ("a/b; x=y z", 9, "expected ';' or the end but found 'z'"),
      ("a/b; x=1; X=2", 10, "expected each parameter once but found 'x' again"), ("a/b, c/d", 3, "expected ';' or the end but found ','"),
    ])
  func refused(text: String, offset: Int, message: String) {
    #expect(throws: SyntaxError(offset: offset, message: message)) { try MediaType(parsing: text) }
  }

  @Test(
    "A boundary is taken as it stands in the quotes",
    arguments: [
      ("x", "x"), ("\"a b\"", "a b"), ("----x", "----x"), ("\"----x\"", "----x"), ("'x'", "'x'"),
      (String(repeating: "x", count: 70), String(repeating: "x", count: 70)),
    ])
  func boundaries(parameter: String, boundary: String) throws {
    let type = try MediaType(parsing: "multipart/form-data; charset=utf-8; Boundary=\(parameter)")
    #expect(try type.boundary() == Array(boundary.utf8))
    let body = MultipartSample.body("--\(boundary)\nContent-Disposition: form-data; name=a\n\n1\n--\(boundary)--")
    #expect(MultipartSample.summary(try MultipartForm(parsing: body, contentType: type)) == ["a=1"])
  }

  @Test(
    "A content type that gives no boundary is refused",
    arguments: [
      ("application/json", .notFormData, "expected the content type multipart/form-data but found application/json"),
      ("multipart/mixed; boundary=x", .notFormData, "expected the content type multipart/form-data but found multipart/mixed"),
      ("multipart/form-data", .missingBoundary, "expected a boundary parameter in the content type multipart/form-data but found none"),
      ("multipart/form-data; boundary=", .badBoundary, "expected a boundary of 1 to 70 bytes but found 0"),
      ("multipart/form-data; boundary=\"\"", .badBoundary, "expected a boundary of 1 to 70 bytes but found 0"),
      (
        "multipart/form-data; boundary=\(String(repeating: "x", count: 71))", .badBoundary,
        "expected a boundary of 1 to 70 bytes but found 71"
      ),
      ("multipart/form-data; boundary=\"a\r\nb\"", .badBoundary, "expected a boundary without line breaks and NUL"),
    ] as [(String, MultipartError.Kind, String)])
  func noBoundary(text: String, kind: MultipartError.Kind, message: String) throws {
    let type = try MediaType(parsing: text)
    #expect(throws: MultipartError(kind, at: 0, message)) { try type.boundary() }
    #expect(throws: MultipartError(kind, at: 0, message)) { try MultipartForm(parsing: [], contentType: type) }
  }
}
