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
      (["\(head.method.shortForLog) \(head.path.shortForLog) \(status)\(mark)"] + violations.map { "  \("\($0)".printable)" }
      + warnings.map { "  warning: \("\($0)".printable)" }).joined(separator: "\n")
  }
}

extension String {
  fileprivate var shortForLog: String { String(prefix(120)).printable }

  /// Control characters replaced: a client's text must neither forge log lines nor drive a terminal.
  fileprivate var printable: String {
    let isPlain = utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    return isPlain ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
  }
}
