internal import Contract
internal import Formats
internal import Journal
internal import MockServer
internal import Support

/// The one line on standard output that says where the mock listens: programs wait for it.
struct ReadyLine {
  let server: MockServer
  /// The file of the certificate authority that clients are to trust; nil: none was made.
  let authority: String?

  var text: String {
    var members: [(String, JSONOutput)] = [
      ("event", .string("ready")), ("url", .string(server.url)), ("port", .int(server.port)), ("pid", .int(processID())),
    ]
    if let admin = server.adminURL, admin != server.url { members.append(("admin", .string(admin))) }
    if let authority { members.append(("ca", .string(authority))) }
    return String(decoding: JSONOutput.object(members).serialized(), as: UTF8.self) + "\n"
  }
}

/// What a person reads when the mock has started: both base URLs, and a line for each that can be pasted.
struct Welcome {
  let server: MockServer
  /// The file of the certificate authority that was made for this run; nil: none was.
  let authority: String?
  let options: ServeOptions

  private var url: String { server.url }
  private var curl: String { authority.map { "curl --cacert \($0)" } ?? "curl" }

  var text: String {
    """

    image-edit-mock \(MockCommand.version) is listening. \(promise)

      Venice   \(url)/api/v1      DGrid   \(url)/v1

    Try it (an image from the mock itself, so these work from any folder):

      \(curl) \(url)/api/v1/image/edit -H 'Authorization: Bearer \(key)' -H 'Content-Type: application/json' \\
        -d '{"prompt": "Change the sky to a sunrise", "image": "\(url)/fixtures/lighthouse.png"}' -o venice.png

      \(curl) -s \(url)/fixtures/lighthouse.png | \(curl) \(url)/v1/images/edits -H 'Authorization: Bearer \(key)' \\
        -F 'image=@-;filename=lighthouse.png' -F model=wanx-v1 -F prompt='Make it snow'

    \(trust)\(requests)Profile: \(options.contract.profile). Keys: \(options.apiKey.isEmpty ? "any bearer token" : "\(options.apiKey.count) given"). \
    Rules: image-edit-mock rules. Stop: Ctrl-C.
    Venice's contract: \(options.contract.veniceContract). Known: \(VeniceContracts.summary(unixMilliseconds: Clock.system.unixMilliseconds)).

    """
  }

  private var promise: String {
    guard let folder = options.record else { return "Change one base URL, and nothing leaves this machine." }
    return """
      RECORDING: requests leave this machine. They go to \(options.upstream.joined(separator: " and ")) with the client's own key,
      which may cost money, and are written to \(folder) without it.
      """
  }

  /// How clients are made to trust an authority that was made for this run.
  private var trust: String {
    guard let file = authority else { return "" }
    return """
      The certificate is of this run only; have clients trust its authority:

        export SSL_CERT_FILE=\(file) REQUESTS_CA_BUNDLE=\(file) NODE_EXTRA_CA_CERTS=\(file)


      """
  }

  private var requests: String { server.adminURL.map { "What was sent, and was it right: \(curl) \($0)/_mock/requests\n    " } ?? "" }

  /// A given key is not printed: logs are read by others.
  private var key: String { options.apiKey.isEmpty ? "test" : "YOUR_KEY" }
}

/// The summary at the end, and the file of `--report`.
struct ReportFile {
  let options: ServeOptions

  /// Writes that the run has not ended yet. A file that cannot be written is known at once, and a run that is killed leaves no good report.
  func begin() throws { try naming("--report") { try write(report(nil)) } }

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
    RunReport(journal, version: MockCommand.version, failsOnWarnings: options.failOnWarnings, failsOnConduct: options.failOnConduct)
  }

  private func write(_ report: RunReport) throws(SystemCallError) {
    guard let path = options.report else { return }
    try writeFile(path.lowercased().hasSuffix(".xml") ? Array(report.junit.utf8) : report.json.serialized(indent: 2) + [0x0A], path)
  }
}
