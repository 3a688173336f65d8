/// The options of `serve` by name: what the environment may say, and what a plain command line says.
extension ServeOptions {
  /// An option that is written `--name`.
  struct Named: Sendable {
    enum Setting: Sendable {
      case value(@Sendable (inout ServeOptions, String) -> Void)
      /// It may be repeated.
      case list(@Sendable (inout ServeOptions, String) -> Void)
      /// It takes no value.
      case flag(@Sendable (inout ServeOptions) -> Void)
    }

    let name: String
    let setting: Setting
  }

  static let named: [Named] = [
    Named(name: "host", setting: .value { $0.host = $1 }),
    Named(name: "port", setting: .value { $0.port = $1 }),
    Named(name: "profile", setting: .value { $0.contract.profile = $1 }),
    Named(name: "venice-contract", setting: .value { $0.contract.veniceContract = $1 }),
    Named(name: "set", setting: .list { $0.contract.decisions.append($1) }),
    Named(name: "api-key", setting: .list { $0.apiKeys.append($1) }),
    Named(name: "seed", setting: .value { $0.seed = $1 }),
    Named(name: "url-map", setting: .list { $0.urlMap.append($1) }),
    Named(name: "generated-dir", setting: .value { $0.generatedFolder = $1 }),
    Named(name: "scenarios", setting: .value { $0.source.scenarios = $1 }),
    Named(name: "scenario", setting: .value { $0.scenario = $1 }),
    Named(name: "record", setting: .value { $0.record = $1 }),
    Named(name: "upstream", setting: .list { $0.upstreams.append($1) }),
    Named(name: "replay", setting: .value { $0.replay = $1 }),
    Named(name: "ready-file", setting: .value { $0.readyFile = $1 }),
    Named(name: "log", setting: .value { $0.log = $1 }),
    Named(name: "report", setting: .value { $0.report = $1 }),
    Named(name: "journal-bytes", setting: .value { $0.journalBytes = $1 }),
    Named(name: "journal-requests", setting: .value { $0.journalRequests = $1 }),
    Named(name: "admin-port", setting: .value { $0.adminPort = $1 }),
    Named(name: "allow-host", setting: .list { $0.allowedHosts.append($1) }),
    Named(name: "tls-cert", setting: .value { $0.tls.certificate = $1 }),
    Named(name: "tls-key", setting: .value { $0.tls.key = $1 }),
    Named(name: "tls-ca", setting: .value { $0.tls.authority = $1 }),
    Named(name: "tls-name", setting: .list { $0.tls.names.append($1) }),
    Named(name: "fail-on-warnings", setting: .flag { $0.failsOnWarnings = true }),
    Named(name: "fail-on-conduct", setting: .flag { $0.failsOnConduct = true }),
    Named(name: "no-admin", setting: .flag { $0.hasNoAdmin = true }),
    Named(name: "tls-self-signed", setting: .flag { $0.tls.isSelfSigned = true }),
  ]

  /// Reads a command line in which each argument is the name of an option, once, or its value; nil: one is not, and the parser knows what it is.
  init?(plain arguments: [String]) {
    self.init()
    var said: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else { return nil }
      let pieces = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let option = Self.named.first(where: { $0.name == pieces[0] }) else { return nil }
      if case .list = option.setting {} else if said.contains(option.name) { return nil }
      said.append(option.name)
      switch option.setting {
      case .flag(let set):
        guard pieces.count == 1 else { return nil }
        set(&self)
      case .value(let set), .list(let set):
        guard let value = pieces.count > 1 ? String(pieces[1]) : rest.popFirst(), !value.isEmpty, !value.hasPrefix("-") else { return nil }
        set(&self, value)
      }
    }
  }
}
