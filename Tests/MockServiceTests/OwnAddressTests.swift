import Contract
import Formats
import HTTPMessage
import Journal
import Testing

@testable import MockService

@Suite("Which URLs of images are the mock's own, and which a service would not fetch", .timeLimit(.minutes(15)))
struct OwnAddressTests {
  /// How a mock is reached, and a URL in a request to it.
  struct Case: Sendable, CustomTestStringConvertible {
    let listener: String
    let headers: [(String, String)]
    let isSecure: Bool
    let url: String
    let rule: String?

    var testDescription: String { "\(listener)\(isSecure ? " TLS" : "") \(headers.map(\.1)): \(url)" }

    init(_ url: String, host: String? = "127.0.0.1:8080", on listener: String = "127.0.0.1", tls: Bool = false, proto: String? = nil) {
      self.init(url, host, listener, tls, proto, rule: nil)
    }

    private init(_ url: String, _ host: String?, _ listener: String, _ tls: Bool, _ proto: String?, rule: String?) {
      self.listener = listener
      self.url = url
      self.rule = rule
      isSecure = tls
      headers = (host.map { [("Host", $0)] } ?? []) + (proto.map { [("X-Forwarded-Proto", $0)] } ?? [])
    }

    /// The same, refused.
    func isRefused(by rule: String = "venice.edit.image.public-host") -> Case {
      var list = HeaderList()
      for (name, value) in headers { list.append(name, value) }
      return Case(url, list["host"], listener, isSecure, list["x-forwarded-proto"], rule: rule)
    }
  }

  private static let cases: [Case] = [
    // Where it listens: the address, localhost for loopback, and no other port, address or scheme.
    Case("http://127.0.0.1:8080"), Case("http://localhost:8080"), Case("HTTP://LOCALHOST:8080"), Case("http://127.0.0.1:8080", host: nil),
    Case("http://localhost:3000").isRefused(), Case("http://127.0.0.1:3000").isRefused(), Case("http://127.0.0.1").isRefused(),
    Case("http://localhost").isRefused(), Case("https://127.0.0.1:8080").isRefused(), Case("https://localhost").isRefused(),
    Case("http://[::1]:8080").isRefused(), Case("http://127.0.0.2:8080").isRefused(), Case("http://0.0.0.0:8080").isRefused(),
    Case("http://0177.0.0.1:8080").isRefused(), Case("http://2130706433:8080").isRefused(),
    Case("http://[::ffff:127.0.0.1]:8080").isRefused(), Case("http://app.localhost:8080").isRefused(),
    Case("http://[::1]:8080", host: "[::1]:8080", on: "::1"), Case("http://localhost:8080", host: "[::1]:8080", on: "::1"),
    Case("http://127.0.0.1:8080", host: "[::1]:8080", on: "::1").isRefused(),
    Case("http://127.0.0.9:8080", host: "mock:80", on: "0.0.0.0"), Case("http://0.0.0.0:8080", host: "mock:80", on: "0.0.0.0"),
    Case("http://localhost:8080", host: "mock:80", on: "0.0.0.0"), Case("http://[::1]:8080", host: "mock:80", on: "0.0.0.0").isRefused(),
    Case("http://[::1]:8080", host: "mock:80", on: "::"), Case("http://127.0.0.1:8080", host: "mock:80", on: "::"),
    Case("http://127.0.0.1:8080", host: nil, on: "localhost"), Case("http://[::1]:8080", host: nil, on: "localhost"),
    Case("http://192.168.7.7:8080", host: "mock", on: "192.168.7.7"),
    Case("http://localhost:8080", host: "m", on: "192.168.7.7").isRefused(),
    // What `Host` names: a port of a container, a name in a network, a proxy; no port is the scheme's own.
    Case("http://localhost:9000", host: "localhost:9000"), Case("http://mock:8080", host: "mock:8080"),
    Case("http://mock.test", host: "mock.test"), Case("http://mock.test:80", host: "mock.test"),
    Case("http://mock.test", host: "mock.test:80"),
    Case("http://app.localhost:8080", host: "App.Localhost:8080"), Case("http://mock:3000", host: "mock:8080").isRefused(),
    Case("http://mock", host: "mock:8080").isRefused(),
    Case("http://mock.test:3000", host: "mock.test").isRefused(by: "venice.edit.image.fetch"),
    Case("https://mock.test", host: "mock.test").isRefused(by: "venice.edit.image.fetch"),
    // TLS, its own and a proxy's.
    Case("https://127.0.0.1:8080", tls: true), Case("https://mock.test", host: "mock.test", tls: true),
    Case("http://127.0.0.1:8080", tls: true).isRefused(), Case("https://mock.test", host: "mock.test", proto: "https"),
    Case("http://mock.test", host: "mock.test", proto: "https").isRefused(by: "venice.edit.image.fetch"),
    Case("http://127.0.0.1:8080", host: "mock.test", proto: "https"),
    Case("https://127.0.0.1:8080", host: "mock.test", proto: "https").isRefused(),
  ]

