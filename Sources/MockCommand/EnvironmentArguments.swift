/// Options that come from the environment: `IMAGE_EDIT_MOCK_PORT=9000` stands for `--port 9000`, which wins over it.
struct EnvironmentArguments {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// The arguments of `serve` with what the environment adds behind them; other commands get theirs unchanged.
  func completing(_ arguments: [String]) throws -> [String] {
    let isServe = arguments.first.map { $0 == "serve" || ($0.hasPrefix("-") && !["-h", "--help", "--version"].contains($0)) } ?? true
    if let command = arguments.first, ["openapi", "drift"].contains(command) { return completingContract(arguments) }
    guard isServe else { return completingScenarios(arguments) }
    var completed = arguments
    for (option, isRepeatable) in ServeOptions.environmentNames where !arguments.contains(option: option) {
      guard let text = environment[option.environmentName] else { continue }
      let values = isRepeatable ? text.split(separator: ",").map(String.init) : [text]
      for value in values { completed += ["--\(option)=\(value)"] }
    }
    for flag in ServeOptions.environmentFlags where !arguments.contains(option: flag) {
      switch environment[flag.environmentName] {
      case "1", "true": completed.append("--\(flag)")
      case nil, "", "0", "false": break
      case let text?: throw CommandFailure.usage("\(flag.environmentName) is '\(text)'; write 1 or 0")
      }
    }
    return completed
  }

  /// The commands that are told which contract is meant know it as `serve` does.
  private func completingContract(_ arguments: [String]) -> [String] {
    var completed = arguments
    for (option, isRepeatable) in ServeOptions.environmentNames where ["profile", "set", "venice-contract"].contains(option) {
      guard !arguments.contains(option: option), let text = environment[option.environmentName] else { continue }
      let values = isRepeatable ? text.split(separator: ",").map(String.init) : [text]
      completed += values.map { "--\(option)=\($0)" }
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

extension [String] {
  fileprivate func contains(option: String) -> Bool { contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") } }
}

extension String {
  /// `api-key` is `IMAGE_EDIT_MOCK_API_KEY`.
  fileprivate var environmentName: String {
    "IMAGE_EDIT_MOCK_" + String(map { $0 == "-" ? "_" : $0 }).uppercased()
  }
}
