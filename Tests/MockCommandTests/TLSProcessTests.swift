import Foundation
import HTTPServer
import TestSupport
import Testing

@Suite("image-edit-mock over TLS", .timeLimit(.minutes(30)))
struct TLSProcessTests {
  @Test("With --tls-self-signed it writes an authority that curl can trust, and every URL that it gives is https")
  func selfSigned() throws {
    let folder = try TemporaryFolder()
    let authority = "\(folder.path)/ca.pem"
    let mock = try RunningMock("--port", "0", "--tls-self-signed", "--tls-ca", authority)
    let url = try #require(mock.ready["url"] as? String)
    #expect(url.hasPrefix("https://127.0.0.1:"))
    #expect(mock.ready["ca"] as? String == authority)
    #expect(try mock.status("/api/v1/models", "--cacert", authority) == "200")
    #expect(try mock.status("/api/v1/models") == "000", "without the authority it is not trusted")
    for (origin, status) in [(url, "200"), (url.replacingOccurrences(of: "https", with: "http"), "400")] {
      try folder.write(Array("{\"prompt\":\"x\",\"image\":\"\(origin)/fixtures/square.png\"}".utf8), "edit.json")
      let venice = try mock.status(
        "/api/v1/image/edit", "--cacert", authority, "-H", "Authorization: Bearer k", "-H", "Content-Type: application/json",
        "--data-binary", "@\(folder.path)/edit.json")
      #expect(venice == status, "\(origin)")
    }
    let dgrid = try mock.curl(
      "/v1/images/edits", "--cacert", authority, "-H", "Authorization: Bearer k", "-F", "image=@fixtures/images/square.png",
      "-F", "model=wanx-v1", "-F", "prompt=x", "-F", "response_format=url")
    #expect(dgrid.contains("\"\(url)/generated/"))
    #expect(mock.stop().code == 0)
    #expect(mock.log.contains("SSL_CERT_FILE=\(authority)"))
  }

  @Test("A certificate that is given is served, also where /_mock has its own port")
  func given() throws {
    let folder = try TemporaryFolder()
    let names = try ["127.0.0.1"].map { try #require(ServerName($0)) }
    let made = try SelfSigned(for: names, now: Int64(Date().timeIntervalSince1970))
    for (name, text) in [("ca.pem", made.authority), ("cert.pem", made.identity.certificate), ("key.pem", made.identity.key)] {
      try folder.write(text, name)
    }
    let mock = try RunningMock(
      "--port", "0", "--admin-port", "0", "--tls-cert", "\(folder.path)/cert.pem", "--tls-key", "\(folder.path)/key.pem")
    #expect(try mock.status("/api/v1/models", "--cacert", "\(folder.path)/ca.pem") == "200")
    #expect(try mock.curlAdmin("/_mock/health", "--cacert", "\(folder.path)/ca.pem").contains("\"status\""))
    #expect(mock.ready["ca"] == nil)
    #expect(mock.stop().code == 0)
  }

  @Test(
    "Options that make no sense together are refused in one line",
    arguments: [
      (["--tls-cert", "a.pem"], "--tls-cert and --tls-key belong together; write --tls-key FILE, too"),
      (["--tls-key", "a.pem"], "--tls-cert and --tls-key belong together; write --tls-cert FILE, too"),
      (["--tls-ca", "a.pem"], "--tls-ca is about a certificate that is made; write --tls-self-signed with it"),
      (["--tls-name", "a"], "--tls-name is about a certificate that is made; write --tls-self-signed with it"),
      (
        ["--tls-self-signed", "--tls-name", "a b"], "--tls-name is 'a b'; write a host name or an IP address alone, such as api.example.com"
      ),
      (["--tls-self-signed", "--tls-cert", "a"], "--tls-self-signed makes a certificate, and --tls-cert with --tls-key brings one"),
      (["--tls-self-signed", "--tls-ca", "/no/such/folder/ca.pem"], "--tls-ca: cannot write /no/such/folder/ca.pem"),
      (["--tls-cert", "/no/such", "--tls-key", "/no/such"], "--tls-cert: cannot"),
      (["--tls-cert", "README.md", "--tls-key", "README.md"], "--tls-cert and --tls-key: "),
    ] as [([String], String)])
  func refused(options: [String], expected: String) {
    let run = CommandRun(["serve", "--port", "0", "--generated-dir", "none"] + options)
    #expect(run.code == 64)
    #expect(run.error.hasPrefix("image-edit-mock: \(expected)"), "\(run.error)")
    #expect(run.error.split(separator: "\n").count == 1, "\(run.error)")
  }
}
