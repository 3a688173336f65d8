internal import ArgumentParser
internal import Contract
internal import ContractFixtures
internal import HTTPClient
internal import HTTPMessage
internal import Support

/// `image-edit-mock check`: the fixtures against any server.
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Send the fixtures to a server, the real service included, and say where it answers otherwise than expected.")

  @Option(
    name: .customLong("base-url"),
    help: .init("The base URL a client is given, such as http://127.0.0.1:8080/api/v1, or the origin alone.", valueName: "url"))
  var baseURL: String

  @Option(help: .init("Which of the APIs it is: venice or dgrid.", valueName: "api")) var api: String

  @Option(
    name: .customLong("key-env"),
    help: .init("The environment variable that has the key; needed for every server that is not on this machine.", valueName: "name"))
  var keyVariable: String?

  @Option(help: .init("What is expected: documented or live.", valueName: "profile")) var profile: String = "documented"

  @Option(
    name: .customLong("venice-contract"),
    help: .init(
      "The day whose Venice contract is expected: \(VeniceContracts.all.map(\.description).joined(separator: ", ")) or newest.",
      valueName: "day")) var veniceContract: String = VeniceContracts.standard.description

  @Flag(name: .customLong("allow-paid"), help: "Also send requests that a service charges for.") var allowsPaid = false

  @Option(help: .init("Only these rules, '*' for any letters (venice.edit.prompt.*); may be repeated.", valueName: "rule"))
  var only: [String] = []

  @Option(
    parsing: .unconditional, help: .init("Seconds between two requests; 2 unless the server is on this machine.", valueName: "seconds"))
  var pause: String?

  @Option(help: .init("Also write the result as JUnit XML.", valueName: "file")) var junit: String?

  @Flag(name: .customLong("suggest-profile"), help: "Print the command line of a mock that decides as this server was seen to.")
  var suggestsProfile = false

  @Flag(name: .customLong("verbose"), help: "Print a line to standard error for each request.") var isVerbose = false

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    do {
      let base = try base
      let plan = try plan(base, environment)
      if let path = junit { try write([], path) }
      if let announcement = plan.announcement { output.standardError("image-edit-mock: \(announcement)\n") }
      var run = CheckRun(plan, server: RemoteServer(root: base.root), pace: .system) { line in
        if isVerbose { output.standardError("image-edit-mock: \(line)\n") }
      }
      let report = try run.report()
      output.standardOutput(suggestsProfile ? "\(report.text)\n\(report.suggestion)\n" : report.text)
      if let path = junit { try write(Array(report.junit.utf8), path) }
      return report.exitCode
    } catch let failure as CheckFailure {
      switch failure {
      case .usage(let text): throw CommandFailure.usage(text)
      case .unreachable(let text):
        if let path = junit, let api = API(rawValue: api) { try write(Array(CheckReport.junit(of: api, unreachable: text).utf8), path) }
        throw CommandFailure(code: 69, message: text)
      }
    }
  }

  private func write(_ bytes: [UInt8], _ path: String) throws { try naming("--junit") { try writeFile(bytes, path) } }

  private var base: CheckedBase { get throws { try CheckedBase(baseURL, of: checkedAPI) } }

  private func plan(_ base: CheckedBase, _ environment: [String: String]) throws -> CheckPlan {
    let api = try checkedAPI
    let profile = try Profile(profile, of: "--profile")
    let contract = try naming("--venice-contract") { try VeniceContracts.named(veniceContract) }
    let selectors = try only.map { try RuleSelector($0, of: api) }
    return CheckPlan(
      api: api, profile: profile, contract: contract, key: try key(base, environment), allowsPaid: allowsPaid, only: selectors,
      pause: try duration(base), origin: base.origin)
  }

  private var checkedAPI: API { get throws { try API(api, of: "--api") } }

  private func key(_ base: CheckedBase, _ environment: [String: String]) throws -> CheckKey {
    guard let keyVariable else {
      guard base.isLoopback else {
        throw CommandFailure.usage(
          "\(base.root) is not this machine and wants a key; write --key-env NAME, where NAME is the variable that has it")
      }
      return .standard
    }
    guard let key = environment[keyVariable], !key.isEmpty else {
      throw CommandFailure.usage("--key-env: there is nothing in \(keyVariable); write the name of a variable that has the key")
    }
    guard key.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else {
      throw CommandFailure.usage(
        "--key-env: the key in \(keyVariable) has a blank or another letter that no header takes; write the key alone")
    }
    return CheckKey(secret: key)
  }

  /// Venice blocks a key for 20 failed requests within half a minute: at 2 seconds there are 15.
  private func duration(_ base: CheckedBase) throws -> Duration {
    guard let pause else { return base.isLoopback ? .zero : .seconds(2) }
    guard let seconds = Double(pause), 0...3_600 ~= seconds else {
      throw CommandFailure.usage("--pause is '\(pause)'; write seconds from 0 to 3600")
    }
    return .seconds(seconds)
  }
}

extension CheckPace { fileprivate static let system = CheckPace(unixTime: unixTime, sleep: pause) }

/// A server behind a socket.
struct RemoteServer: CheckedServer {
  /// `https://api.venice.ai`
  let root: String
  private let client = HTTPClient(timeout: .seconds(300))

  func send(_ request: Request) throws(NoAnswer) -> Response {
    let query = request.head.query.isEmpty ? "" : "?\(request.head.query)"
    let outgoing = OutgoingRequest(
      method: request.head.method, url: "\(root)\(request.head.path)\(query)", headers: request.head.headers, body: request.body.bytes)
    do {
      let incoming = try client.send(outgoing)
      return Response(status: incoming.status, headers: incoming.headers, body: incoming.body)
    } catch { throw NoAnswer(error.description) }
  }
}
