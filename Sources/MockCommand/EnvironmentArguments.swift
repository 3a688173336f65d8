/// Options that come from the environment: `IMAGE_EDIT_MOCK_PORT=9000` stands for `--port 9000`, which wins over it.
struct EnvironmentArguments {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// The arguments of `serve` with what the environment adds behind them; other commands get theirs unchanged.
  func completing(_ arguments: [String]) throws -> [String] {
    guard environment.keys.contains(where: { $0.hasPrefix(String.environmentPrefix) }) else { return arguments }
    let isServe = arguments.first.map { $0 == "serve" || ($0.hasPrefix("-") && !["-h", "--help", "--version"].contains($0)) } ?? true
    if let command = arguments.first, ["openapi", "drift"].contains(command) { return try completingContract(arguments) }
    guard isServe else { return completingScenarios(arguments) }
    var completed = arguments
    for option in ServeOptions.named where !arguments.contains(option: option.name) {
      guard let text = environment[option.name.environmentName] else { continue }
      completed += try option.arguments(for: text)
    }
    return completed
  }

  /// The commands that are told which contract is meant know it as `serve` does.
  private func completingContract(_ arguments: [String]) throws -> [String] {
    var completed = arguments
    for option in ServeOptions.named where ["profile", "set", "venice-contract"].contains(option.name) {
      guard !arguments.contains(option: option.name), let text = environment[option.name.environmentName] else { continue }
      completed += try option.arguments(for: text)
    }
    return completed
  }

  /// `scenario list` and `scenario explain` know the same folder of scenarios as `serve`.
  private func completingScenarios(_ arguments: [String]) -> [String] {
    guard arguments.count > 1, arguments[0] == "scenario", ["list", "explain"].contains(arguments[1]),
      let folder = environment["scenarios".environmentName], !arguments.contains(option: "scenarios")
    else { return arguments }
    return arguments + ["--scenarios=\(folder)"]
  }
}

extension ServeOptions.Named {
  /// What stands for this text of the environment on a command line.
  fileprivate func arguments(for text: String) throws -> [String] {
    switch setting {
    case .value: return ["--\(name)=\(text)"]
    case .list: return text.split(separator: ",").map { "--\(name)=\($0)" }
    case .flag:
      switch text {
      case "1", "true": return ["--\(name)"]
      case "", "0", "false": return []
      default: throw CommandFailure.usage("\(name.environmentName) is '\(text)'; write 1 or 0")
      }
    }
  }
}

extension [String] {
  fileprivate func contains(option: String) -> Bool { contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") } }
}

extension String {
  fileprivate static let environmentPrefix = "IMAGE_EDIT_MOCK_"

  /// `api-key` is `IMAGE_EDIT_MOCK_API_KEY`.
  fileprivate var environmentName: String {
    Self.environmentPrefix + String(map { $0 == "-" ? "_" : $0 }).uppercased()
  }
}
