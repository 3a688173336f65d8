internal import Contract
internal import HTTPMessage

/// What a request came to: its answer, and the rules it broke or bent.
struct Outcome: Sendable {
  enum Answer: Sendable {
    case ready(Response)
    /// Pictures that are still to be drawn.
    case drawn(@Sendable (PictureChange?) -> Response)
  }

  let answer: Answer
  /// The contract's refusal; nil: the request keeps it.
  private(set) var refusal: Refusal?
  private(set) var warnings: [Violation] = []
  /// What a scenario may want to know of the edit that was asked for.
  var edit: EditSummary?

  init(_ response: Response, warnings: [Violation] = []) {
    answer = .ready(response)
    self.warnings = warnings
  }

  init(_ refusal: Refusal, warnings: [Violation] = []) {
    answer = .ready(refusal.response)
    self.refusal = refusal
    self.warnings = warnings
  }

  init(warnings: [Violation], drawn: @escaping @Sendable (PictureChange?) -> Response) {
    answer = .drawn(drawn)
    self.warnings = warnings
  }

  /// The same request answered by somebody else: what was let through has broken no rule.
  func answered(by response: Response) -> Outcome {
    var outcome = Outcome(response, warnings: warnings)
    if response.status >= 400 { outcome.refusal = refusal }
    outcome.edit = edit
    return outcome
  }

  var violations: [Violation] { refusal?.breaches ?? [] }

  /// The answer; this is where a new picture is drawn.
  func response(changing change: PictureChange? = nil) -> Response {
    switch answer {
    case .ready(let response): response
    case .drawn(let draw): draw(change)
    }
  }
}

/// What becomes of a picture's file before it is put into an answer.
typealias PictureChange = @Sendable ([UInt8]) -> [UInt8]

/// An outcome, or the work that is left to get to it: decoding, reading files.
enum Step: Sendable {
  case done(Outcome)
  /// An outcome whose answer takes work, if it is the mock's own that is given: decoding and drawing.
  case drawing(Outcome)
  case work(@Sendable () -> Outcome)

  /// Does the work now, if any is left.
  func finished() -> Outcome {
    switch self {
    case .done(let outcome), .drawing(let outcome): outcome
    case .work(let work): work()
    }
  }
}
