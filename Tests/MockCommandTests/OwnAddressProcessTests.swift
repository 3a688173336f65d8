import Foundation
import Testing

@Suite("The mock's own address, over a socket", .timeLimit(.minutes(30)))
struct OwnAddressProcessTests {
  /// The status of an edit whose image is at that URL.
  private static func status(_ url: String, at mock: RunningMock) throws -> String {
    let json = #"{"prompt":"x","image":"\#(url)/fixtures/small-256.png"}"#
    let run = try mock.curl(
      "/api/v1/image/edit", "-H", "Authorization: Bearer k", "-H", "Content-Type: application/json", "-d", json, "--output", "/dev/null",
      "--write-out", "%{http_code} %header{x-mock-rule}")
    return run.split(separator: " ").joined(separator: " ")
  }

  private static let refused = "400 venice.edit.image.public-host"

  @Test("An image of this machine is the mock's at the mock's own port only, and the log says which that is")
  func otherPort() throws {
    let mock = try RunningMock("--port", "0", "--admin-port", "0")
    let port = "\(mock.ready["port"] ?? "")"
    for host in ["127.0.0.1", "localhost"] { #expect(try Self.status("http://\(host):\(port)", at: mock) == "200") }
    for url in [
      "http://localhost:9", "http://127.0.0.1", "https://127.0.0.1:\(port)", "http://a.localhost:\(port)", "http://[::1]:\(port)",
    ] {
      #expect(try Self.status(url, at: mock) == Self.refused, "\(url)")
    }
    // The port of /_mock has no images.
    #expect(try Self.status("\(mock.ready["admin"] ?? "")", at: mock) == Self.refused)
    #expect(mock.stop().code == 0)
    let hint = "found http://localhost:9, which is this machine or a private network, and not the mock: that is http://127.0.0.1:\(port)"
    #expect(mock.log.contains(hint), "\(mock.log)")
  }

  @Test(
    "A mock that listens elsewhere is found there",
    arguments: [("0.0.0.0", "127.0.0.9", "[::1]"), ("::1", "localhost", "127.0.0.1"), ("::", "127.0.0.1", "10.0.0.1")])
  func elsewhere(_ host: String, _ own: String, _ other: String) throws {
    let mock = try RunningMock("--port", "0", "--host", host)
    let port = "\(mock.ready["port"] ?? "")"
    #expect(try Self.status("\(mock.ready["url"] ?? "")", at: mock) == "200")
    #expect(try Self.status("http://\(own):\(port)", at: mock) == "200")
    #expect(try Self.status("http://\(other):\(port)", at: mock) == Self.refused)
    #expect(mock.stop().code == 0)
  }
}
