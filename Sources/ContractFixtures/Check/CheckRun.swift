internal import Contract
internal import HTTPMessage

/// Sends fixtures' requests one after the other, and compares the responses with what the fixtures expect.
///
///     var run = CheckRun(CheckPlan(api: .venice), server: server, pace: pace) { print($0) }
///     let report = try run.report()
package struct CheckRun {
  private let plan: CheckPlan
  private let post: CheckClient
  private let progress: (String) -> Void

  private var isMock = false
  private var stop: String?
  private var alarms: [String] = []
  private var rows: [CheckRow] = []
  private var evidence: [Evidence] = []
  /// Why probes on a decision were not sent.
  private var unsent: [String: String] = [:]
  private var failures = 0

  /// A server that gives no answer so many times in a row is gone.
  private static let mostFailures = 3

  /// Prepares a run. `progress`: receives a line for each request.
  package init(_ plan: CheckPlan, server: any CheckedServer, pace: CheckPace, progress: @escaping (String) -> Void = { _ in }) {
    self.plan = plan
    self.progress = progress
    post = CheckClient(plan, server, pace)
  }

  /// Sends everything and returns the report. Throws when the server does not answer the first request.
  package mutating func report() throws(CheckFailure) -> CheckReport {
    let probes: [AmbiguityProbe]
    do { probes = try plan.probes() } catch { throw .usage("\(error)") }
    try identify()
    for (index, probe) in probes.enumerated() {
      let rows = plan.rows(of: probe)
      let outcomes = outcomes(of: rows, in: probe)
      self.rows += outcomes
      if let row = outcomes.first { progress("\(index + 1)/\(probes.count) \(row.fixture.file): \(row.got.isEmpty ? "-" : row.got)") }
    }
    let findings = Ambiguities.all.filter { $0.name.hasPrefix("\(plan.api.rawValue).") }.map { entry in
      (entry, AmbiguityFinding(evidence.filter { $0.decision == entry.name }, unsent: unsent[entry.name]))
    }
    return CheckReport(
      plan: plan, rows: plan.sorted(rows.map { $0.explained(by: findings) }, by: \.fixture), isMock: isMock, requests: post.sent,
      stop: stop,
      alarms: alarms, findings: findings)
  }

  /// Asks for the models, which costs nothing, to see what answers, and whether the key is good.
  private mutating func identify() throws(CheckFailure) {
    let head = RequestHead(
      method: "GET", path: plan.api == .venice ? "/api/v1/models" : "/v1/models",
      headers: HeaderList([HeaderField("authorization", "Bearer \(plan.key.text)")]))
    do {
      let response = try post.send(Request(head: head), retries: true)
      // A mock that records answers in its own name, and it is the real service that is asked.
      isMock = response.headers["server"]?.hasPrefix("image-edit-mock/") ?? false && response.headers["x-mock-recorded"] == nil
      if [401, 402].contains(response.status) { stop = "GET \(head.path) got \(response.status): is the key good?" }
    } catch {
      switch error {
      case .noAnswer(let why): throw .unreachable(plan.key.redacting(why))
      case .stop(let why): stop = why
      }
    }
  }

  private mutating func outcomes(of rows: [RuleFixture], in probe: AmbiguityProbe) -> [CheckRow] {
    func all(_ outcome: CheckOutcome, got: String = "") -> [CheckRow] { rows.map { CheckRow(fixture: $0, got: got, outcome: outcome) } }
    if let reason = probe.reasonNotToSend(plan, isMock: isMock) {
      for entry in probe.decisions where unsent[entry.name] == nil { unsent[entry.name] = "\(probe.fixtures[0].file): \(reason)" }
      return all(.skipped(reason))
    }
    guard stop == nil else { return all(.notSent) }
    do {
      let fixture = probe.fixtures[0]
      var response = try post.send(fixture.request(with: plan.key, origin: plan.origin), retries: !probe.expects([429]))
      response.body = fixture.replacing(plan.origin, with: RuleFixture.standardOrigin, in: response.body)
      failures = 0
      return rowsAfter(response, rows, probe)
    } catch {
      switch error {
      case .stop(let why):
        stop = why
        return all(.notSent)
      case .noAnswer(let why):
        failures += 1
        if failures == Self.mostFailures { stop = "\(failures) requests in a row got no answer" }
        return all(.differs(["no answer: \(plan.key.redacting(why))"]), got: "no answer")
      }
    }
  }

  private mutating func rowsAfter(_ response: Response, _ rows: [RuleFixture], _ probe: AmbiguityProbe) -> [CheckRow] {
    let answer = CheckedResponse(response, to: probe, plan, isMock: isMock)
    if let reason = answer.reasonNotToCount { return rows.map { CheckRow(fixture: $0, got: answer.short, outcome: .skipped(reason)) } }
    if [401, 402].contains(response.status), !probe.expects([response.status]), probe.fixtures[0].sendsKey {
      stop = "\(probe.fixtures[0].file) got \(response.status), which no fixture expects: \(answer.short)"
    }
    if answer.mayHaveCostMoney {
      alarms.append("\(probe.fixtures[0].file) was to be refused and got \(response.status): it may have cost money")
      if !plan.allowsPaid, !isMock { stop = alarms[alarms.count - 1] }
    }
    evidence += answer.evidence
    return rows.map { CheckRow(fixture: $0, got: answer.short, outcome: answer.outcome(of: $0)) }
  }
}
