import Foundation
import Testing

/// Where the built program serves `/_mock`, and under which host names.
@Suite("Where /_mock is", .timeLimit(.minutes(30)))
struct AdminProcessTests {
  @Test("By default it is on the port of the APIs, and the ready line does not name it")
  func onePort() throws {
    let mock = try RunningMock("--port", "0")
    #expect(mock.ready["admin"] == nil)
    #expect(try mock.status("/_mock/health") == "200" && mock.status("/api/v1/models") == "200")
    #expect(mock.stop().code == 0)
    #expect(mock.log.contains("curl \(mock.ready["url"] ?? "")/_mock/requests"), "\(mock.log)")
  }

  @Test("--admin-port moves it to a port where nothing else is")
  func ownPort() throws {
    let mock = try RunningMock("--port", "0", "--admin-port", "0")
    let (url, admin) = try (#require(mock.ready["url"] as? String), #require(mock.ready["admin"] as? String))
    #expect(admin.hasPrefix("http://127.0.0.1:") && admin != url)
    #expect(try mock.curlAdmin("/_mock/health").contains(#""status":"ok""#))
    #expect(try mock.status("/_mock/health") == "404" && mock.status("/api/v1/models") == "200")
    for path in ["/api/v1/models", "/v1/models", "/fixtures/lighthouse.png"] {
      #expect(try mock.curlAdmin(path).contains("there is nothing at \(path)"))
    }
    let list = try mock.curlAdmin("/_mock/requests")
    let requests = try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any]
    let entries = try #require(requests?["requests"] as? [[String: Any]])
    #expect(entries.map { $0["path"] as? String } == ["/_mock/health", "/api/v1/models"])
    let command = try mock.curlAdmin("/_mock/requests/\(entries[1]["id"] ?? "")/curl")
    #expect(command.contains("\(url)/api/v1/models") && !command.contains("\(admin)/api"), "\(command)")
    #expect(mock.stop().code == 0)
    #expect(mock.log.contains("curl \(admin)/_mock/requests"), "\(mock.log)")
  }

  @Test("--no-admin removes it: its paths are unknown paths")
  func none() throws {
    let mock = try RunningMock("--port", "0", "--no-admin")
    #expect(mock.ready["admin"] == nil)
    #expect(try mock.status("/_mock/health") == "404")
    let own = try mock.curl("/_mock/health")
    #expect(try own == mock.curl("/other/health").replacingOccurrences(of: "/other/", with: "/_mock/") && !own.isEmpty)
    #expect(mock.stop().code == 0)
    #expect(!mock.log.contains("/_mock/requests"), "\(mock.log)")
  }

  @Test(
    "--allow-host adds a name that it may be called by",
    arguments: [("mock.internal:9000", "200"), ("Other.Internal", "200"), ("evil.example", "403")])
  func allowedHost(host: String, status: String) throws {
    let mock = try RunningMock("--port", "0", "--allow-host", "mock.internal", "--allow-host", "other.internal")
    #expect(try mock.status("/_mock/health", "--header", "Host: \(host)") == status)
    // The APIs take any host name.
    #expect(try mock.status("/api/v1/models", "--header", "Host: \(host)") == "200")
    #expect(mock.stop().code == 0)
  }

  @Test("A taken --admin-port is one line on standard error, with exit code 69")
  func takenPort() throws {
    let mock = try RunningMock("--port", "0")
    let second = try RunningMock.attempt("--port", "0", "--admin-port", "\(mock.ready["port"] ?? "")")
    #expect(second.code == 69 && second.error.contains("--admin-port: "), "\(second.error)")
    #expect(second.error.split(separator: "\n").filter { $0.hasPrefix("image-edit-mock:") && !$0.contains("stopping") }.count == 1)
    #expect(mock.stop().code == 0)
  }

  @Test("Every option of /_mock can come from the environment")
  func environment() throws {
    let file = try TemporaryFile("json")
    let mock = try RunningMock(
      environment: [
        "IMAGE_EDIT_MOCK_PORT": "0", "IMAGE_EDIT_MOCK_ADMIN_PORT": "0", "IMAGE_EDIT_MOCK_FAIL_ON_WARNINGS": "1",
        "IMAGE_EDIT_MOCK_FAIL_ON_CONDUCT": "1", "IMAGE_EDIT_MOCK_ALLOW_HOST": "a,b", "IMAGE_EDIT_MOCK_REPORT": file.path,
        "IMAGE_EDIT_MOCK_JOURNAL_REQUESTS": "1", "IMAGE_EDIT_MOCK_JOURNAL_BYTES": "1MiB",
      ])
    for host in ["a", "b"] { #expect(try mock.curlAdmin("/_mock/health", "--header", "Host: \(host)").contains("ok")) }
    for _ in 0..<2 { #expect(try mock.status("/v1/models") == "401") }
    #expect(try mock.curlAdmin("/_mock/requests").contains(#""forgotten":1"#))
    #expect(mock.stop().code == 3)
    #expect(try file.json["requests"] as? Int == 2)
  }

  @Test("IMAGE_EDIT_MOCK_NO_ADMIN=1 removes it")
  func noneByEnvironment() throws {
    let mock = try RunningMock("--port", "0", environment: ["IMAGE_EDIT_MOCK_NO_ADMIN": "1"])
    #expect(try mock.status("/_mock/health") == "404")
    #expect(mock.stop().code == 0)
  }
}
