internal import ArgumentParser
internal import Contract
internal import ContractFixtures
internal import Support

/// `image-edit-mock check`: the fixtures against any server.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Send the fixtures to a server, the real service included, and say where it answers otherwise than expected.")

  @OptionGroup var options: CheckOptions

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    do {
      let base = try options.base
      let plan = try options.plan(base, environment)
      if let path = options.junit { try write([], path) }
      if let announcement = plan.announcement { output.standardError("image-edit-mock: \(announcement)\n") }
      var run = CheckRun(plan, server: RemoteServer(root: base.root), pace: .system) { line in
        if options.isVerbose { output.standardError("image-edit-mock: \(line)\n") }
      }
      let report = try run.report()
      output.standardOutput(options.suggestsProfile ? "\(report.text)\n\(report.suggestion)\n" : report.text)
      if let path = options.junit { try write(Array(report.junit.utf8), path) }
      return report.exitCode
    } catch let failure as CheckFailure {
      switch failure {
      case .usage(let text): throw CommandFailure.usage(text)
      case .unreachable(let text):
        if let path = options.junit, let api = API(rawValue: options.api) {
          try write(Array(CheckReport.junit(of: api, unreachable: text).utf8), path)
        }
        throw CommandFailure(code: 69, message: text)
      }
    }
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    do { try writeFile(bytes, path) } catch { throw CommandFailure.usage("--junit: \(error)") }
  }
}

extension CheckPace {
  fileprivate static let system = CheckPace(unixTime: unixTime, sleep: pause)
}