  @Test("Its own is what Host names, and where it listens, in the scheme that it speaks there", arguments: cases)
  func own(_ example: Case) {
    let mock = Mock()
    let json = JSONOutput.object([("prompt", "x"), ("image", .string("\(example.url)/fixtures/small-256.png"))])
    var list = HeaderList([HeaderField("Authorization", "Bearer k"), HeaderField("Content-Type", "application/json")])
    for (name, value) in example.headers { list.append(name, value) }
    var head = RequestHead(method: "POST", path: "/api/v1/image/edit", headers: list)
    head.isSecure = example.isSecure
    head.listener = RequestHead.Listener(host: example.listener, port: 8080)
    let response = mock.plan(head, json.serialized()).response
    #expect(response.rules == (example.rule.map { [$0] } ?? []) && response.status == (example.rule == nil ? 200 : response.status))
  }

  @Test("The journal says where the mock is, so that a wrong port is seen at once", arguments: ["/api/v1/image/edit", "/v1/images/edits"])
  func explained(_ path: String) throws {
    let mock = Mock()
    let url = "http://localhost:3000/fixtures/a.jpg"
    let json =
      path.hasPrefix("/api")
      ? #"{"prompt":"x","image":"\#(url)"}"# : #"{"model":"wanx-v1","input":{"messages":[{"role":"user","content":"x \#(url)"}]}}"#
    #expect(mock.send("POST", path, headers: [jsonType], body: Array(json.utf8)).status == 400)
    let record = try #require(mock.service.journal.entries.first?.record)
    let expected = "http://localhost:3000, which is this machine or a private network, and not the mock: that is http://mock.test:8080"
    #expect(record.violations.map(\.found) == [expected])
  }

  @Test(
    "Addresses and names inside a network, in every spelling that URL readers take",
    arguments: [
      "localhost", "localhost.", "a.localhost", "localhost.localdomain", "ip6-localhost", "intranet", "printer.local", "db.internal",
      "nas.home.arpa", "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.1",
      "127.255.255.255.", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.168.0.0", "198.18.0.0",
      "198.19.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001",
      "2130706433", "127.0x1", "10.1.256", "0", "0x", "::", "::1", "0:0:0:0:0:0:0:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:a00:1",
      "::ffff:0:10.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "fc00::1", "fdff::1", "fe80::1", "fec0::1", "ff02::1", "100::1",
    ])
  func isInternal(_ host: String) { #expect(InternalHost.matches(host)) }

  @Test(
    "The nearest addresses and names that are public",
    arguments: [
      "example.com", "example.com.", "localhost.example", "internal.example", "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255",
      "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255",
      "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "8.8", "0x08080808", "134744072",
      "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::", "2606:4700:4700::1111", "2a00::1", "127.0.0.1.example", "1.2.3.4.5",
      "127.0.0.256", "+127.0.0.1", "127..1", "08.8.8.9",
    ])
  func isPublic(_ host: String) { #expect(!InternalHost.matches(host)) }
}
