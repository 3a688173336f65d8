import HTTPMessage
import Testing

@testable import FuzzService

@Suite("A request written down", .timeLimit(.minutes(30)))
struct RequestTextTests {
  @Test("Method, target, headers and body are where they stand")
  func whole() {
    let request = RequestText(Array("POST /v1/x?a=b?c\nHost: a\nno colon\nX:  y:z\n\nbody\n\n".utf8)).request
    let headers = HeaderList([HeaderField("Host", "a"), HeaderField("X", "y:z")])
    #expect(request.head == RequestHead(method: "POST", path: "/v1/x", query: "a=b?c", headers: headers))
    #expect(request.body == .complete(Array("body\n\n".utf8)))
  }

  @Test("What is left out is empty", arguments: ["", "GET", "GET \n", "\n\n"])
  func rest(text: String) {
    let request = RequestText(Array(text.utf8)).request
    #expect(["", "GET"].contains(request.head.method) && ["", "/"].contains(request.head.path))
    #expect(request.head.query.isEmpty && request.head.headers.fields.isEmpty && request.body == .complete([]))
  }
}
