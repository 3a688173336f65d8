internal import Formats
internal import Journal
internal import Support

/// The summary at the end, and the file of `--report`.
struct ReportFile {
  let path: String?
  let failsOnWarnings: Bool
  let failsOnConduct: Bool

  init(_ options: ServeOptions) {
    path = options.report
    failsOnWarnings = options.failOnWarnings
    failsOnConduct = options.failOnConduct
  }

  /// Writes that the run has not ended yet.
  ///
  /// A file that cannot be written is known at once, and a run that is killed leaves no good report.
  func begin() throws {
    do { try write(report(nil)) } catch { throw CommandFailure.usage("--report: \(error)") }
  }

  /// Prints the summary, writes the report and returns the exit code.
  func end(_ journal: Journal, _ output: CommandOutput) -> Int32 {
    let report = report(journal)
    output.standardError("image-edit-mock: \(report.summary)\n")
    do {
      try write(report)
    } catch {
      output.standardError("image-edit-mock: --report: \(error)\n")
      return 73
    }
    return report.fails ? 3 : 0
  }

  private func report(_ journal: Journal?) -> RunReport {
    RunReport(journal, version: MockCommand.version, failsOnWarnings: failsOnWarnings, failsOnConduct: failsOnConduct)
  }

  private func write(_ report: RunReport) throws(SystemCallError) {
    guard let path else { return }
    try writeFile(path.lowercased().hasSuffix(".xml") ? Array(report.junit.utf8) : report.json.serialized(indent: 2) + [0x0A], path)
  }
}
