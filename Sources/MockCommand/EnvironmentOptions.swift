internal import ArgumentParser

/// A group of options that can also come from the environment.
///
/// Each property is the option of its name: `journalBytes` is `--journal-bytes` and `IMAGE_EDIT_MOCK_JOURNAL_BYTES`. So an option is declared
/// once, for the parser, the help and the environment.
protocol EnvironmentGroup: ParsableArguments {}

/// The environment's part of a command line: `IMAGE_EDIT_MOCK_PORT=9000` stands for `--port 9000`, which wins over it.
struct EnvironmentOptions {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// Returns the arguments followed by what the environment adds.
  func completing(_ arguments: [String]) throws -> [String] {
    guard environment.keys.contains(where: { $0.hasPrefix(EnvironmentOption.prefix) }) else { return arguments }
    var completed = arguments
    for option in EnvironmentOption.all(in: Self.command(of: arguments)) where !arguments.contains(option: option.name) {
      guard let text = environment[option.variable] else { continue }
      completed += try option.arguments(for: text)
    }
    return completed
  }

  /// Returns the command that arguments are for, as the parser finds it.
  private static func command(of arguments: [String]) -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = RootCommand.self
    for name in arguments {
      guard let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == name }) else { break }
      command = next
    }
    guard command == RootCommand.self, arguments.first?.hasPrefix("-") != false else { return command }
    return ["-h", "--help", "--version"].contains(arguments.first) ? command : ServeCommand.self
  }
}

/// An option that can come from the environment.
struct EnvironmentOption: Equatable {
  enum Kind {
    case value
    /// It may be repeated; in the environment the values are separated by commas.
    case list
    /// It takes no value; in the environment it is `1` or `0`.
    case flag
  }

  static let prefix = "IMAGE_EDIT_MOCK_"

  /// `api-key` for `--api-key`.
  let name: String
  let kind: Kind

  /// `IMAGE_EDIT_MOCK_API_KEY`
  var variable: String { Self.prefix + String(name.map { $0 == "-" ? "_" : $0 }).uppercased() }

  /// Returns the options in a command's environment groups, found as the parser finds them: by the property wrappers.
  static func all(in type: any ParsableArguments.Type) -> [EnvironmentOption] {
    let isGroup = type is any EnvironmentGroup.Type
    return Mirror(reflecting: type.init()).children.flatMap { label, property in
      if let group = property as? any NestedOptions { return all(in: group.type) }
      guard isGroup, let label else { return [] }
      return [EnvironmentOption(property: label, kind: property is Flag<Bool> ? .flag : property is Option<[String]> ? .list : .value)]
    }
  }

  /// - Parameter property: the wrapper's name, such as `_apiKey`.
  private init(property: String, kind: Kind) {
    name = property.dropFirst().reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    self.kind = kind
  }

  /// Returns what stands for a text of the environment on a command line.
  fileprivate func arguments(for text: String) throws -> [String] {
    switch kind {
    case .value: return ["--\(name)=\(text)"]
    case .list: return text.split(separator: ",").map { "--\(name)=\($0)" }
    case .flag:
      switch text {
      case "1", "true": return ["--\(name)"]
      case "", "0", "false": return []
      default: throw CommandFailure.usage("\(variable) is '\(text)'; write 1 or 0")
      }
    }
  }
}

/// What is common to `OptionGroup`s of any type.
private protocol NestedOptions { var type: any ParsableArguments.Type { get } }

extension OptionGroup: NestedOptions { fileprivate var type: any ParsableArguments.Type { Value.self } }

extension [String] {
  fileprivate func contains(option: String) -> Bool { contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") } }
}
