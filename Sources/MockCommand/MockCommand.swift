internal import ArgumentParser
internal import MockService

/// The command line: arguments and environment in, text and an exit code out.
package enum MockCommand {
  package static let version = MockService.version

  /// Runs one command to its end.
  ///
  /// - Returns: 0; 1 when `check` or `drift` finds a difference; 3 when `--fail-on-warnings` or `--fail-on-conduct` has something to fail for;
  ///   64 for a command line that makes no sense; 65 for a scenario file, a recording or a document that cannot be used; 69 when the port is
  ///   taken, or the checked server gives no answer; 73 when the report cannot be written at the end; 75 when `check` was stopped before its end.
  package static func run(arguments: [String], environment: [String: String], output: CommandOutput) -> Int32 {
    do {
      let completed = try EnvironmentArguments(environment).completing(arguments)
      if let options = plainServeOptions(completed) { return try Serving(options: options).run(environment, output) }
      var command = try RootCommand.parseAsRoot(completed)
      switch command {
      case let serve as ServeCommand: return try Serving(options: serve.arguments.options).run(environment, output)
      case let rules as RulesCommand: return try rules.run(output)
      case let openAPI as OpenAPICommand: return try openAPI.run(output)
      case let drift as DriftCommand: return try drift.run(output)
      case let check as CheckCommand: return try check.run(environment, output)
      case let list as ScenarioListCommand: return try list.run(output)
      case let validate as ScenarioValidateCommand: return try validate.run(output)
      case let schema as ScenarioSchemaCommand: return schema.run(output)
      case let explain as ScenarioExplainCommand: return try explain.run(output)
      default:
        // The parser's own help command says what it has to say by throwing.
        try command.run()
        return 0
      }
    } catch let failure as CommandFailure {
      output.standardError("image-edit-mock: \(failure.message)\n")
      return failure.code
    } catch {
      return report(error, output)
    }
  }

  /// What is wrong with the arguments, and all that they may mean but a plain start, the parser tells.
  ///
  /// It looks through the types of the whole program before it reads anything, which would take two thirds of a start.
  private static func plainServeOptions(_ arguments: [String]) -> ServeOptions? {
    ServeOptions(plain: arguments.first == "serve" ? Array(arguments.dropFirst()) : arguments)
  }

  /// Help and version are asked for; everything else is a mistake, told in one line.
  private static func report(_ error: any Error, _ output: CommandOutput) -> Int32 {
    guard RootCommand.exitCode(for: error) != .success else {
      output.standardOutput(RootCommand.fullMessage(for: error) + "\n")
      return 0
    }
    let message = RootCommand.message(for: error).split(separator: "\n").first.map(String.init) ?? "\(error)"
    output.standardError(
      "image-edit-mock: \(message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message) (--help lists what there is)\n")
    return 64
  }
}

/// Where a command's text goes.
package struct CommandOutput: Sendable {
  package let standardOutput: @Sendable (String) -> Void
  package let standardError: @Sendable (String) -> Void

  /// Whether a line can be written to standard error without waiting for somebody to read it.
  package let isErrorReady: @Sendable () -> Bool

  package init(
    standardOutput: @escaping @Sendable (String) -> Void, standardError: @escaping @Sendable (String) -> Void,
    isErrorReady: @escaping @Sendable () -> Bool = { true }
  ) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.isErrorReady = isErrorReady
  }
}

/// Why a command ends otherwise than well: one line, and the exit code.
struct CommandFailure: Error {
  let code: Int32
  let message: String

  static func usage(_ message: String) -> CommandFailure { CommandFailure(code: 64, message: message) }
}

/// `image-edit-mock`, which serves when no other command is named.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image-edit-mock", abstract: "A strict, offline mock of two image-edit APIs: Venice and DGrid.",
    version: MockCommand.version,
    subcommands: [
      ServeCommand.self, RulesCommand.self, OpenAPICommand.self, ScenarioCommand.self, CheckCommand.self, DriftCommand.self,
    ], defaultSubcommand: ServeCommand.self)
}
