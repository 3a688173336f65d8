/// Options that come from the environment: `IMAGE_EDIT_MOCK_PORT=9000` stands for `--port 9000`, which wins over it.
struct EnvironmentArguments {
  private let environment: [String: String]

  init(_ environment: [String: String]) { self.environment = environment }

  /// The arguments with what the environment adds behind them.
  func completing(_ arguments: [String]) throws -> [String] {
    guard environment.keys.contains(where: { $0.hasPrefix(String.environmentPrefix) }) else { return arguments }
    var completed = arguments
    for option in Self.options(for: arguments) where !arguments.contains(option: option.name) {
      guard let text = environment[option.name.environmentName] else { continue }
      completed += try option.arguments(for: text)
    }
    return completed
  }

  /// The options of `serve` that the command knows as `serve` does: which contract is meant, or the folder of scenarios.
  private static func options(for arguments: [String]) -> [ServeOptions.Named] {
    let shared: [String]
    switch arguments.first {
    case nil, "serve": return ServeOptions.named
    case "openapi", "drift": shared = ["profile", "set", "venice-contract"]
    case "scenario": shared = ["list", "explain"].contains(arguments.dropFirst().first) ? ["scenarios"] : []
    case let first?:
      let isServe = first.hasPrefix("-") && !["-h", "--help", "--version"].contains(first)
      return isServe ? ServeOptions.named : []
    }
    return ServeOptions.named.filter { shared.contains($0.name) }
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
