internal import EditContract
internal import HTTPMessage

/// What a request came to: its answer, and the rules it broke or bent.
struct Outcome: Sendable {
  var response: Response
  var violations: [Breach] = []
  var warnings: [Breach] = []

  init(_ response: Response, warnings: [Breach] = []) {
    self.response = response
    self.warnings = warnings
  }

  init(_ refusal: Refusal, warnings: [Breach] = []) {
    response = refusal.response
    violations = refusal.breaches
    self.warnings = warnings
  }
}

/// An outcome, or the work that is left to get to it: decoding, drawing, reading files.
enum Step: Sendable {
  case done(Outcome)
  case work(@Sendable () -> Outcome)

  /// Does the work now, if any is left.
  func finished() -> Outcome {
    switch self {
    case .done(let outcome): outcome
    case .work(let work): work()
    }
  }
}
