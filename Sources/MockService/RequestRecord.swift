package import EditContract
package import HTTPMessage

/// What one request came to: for the log, and for the exit code of `--fail-on-warnings`.
package struct RequestRecord: Sendable {
  package let id: String
  package let head: RequestHead
  package let status: Int
  /// Rules that were broken; the answer is a refusal.
  package let violations: [Breach]
  /// Rules that were bent; the request was accepted.
  package let warnings: [Breach]

  /// One line for the request, and one for each rule it broke or bent.
  package var text: String {
    let mark = violations.isEmpty ? "" : " refused"
    return
      (["\(head.method.shortForLog) \(head.path.shortForLog) \(status)\(mark)"] + violations.map { "  \($0)" }
      + warnings.map { "  warning: \($0)" }).joined(separator: "\n")
  }
}

extension String {
  /// At most 120 characters, control characters replaced: a client's text must not forge log lines.
  fileprivate var shortForLog: String {
    String(prefix(120).map { $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } ? "·" : $0 })
  }
}
