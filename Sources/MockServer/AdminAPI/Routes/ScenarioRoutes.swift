internal import Formats
internal import Journal
internal import MockService
internal import Scenarios

extension AdminRoutes {
  static let scenarios: [AdminRoute] = [
    AdminRoute("GET", "scenarios", "The scenarios that there are.", gives: .json(.object([.member("scenarios", .list(scenario))]))) {
      _, context throws(AdminRefusal) in
      let set = context.service.engine.scenarios
      var scenarios: [JSONOutput] = []
      for name in set.names { if let found = try named(name, in: set) { scenarios.append(json(found, set)) } }
      return .json(["scenarios": .array(scenarios)])
    },
    AdminRoute(
      "POST", "scenarios", "Adds a scenario: the body is the file, YAML or JSON.", body: (.named("Scenario"), true), status: 201,
      gives: .json(scenario)
    ) { call, context throws(AdminRefusal) in
      let read = ScenarioFile.read(call.body, name: "scenario", isNamed: false) { (_) throws(TextSyntaxError) in
        throw TextSyntaxError("a scenario that is added has no files beside it; write `body` or `json`")
      }
      switch read {
      case .failure(let problems): throw AdminRefusal(problems, in: "the scenario")
      case .success(let scenario):
        guard context.service.engine.add(scenario) else {
          throw AdminRefusal(
            400, "\(ScenarioEngine.additionLimit) scenarios have been added; take some away with DELETE /_mock/scenarios/NAME")
        }
        return .json(json(scenario, context.service.engine.scenarios), status: 201)
      }
    },
    AdminRoute(
      "DELETE", "scenarios/{name}", "Takes an added scenario away.", gives: .json(.object([.member("removed", .string)])),
      refuses: [(404, "None of that name was added.")]
    ) { call, context throws(AdminRefusal) in
      let name = call.segments[0]
      guard context.service.engine.removeAdded(name) else {
        throw AdminRefusal(404, "no scenario '\(name.prefix(80))' was added; those of files and of the program cannot be taken away")
      }
      return .json(["removed": .string(name)])
    },
    AdminRoute(
      "GET", "scenario", "Which scenario is in force.", query: [sessionItem], gives: .json(.named("Assignment"))
    ) { call, context in .json(assignment(call.item("session"), context)) },
    AdminRoute(
      "PUT", "scenario", "Gives a scenario to a session, or to all that have none of their own.", query: [sessionItem],
      body: (.object([.member("scenario", .scalar, "`none` switches off."), .optional("session", .nullable(.scalar))]), true),
      gives: .json(.named("Assignment")), refuses: [(404, "There is no such scenario.")]
    ) { call, context throws(AdminRefusal) in
      let request = try call.object("the body", keys: ["scenario", "session"]) { mapping, problems in
        let hint = "the name of a scenario, such as \"rate-limited-then-ok\", or \"none\""
        let node = mapping.required("scenario", "the body", hint, &problems)
        return (node?.text("scenario", hint, &problems) ?? "", mapping.text("session", "the name of a session", &problems))
      }
      guard let (scenario, inBody) = request else {
        throw AdminRefusal(400, "the body is empty; write {\"scenario\": \"rate-limited-then-ok\", \"session\": \"my-test\"}")
      }
      let set = context.service.engine.scenarios
      guard scenario == ScenarioChoice.noScenario || set.names.contains(scenario) else {
        throw AdminRefusal(
          404,
          "there is no scenario '\(scenario.prefix(80))'; near are \(set.nearest(to: scenario).joined(separator: ", ")) (GET /_mock/scenarios)"
        )
      }
      let name = inBody ?? call.item("session")
      try assign(scenario, to: name, context)
      return .json(assignment(name, context))
    },
    AdminRoute("DELETE", "scenario", "Back to what the command line said.", query: [sessionItem], gives: .json(.named("Assignment"))) {
      call, context throws(AdminRefusal) in
      try assign(nil, to: call.item("session"), context)
      return .json(assignment(call.item("session"), context))
    },
  ]

  private static let sessionItem = AdminRoute.QueryItem("session", "Of one session; without it, of all that have none of their own.")

  private static let scenario = Shape.object([
    .member("name", .string), .member("description", .string), .member("origin", .words(ScenarioSet.Origin.allCases.map(\.rawValue))),
    .member("steps", .integer),
  ])

  private static func named(_ name: String, in set: ScenarioSet) throws(AdminRefusal) -> Scenario? {
    do { return try set.scenario(named: name) } catch { throw AdminRefusal(error, in: "the scenario \(name)") }
  }

  private static func assign(_ scenario: String?, to session: String?, _ context: AdminContext) throws(AdminRefusal) {
    guard let session = context.session(session) else { return context.service.engine.assignToAll(scenario) }
    guard context.service.engine.assign(scenario, to: session) else {
      throw AdminRefusal(
        400, "\(ScenarioEngine.assignmentLimit) sessions have a scenario of their own; let some begin anew with POST /_mock/reset")
    }
  }

  private static func assignment(_ session: String?, _ context: AdminContext) -> JSONOutput {
    let (own, standard) = context.service.engine.assignment(of: context.session(session))
    return ["session": .optional(session), "scenario": .optional(own ?? standard), "own": .optional(own), "standard": .optional(standard)]
  }

  private static func json(_ scenario: Scenario, _ set: ScenarioSet) -> JSONOutput {
    [
      "name": .string(scenario.name), "description": .string(scenario.description),
      "origin": .string(set.origin(of: scenario.name)?.rawValue ?? ScenarioSet.Origin.added.rawValue), "steps": .int(scenario.steps.count),
    ]
  }
}
