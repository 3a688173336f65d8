internal import Journal

/// Prints what requests came to.
struct RequestLog: Sendable {
  private enum Which: String, CaseIterable { case all, refused, none }

  private let which: Which
  private let output: CommandOutput

  init(_ name: String, _ output: CommandOutput) throws {
    guard let which = Which(rawValue: name) else {
      throw CommandFailure.usage("--log is '\(name)'; write \(Which.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self.which = which
    self.output = output
  }

  @Sendable func observe(_ record: RequestRecord) {
    let isRemarkable = record.isRefused || !record.warnings.isEmpty || record.scenario != nil
    if which == .all || (which == .refused && isRemarkable) { output.standardError(record.text(explainsMiss: which == .all) + "\n") }
  }
}
