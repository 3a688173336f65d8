import HTTPMessage
import TestClient
import Testing

@testable import HTTPClient

@Suite("Failures of a request", .timeLimit(.minutes(15)))
struct FailureTests {
  /// Returns the error of a GET.
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

  @Test("When no server listens, the line names the server, and neither path nor query nor a header")
  func refused() throws {
    let deaf = try RawServer(isListening: false)
    let error = failure("http://127.0.0.1:\(deaf.port)/path?key=secret", headers: [HeaderField("authorization", "Bearer secret")])
    #expect(error?.kind == .notConnected)
    let text = error?.description ?? ""
    #expect(text.hasPrefix("http://127.0.0.1:\(deaf.port): ") && !text.contains("secret") && !text.contains("path"), "\(text)")
  }

  @Test("A host name without an address is an error of its own")
  func unresolved() { #expect(failure("http://nobody.invalid/")?.kind == .hostNotResolved) }

  @Test("A response that does not come in time is an error of its own")
  func timeout() throws {
    let server = try RawServer()
    #expect(failure("http://127.0.0.1:\(server.port)/", timeout: .milliseconds(30))?.kind == .timedOut)
  }

  @Test("A body at the limit is taken, and one byte more is an error", arguments: ["content-length: 11\r\n", ""])
  func tooLarge(length: String) throws {
    let response = "HTTP/1.1 200 OK\r\n\(length)\r\nhello world"
    let server = try RawServer(responses: [response, response])
    let url = "http://127.0.0.1:\(server.port)/"
    #expect(failure(url, bodyLimit: 11) == nil)
    let error = failure(url, bodyLimit: 10)
    #expect(error?.kind == .bodyTooLarge)
    #expect(error?.description == "http://127.0.0.1:\(server.port): the answer's body has more than 10 bytes")
  }

  @Test(
    "A response that is not whole, or is no HTTP, is a failure",
    arguments: ["", "SSH-2.0-x\r\n\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nshort", "HTTP/1.1 200 OK\r\ncontent-len"])
  func notWhole(text: String) throws {
    let server = try RawServer(responses: [text, text])
    let error = failure("http://127.0.0.1:\(server.port)/")
    #expect(error?.kind == .failed, "\(String(describing: error))")
  }

  @Test("A server that does not speak TLS is not trusted")
  func noTLS() throws {
    let server = try EchoServer()
    #expect(failure(server.url.replacing("http://", with: "https://"))?.kind == .notTrusted)
  }

  @Test(
    "Other protocols, and a user in the URL, are refused",
    arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/", "", "x"])
  func badURL(url: String) {
    let error = failure(url)
    #expect(error != nil && error?.description.contains("secret") == false, "\(String(describing: error))")
  }

  @Test(
    "A header that would become two lines is not sent, and the error does not hold its value",
    arguments: ["a\r\nx-evil: secret", "secret\0", "secret\n"])
  func brokenHeader(value: String) {
    let error = failure("http://127.0.0.1:1/", headers: [HeaderField("x-a", value)])
    #expect(error?.kind == .badRequest && error?.description.contains("secret") == false)
  }

  @Test("The client can be used after a failure")
  func afterwards() throws {
    let server = try EchoServer()
    let client = HTTPClient(timeout: .seconds(20))
    let deaf = try RawServer(isListening: false)
    #expect(throws: HTTPClientError.self) { try client.send(OutgoingRequest(method: "GET", url: "http://127.0.0.1:\(deaf.port)/")) }
    #expect(try client.send(OutgoingRequest(method: "GET", url: server.url)).status == 200)
  }

  @Test("Without libcurl the line says what to install")
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
