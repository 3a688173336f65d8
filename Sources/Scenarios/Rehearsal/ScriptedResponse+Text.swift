package import Contract
internal import HTTPMessage
internal import Support

extension ScriptedResponse {
  /// What is answered, in short: `429 rate-limited`, `200 normal answer`.
  ///
  /// - Parameter api: whose form of an error is meant.
  package func text(_ api: API) -> String {
    var page = ResponseDraft(Response(status: 0), api: api, draws: draws)
    for fault in faults { fault.apply(to: &page) }
    // Only a page in the answer's place has a status of its own.
    return page.response.status == 0 ? ownText(api) : "\(page.response.status) a page instead"
  }

  private func ownText(_ api: API) -> String {
    switch content {
    case .reply(.edit(let overrides)): overrides.status.map { "the normal answer as \($0)" } ?? "the normal answer"
    case .reply(.error(let error, let status)): "\(status ?? error.face(of: api).status) \(error.name)"
    case .reply(.literal(let literal)): "\(literal.status) written out"
    case .rateLimit(let limit, _): "429 rate limit of \(limit) a minute"
    case .errorBudget(let budget, _): "429 error budget of \(budget.failures)"
    case .insufficientBalance: "\(NamedErrors.named("insufficient-balance")?.face(of: api).status ?? 402) balance used up"
    }
  }

  /// What else happens: headers, pace and faults.
  package var extras: String {
    let changes = headers.map { change in change.value.map { "\(change.name): \($0)" } ?? "no \(change.name)" }
    let pacing = [pace?.download.map { "\($0)" }, pace?.upload.map { "upload \($0) B/s" }].compactMap { $0 }
    return (changes + pacing + faultTexts).joined(separator: ", ")
  }
}

extension Pace.Download: CustomStringConvertible {
  package var description: String {
    switch self {
    case .bytesPerSecond(let rate): "\(rate) B/s"
    case .chunks(let count, let time): "\(count) pieces over \(time.shortText)"
    }
  }
}

extension Duration {
  /// `0`, `250ms`, `1.5s`; thousandths of a millisecond are left out.
  package var shortText: String {
    let milliseconds = Int(inMilliseconds.rounded())
    if milliseconds < 1_000 { return milliseconds == 0 ? "0" : "\(milliseconds)ms" }
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    guard rest > 0 else { return "\(seconds)s" }
    let digits = String(rest + 1_000).dropFirst()
    return "\(seconds).\(String(digits.reversed().drop { $0 == "0" }.reversed()))s"
  }
}
