import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("What may cost money is not sent unasked", .timeLimit(.minutes(30)))
struct MoneyTests {
  @Test("no request that a fixture accepts as an edit is sent without --allow-paid", arguments: API.allCases)
  func withholds(_ api: API) throws {
    let server = WrongServer(try MockInMemory())
    let only = try ["\(api.rawValue).edit.*e", "\(api.rawValue).path.*", "\(api.rawValue).method.*"]
      .map { text throws(CheckFailure) in try RuleSelector(text, of: api) }
    let report = try check(server, CheckPlan(api: api, only: only))
    let edits = report.rows.filter { $0.fixture.expectation.isPicture }
    #expect(!edits.isEmpty && edits.allSatisfy { $0.outcome == .skipped("paid") })
    let answers = server.sent.filter { $0.head.method == "POST" }.map { (try? MockInMemory())?.send($0).status ?? 0 }
    #expect(!answers.isEmpty && answers.allSatisfy { $0 >= 300 })
  }

  @Test("GET /models is free")
  func models() throws {
    let report = try check(MockInMemory(), venice("venice.models.*"))
    #expect(report.rows.allSatisfy { $0.outcome == .ok })
  }

  @Test("a refusal that is only assumed is sent to the mock, and not to others")
  func assumed() throws {
    let file = "dgrid.edit.stream.unsupported/refuse-true.json"
    let plan = CheckPlan(api: .dgrid, profile: .documented, only: [try RuleSelector("dgrid.edit.stream.*", of: .dgrid)])
    #expect(try check(MockInMemory(), plan).outcome(of: file) == .ok)
    let report = try check(MockInMemory(name: nil), plan)
    #expect(report.outcome(of: file) == .skipped("perhaps paid: its refusal is assumed, or hangs on a decision or a day"))
    var paid = plan
    paid.allowsPaid = true
    #expect(try check(MockInMemory(name: nil), paid).outcome(of: file) == .ok)
  }

  @Test(
    "a refusal that hangs on a decision or on a day is not sent to a stranger",
    arguments: [
      (API.venice, Profile.documented, "venice.edit.modelId.enum/refuse-beside-model.json"),
      (.venice, .documented, "venice.edit.unknown-key/refuse-later-field-json.json"),
      (.venice, .live, "venice.edit.modelId.enum/accept-looked-up.json"),
      (.venice, .live, "venice.edit.image.min-side/refuse-1041x63.json"),
      (.dgrid, .live, "dgrid.path.known/accept-trailing-slash-redirect.json"),
    ])
  func hangs(_ api: API, _ profile: Profile, _ file: String) throws {
    let rule = String(file.prefix { $0 != "/" })
    let plan = CheckPlan(api: api, profile: profile, only: [try RuleSelector(rule, of: api)])
    let report = try check(MockInMemory(profile, name: nil), plan)
    #expect(report.outcome(of: file) == .skipped("perhaps paid: its refusal is assumed, or hangs on a decision or a day"))
    #expect(try check(MockInMemory(profile), plan).outcome(of: file) == .ok)
  }

  @Test("a mock that forwards to a service is a stranger")
  func recorder() throws {
    let server = try WrongServer(MockInMemory()) { _, _, response in
      var response = response
      response.headers.set("x-mock-recorded", "venice.path.known/accept-recorded-1.json")
      return response
    }
    #expect(try !check(server, venice("venice.models.*")).isMock)
  }

  @Test("images that only the mock has are for the mock alone, and wallets for no check")
  func mockOnly() throws {
    let report = try check(MockInMemory(name: "nginx"), venice("venice.edit.image.fetch", "venice.auth.present", allowsPaid: true))
    #expect(report.outcome(of: "venice.edit.image.fetch/accept-own-json.json") == .skipped("its image is on the mock"))
    #expect(report.outcome(of: "venice.auth.present/accept-wallet.json") == .skipped("it needs a wallet's signature"))
    #expect(report.outcome(of: "venice.edit.image.fetch/refuse-elsewhere-json.json") == .ok)
  }

  @Test(
    "a refusal that was done all the same is told loudly, and ends the check unless paying is allowed",
    arguments: [(false, 2, 75), (true, nil, 1)] as [(Bool, Int?, Int32)])
  func alarm(_ allowsPaid: Bool, _ requests: Int?, _ code: Int32) throws {
    let server = try WrongServer(MockInMemory(name: nil)) { _, request, response in
      request.head.method == "POST" ? Response(status: 200) : response
    }
    let report = try check(server, venice("venice.edit.prompt.required", allowsPaid: allowsPaid))
    #expect(report.exitCode == code && requests.map { server.sent.count == $0 } ?? (server.sent.count > 4))
    #expect(report.text.contains("MAY HAVE COST MONEY: venice.edit.prompt.required/refuse-"))
  }

  @Test("what a stranger lacks of the mock's headers is no difference")
  func strangers() throws {
    let server = try WrongServer(MockInMemory(name: nil)) { _, _, response in
      var response = response
      response.headers.remove("x-mock-rule")
      if response.headers["content-type"] == "application/json" { response.headers.set("content-type", "application/json; charset=utf-8") }
      return response
    }
    let report = try check(server, venice("venice.edit.prompt.*", "venice.edit.content-type"))
    #expect(report.misses == [] && report.rows.contains { $0.outcome == .ok } && !report.isMock)
  }
}
