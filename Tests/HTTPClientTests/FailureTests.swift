import HTTPMessage
import TestClient
import Testing

@testable import HTTPClient

@Suite("Why there is no answer", .timeLimit(.minutes(5)))
struct FailureTests {
  /// The error of a GET.
  private func failure(
    _ url: String, timeout: Duration = .seconds(20), bodyLimit: Int = 1 << 20, headers: [HeaderField] = []
  ) -> HTTPClientError? {
    let client = HTTPClient(timeout: timeout, bodyLimit: bodyLimit)
    do throws(HTTPClientError) {
      _ = try client.send(OutgoingRequest(method: "GET", url: url, headers: HeaderList(headers)))
      return nil
    } catch {
      return error
    }
  }

  /// A port where nobody listens any more.
  private func deadPort() throws -> Int { try RawServer().port }

  @Test("nobody listens: the line names the server, and neither path nor query nor a header")
  func refused() throws {
    let port = try deadPort()
    let error = failure("http://127.0.0.1:\(port)/path?key=secret", headers: [HeaderField("authorization", "Bearer secret")])
    #expect(error?.kind == .notConnected)
    let text = error?.description ?? ""
    #expect(text.hasPrefix("http://127.0.0.1:\(port): ") && !text.contains("secret") && !text.contains("path"), "\(text)")
  }

  @Test("a name that nobody has")
  func unresolved() { #expect(failure("http://nobody.invalid/")?.kind == .hostNotResolved) }

  @Test("nothing comes in time")
  func timeout() throws {
    let server = try RawServer()
    #expect(failure("http://127.0.0.1:\(server.port)/", timeout: .milliseconds(30))?.kind == .timedOut)
  }

  @Test("a body of one byte more than is taken is an error, one of as many is not", arguments: ["content-length: 11\r\n", ""])
  func tooLarge(length: String) throws {
    let answer = "HTTP/1.1 200 OK\r\n\(length)\r\nhello world"
    let server = try RawServer(answers: [answer, answer])
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(failure(url, bodyLimit: 11) == nil)
    let error = failure(url, bodyLimit: 10)
    #expect(error?.kind == .bodyTooLarge)
    #expect(error?.description == "http://127.0.0.1:\(server.port): the answer's body has more than 10 bytes")
  }

  @Test(
    "what comes is no whole answer",
    arguments: ["", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nshort", "HTTP/1.1 200 OK\r\ncontent-len"])
  func noAnswer(text: String) throws {
    let server = try RawServer(answers: [text, text])
    let error = failure("http://127.0.0.1:\(server.port)/")
    #expect(error?.kind == .failed, "\(String(describing: error))")
  }

  @Test("a server that speaks no TLS")
  func noTLS() throws {
    let server = try EchoServer()
    #expect(failure(server.url.replacing("http://", with: "https://"))?.kind == .notTrusted)
  }

  @Test(
    "no other protocols, and no user in the URL",
    arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/", "", "x"])
  func badURL(url: String) {
    let error = failure(url)
    #expect(error != nil && error?.description.contains("secret") == false, "\(String(describing: error))")
  }

  @Test(
    "a header that would become two lines is not sent, and its value not told", arguments: ["a\r\nx-evil: secret", "secret\0", "secret\n"])
  func brokenHeader(value: String) {
    let error = failure("http://127.0.0.1:1/", headers: [HeaderField("x-a", value)])
    #expect(error?.kind == .badRequest && error?.description.contains("secret") == false)
  }

  @Test("the client works on after a failure")
  func afterwards() throws {
    let server = try EchoServer()
    let client = HTTPClient(timeout: .seconds(20))
    let port = try deadPort()
    #expect(throws: HTTPClientError.self) { try client.send(OutgoingRequest(method: "GET", url: "http://127.0.0.1:\(port)/")) }
    #expect(try client.send(OutgoingRequest(method: "GET", url: server.url)).status == 200)
  }

  @Test("without libcurl the line says what to install")
  func noLibrary() {
    do throws(HTTPClientError) {
      _ = try CurlLibrary(["libnothing.so.4", "libneither.so.4"])
      Issue.record("there is such a library")
    } catch {
      #expect(error.kind == .noLibrary)
      #expect(error.description.contains("install it (Debian: libcurl4)") && error.description.contains("libneither.so.4"))
    }
  }
}
