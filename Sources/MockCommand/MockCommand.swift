internal import ArgumentParser
internal import Contract
internal import Formats
internal import MockServer
internal import MockService
internal import Support

/// The command line: arguments and environment in, text and an exit code out.
package enum MockCommand {
  /// The version that `--version`, the `server` header and all documents name.
  package static let version = MockService.version

  /// Runs one command to its end.
  ///
  ///     let code = MockCommand.run(arguments: ["rules", "--api", "venice"], environment: [:], output: output)
  ///
  /// - Returns: 0; 1 when `check` or `drift` finds a difference; 3 when `--fail-on-warnings` or `--fail-on-conduct` has something to fail for;
  ///   64 for a command line that makes no sense; 65 for a scenario file, a recording or a document that cannot be used; 69 when the port is
  ///   taken, or the checked server does not respond; 73 when the report cannot be written at the end; 75 when `check` was stopped before its end.
  package static func run(arguments: [String], environment: [String: String], output: CommandOutput) -> Int32 {
    do {
      var command = try RootCommand.parseAsRoot(EnvironmentOptions(environment).completing(arguments))
      if let command = command as? any Subcommand { return try command.run(environment, output) }
      // The parser's own help command throws its text.
      try command.run()
      return 0
    } catch {
      guard let failure = CommandFailure(error) else { return report(error, output) }
      output.standardError("image-edit-mock: \(failure.message)\n")
      return failure.code
    }
  }

  /// Prints help and version where they are asked for; everything else is a mistake, told in one line.
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
  /// Takes what is for programs.
  package let standardOutput: @Sendable (String) -> Void
  /// Takes what is for people, the log included.
  package let standardError: @Sendable (String) -> Void
  /// Whether a line can be written to standard error without waiting for its reader.
  package let isErrorReady: @Sendable () -> Bool

  /// Creates an output that hands each text to one of two closures.
  package init(
    standardOutput: @escaping @Sendable (String) -> Void, standardError: @escaping @Sendable (String) -> Void,
    isErrorReady: @escaping @Sendable () -> Bool = { true }
  ) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.isErrorReady = isErrorReady
  }
}

/// `image-edit-mock`, which serves when no other command is named.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "image-edit-mock", abstract: "A strict, offline mock of two image-edit APIs: Venice and DGrid.",
    version: "\(MockCommand.version)\nVenice's contracts: \(VeniceContracts.summary(unixMilliseconds: Clock.system.unixMilliseconds))",
    subcommands: [ServeCommand.self, RulesCommand.self, OpenAPICommand.self, ScenarioCommand.self, CheckCommand.self, DriftCommand.self],
    defaultSubcommand: ServeCommand.self)
}

/// A command that does something.
protocol Subcommand: ParsableCommand {
  /// Runs to the end and returns the exit code.
  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32
}

/// Why a command fails: one line, and the exit code.
struct CommandFailure: Error {
  let code: Int32
  let message: String

  /// Returns exit code 64 for a command line that makes no sense.
  static func usage(_ message: String) -> CommandFailure { CommandFailure(code: 64, message: message) }
}

/// Throws the text as a mistake on the command line when it is one.
func reject(_ isMistake: Bool, _ text: @autoclosure () -> String) throws { if isMistake { throw CommandFailure.usage(text()) } }

/// Returns what `use` gives; its error is a mistake in the option: `--junit: cannot write result.xml: …`.
func naming<Value>(_ option: String, _ use: () throws -> Value) throws -> Value {
  do { return try use() } catch { throw CommandFailure.usage("\(option): \(error)") }
}

extension CommandFailure {
  /// Tells a failure in the words of the command line; nil: it is the parser's.
  fileprivate init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case ServerSettingsError.invalid(let setting, let text): self = .usage("\(setting.option)\(text)")
    case ServerSettingsError.scenarios(let problems): self.init(problems)
    case let problems as DocumentProblems: self.init(problems)
    default: return nil
    }
  }

  /// Every problem in scenario files with its position, and how many there are.
  private init(_ problems: DocumentProblems) {
    let count = problems.all.count == 1 ? "one problem" : "\(problems.all.count) problems"
    self.init(code: 65, message: "\(count) in scenario files\n\(problems)")
  }
}

extension ServerSettingsError.Setting {
  fileprivate var option: String {
    switch self {
    case .veniceContract: "--venice-contract"
    case .overrides: "--set"
    case .keys: "--api-key"
    case .scenario: "--scenario"
    case .scenarioFolder: "--scenarios"
    }
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// Reads the value of an option; one that is not known is a mistake: `--api is 'x'; write venice or dgrid`.
  init(_ text: String, of option: String) throws {
    guard let value = Self(rawValue: text) else {
      let known = Self.allCases.map(\.rawValue)
      throw CommandFailure.usage("\(option) is '\(text)'; write \(known.joined(separator: known.count == 2 ? " or " : ", "))")
    }
    self = value
  }
}
