internal import HTTPMessage

/// What a check saw in one place: the facts for the breach, and the piece of the API's answer it leads to.
package struct Finding<Answer: Sendable>: Sendable {
  let path: String
  let expected: String
  let found: String
  package let answer: Answer

  init(_ path: String, expected: String, found: String, _ answer: Answer) {
    self.path = path
    self.expected = expected
    self.found = found
    self.answer = answer
  }
}

/// A rule with the function that looks for breaches of it.
///
/// All checks of a stage run, and all their findings are kept: a request learns everything that is wrong with it at that stage.
package struct Check<Subject, Answer: Sendable>: Sendable {
  package let rule: Rule
  let examine: @Sendable (Subject) -> [Finding<Answer>]

  init(_ rule: Rule, examine: @escaping @Sendable (Subject) -> [Finding<Answer>]) {
    self.rule = rule
    self.examine = examine
  }
}

/// A check whose finding is a warning: noted, and not answered.
typealias Warning<Subject> = Check<Subject, Void>

extension Finding where Answer == Void {
  init(_ path: String, expected: String, found: String) {
    self.init(path, expected: expected, found: found, ())
  }
}

/// What the checks of one stage found, breach and answer side by side.
struct StageFindings<Answer: Sendable> {
  private(set) var breaches: [Violation] = []
  private(set) var answers: [Answer] = []

  /// Runs all checks on the subject.
  init<Subject>(_ subject: Subject, _ checks: [Check<Subject, Answer>]) {
    // By place: a rule has a dozen texts, and a copy of it is only needed where it is broken.
    for index in checks.indices {
      for finding in checks[index].examine(subject) {
        breaches.append(Violation(rule: checks[index].rule, path: finding.path, expected: finding.expected, found: finding.found))
        answers.append(finding.answer)
      }
    }
  }
}

extension Array {
  /// The checks that hold under these settings.
  func holding<Subject, Answer>(under settings: Settings) -> [Check<Subject, Answer>] where Element == Check<Subject, Answer> {
    filter { settings.hold($0.rule) }
  }
}
