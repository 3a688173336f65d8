package import HTTPMessage

/// A rule with the function that looks for violations of it.
///
/// All checks of a stage run and all their findings are kept: a client learns everything that is wrong with its request at that stage.
/// `Problem` is the API's own error for a finding, such as a `ZodIssue`.
struct Check<Subject, Problem: Sendable>: Sendable {
  let rule: Rule
  let examine: @Sendable (Subject) -> [Finding<Problem>]

  /// Makes a rule on what requests are refused for, with its check; all but `examine` goes into the `Rule`.
  init(
    _ id: String, says: String, _ basis: Rule.Basis, source: String, response: String, when condition: AmbiguityCondition? = nil,
    since: ContractDate? = nil, until: ContractDate? = nil, asks constraints: KeyValuePairs<String, [SchemaConstraint.Kind]> = [:],
    examine: @escaping @Sendable (Subject) -> [Finding<Problem>]
  ) {
    rule = Rule(id, says: says, basis, source: source, response: response, when: condition, since: since, until: until, asks: constraints)
    self.examine = examine
  }
}

/// A check whose finding is noted, and changes nothing about the response.
typealias Warning<Subject> = Check<Subject, Void>

extension Check where Problem == Void {
  /// Makes a rule on what requests are warned about, with its check.
  init(
    _ id: String, says: String, _ basis: Rule.Basis, source: String, when condition: AmbiguityCondition? = nil,
    since: ContractDate? = nil, until: ContractDate? = nil, examine: @escaping @Sendable (Subject) -> [Finding<Void>]
  ) {
    rule = Rule(
      id, says: says, basis, source: source, severity: .warning, response: "200", when: condition, since: since, until: until)
    self.examine = examine
  }
}

/// What a check found at one path of the request: the facts for the violation, and the API's own error for it.
struct Finding<Problem: Sendable>: Sendable {
  let path: String
  let expected: String
  let found: String
  let problem: Problem

  init(_ path: String, expected: String, found: String, _ problem: Problem) {
    self.path = path
    self.expected = expected
    self.found = found
    self.problem = problem
  }
}

extension Finding where Problem == Void {
  init(_ path: String, expected: String, found: String) { self.init(path, expected: expected, found: found, ()) }
}

extension Finding where Problem == Response {
  init(_ path: String, expected: String, found: String, _ error: VeniceError) {
    self.init(path, expected: expected, found: found, error.response)
  }
}

/// What the checks of one stage found: violations and the API's errors for them, in the same order.
struct StageFindings<Problem: Sendable> {
  private(set) var violations: [Violation] = []
  private(set) var problems: [Problem] = []

  /// Runs all checks on the subject.
  init<Subject>(_ subject: Subject, _ checks: [Check<Subject, Problem>]) {
    // By index: a rule has a dozen texts, and is copied only where it is broken.
    for index in checks.indices {
      for finding in checks[index].examine(subject) {
        violations.append(Violation(rule: checks[index].rule, path: finding.path, expected: finding.expected, found: finding.found))
        problems.append(finding.problem)
      }
    }
  }
}

extension Array {
  /// Returns the checks whose rules are active under these settings.
  func active<Subject, Problem>(for settings: Settings) -> [Check<Subject, Problem>] where Element == Check<Subject, Problem> {
    filter { settings.isActive($0.rule) }
  }
}

/// A rule that a request broke: where, what was expected, and what was found.
package struct Violation: Sendable, Equatable, CustomStringConvertible {
  /// The rule that was broken.
  package let rule: Rule
  /// The field, dotted: `prompt`, `input.messages.0.role`; empty for the request as a whole.
  package let path: String
  /// What the rule asks for at that path.
  package let expected: String
  /// What the request has there.
  package let found: String

  /// One line for a log: `venice.edit.prompt.min-length: prompt: expected …; found … (documented: …)`.
  package var description: String {
    let prefix = path.isEmpty ? "" : " \(path):"
    return "\(rule.id):\(prefix) expected \(expected); found \(found) (\(rule.basis.rawValue): \(rule.source))"
  }
}

/// A response that refuses a request, with the violations that led to it.
package struct Refusal: Sendable, Equatable {
  /// The API's own response.
  package var response: Response
  /// What the request has wrong, in the order of the rules.
  package var violations: [Violation]

  /// Makes a refusal.
  package init(_ response: Response, _ violations: [Violation]) {
    self.response = response
    self.violations = violations
  }
}

/// What came of a stage of the contract: what the request was read as, or its refusal.
package enum Verdict<Accepted> {
  case accepted(Accepted)
  case refused(Refusal)
}

extension Verdict: Sendable where Accepted: Sendable {}
