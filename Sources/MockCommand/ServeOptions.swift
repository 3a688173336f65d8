internal import ArgumentParser
internal import HTTPServer
internal import Support

/// The options of `serve`, each declared once: for the parser, the help and the environment.
///
/// Numbers are taken as text, so that a mistake can be answered with what to write; a minus belongs to the value.
struct ServeOptions: EnvironmentGroup {
  @Option(help: .init("Address to listen on.", valueName: "address")) var host = "127.0.0.1"

  @Option(parsing: .unconditional, help: .init("Port to listen on; 0 takes a free one.", valueName: "port")) var port = "8080"

  @OptionGroup var tls: TLSOptions

  @OptionGroup var contract: ContractOptions

  @Option(help: .init("A valid key; may be repeated. Without one, any bearer token is valid.", valueName: "key")) var apiKey: [String] = []

  @Option(parsing: .unconditional, help: .init("Another seed draws another set of pictures.", valueName: "number")) var seed = "0"

  @Option(help: .init("Answer image URLs of a host from a folder; may be repeated.", valueName: "host=folder")) var urlMap: [String] = []

  @Option(
    help: .init("Where the images behind DGrid's url answers are kept over a restart; 'none' keeps them in memory.", valueName: "folder"))
  var generatedDir: String?

  @OptionGroup var source: ScenarioOptions

  @Option(help: .init("The scenario of requests that choose none.", valueName: "name")) var scenario: String?

  @Option(
    help: .init(
      "Have requests answered by the service that --upstream names, and write each with its answer into this folder.", valueName: "folder"))
  var record: String?

  @Option(help: .init("The base URL of the real service, for --record; may be repeated, once for each API.", valueName: "url"))
  var upstream: [String] = []

  @Option(help: .init("Answer what is in this folder of recordings as it was answered then.", valueName: "folder")) var replay: String?

  @Option(help: .init("Also write the ready line to this file.", valueName: "path")) var readyFile: String?

  @Flag(help: "Exit with 3 when a request was refused or earned a warning.") var failOnWarnings = false

  @Flag(help: "Exit with 3 when a client showed bad manners (see GET /_mock/conduct).") var failOnConduct = false

  @Option(help: .init("At the end, write what the run came to: JUnit XML for a name in .xml, else JSON.", valueName: "path"))
  var report: String?

  @Option(parsing: .unconditional, help: .init("How much the journal keeps, bodies included.", valueName: "size"))
  var journalBytes = "64MiB"

  @Option(
    parsing: .unconditional, help: .init("How many requests the journal keeps; 0 switches it off, and conduct with it.", valueName: "count")
  ) var journalRequests = "10000"

  @Option(parsing: .unconditional, help: .init("Serve /_mock on a port of its own; 0 takes a free one.", valueName: "port"))
  var adminPort: String?

  @Flag(help: "Serve no /_mock at all.") var noAdmin = false

  @Option(help: .init("A further host name that /_mock may be called by; may be repeated.", valueName: "name")) var allowHost: [String] = []

  @Option(
    help: .init(
      "Which requests are logged to standard error: all, refused (also those with warnings, and scripted ones), none.", valueName: "which"))
  var log = "refused"
}

/// The options of `serve` about TLS.
struct TLSOptions: EnvironmentGroup {
  @Flag(help: "Speak HTTPS, with a certificate made for this run.") var tlsSelfSigned = false

  @Option(
    help: .init(
      "Where --tls-self-signed writes the certificate authority that clients are to trust (default: \(Self.authorityFile)).",
      valueName: "file")) var tlsCa: String?

  @Option(help: .init("A further name that the certificate of --tls-self-signed is for; may be repeated.", valueName: "name"))
  var tlsName: [String] = []

  @Option(help: .init("Speak HTTPS with this certificate and its chain, in PEM.", valueName: "file")) var tlsCert: String?

  @Option(help: .init("The key of --tls-cert, in PEM.", valueName: "file")) var tlsKey: String?

  static let authorityFile = "image-edit-mock-ca.pem"
  /// A chain with a few certificates has some 10 kB.
  private static let largestFile = 1 << 20
  /// The names that clients on this machine, or in containers on it, use.
  private static let usualNames = ["localhost", "*.localhost", "127.0.0.1", "::1", "host.docker.internal"]

  /// The certificate that TLS is served with.
  struct Transport {
    let identity: TLSIdentity
    /// The absolute path of the authority that was made; nil: none was.
    let authorityFile: String?
  }

  /// Returns the certificate, made or read; nil: the mock speaks plain HTTP. `host`: the address that the mock listens on.
  func transport(host: String) throws -> Transport? {
    try checkCombination()
    if tlsSelfSigned { return try selfSigned(host) }
    guard let tlsCert, let tlsKey else { return nil }
    return Transport(identity: try identity(tlsCert, tlsKey), authorityFile: nil)
  }

  private func checkCombination() throws {
    try reject(
      tlsSelfSigned && (tlsCert != nil || tlsKey != nil),
      "--tls-self-signed makes a certificate, and --tls-cert with --tls-key brings one; write one of them")
    try reject(
      !tlsSelfSigned && (tlsCa != nil || !tlsName.isEmpty),
      "\(tlsCa == nil ? "--tls-name" : "--tls-ca") is about a certificate that is made; write --tls-self-signed with it")
    try reject(
      (tlsCert == nil) != (tlsKey == nil),
      "--tls-cert and --tls-key belong together; write \(tlsCert == nil ? "--tls-cert" : "--tls-key") FILE, too")
  }

  private func selfSigned(_ host: String) throws -> Transport {
    let names = try tlsName.map { text in
      guard let name = ServerName(text) else {
        throw CommandFailure.usage("--tls-name is '\(text)'; write a host name or an IP address alone, such as api.example.com")
      }
      return name
    }
    let usual = (Self.usualNames + [host]).compactMap { ServerName($0) }
    let made = try naming("--tls-self-signed") { try SelfSigned(for: usual + names, now: Int64(Clock.system.unixMilliseconds / 1_000)) }
    let file = absolutePath(tlsCa ?? Self.authorityFile)
    do { try writeFile(made.authority, file) } catch {
      throw CommandFailure.usage("--tls-ca: \(error); write another place for the certificate authority")
    }
    return Transport(identity: made.identity, authorityFile: file)
  }

  private func identity(_ certificate: String, _ key: String) throws -> TLSIdentity {
    let chain = try naming("--tls-cert") { try readFile(certificate, limit: Self.largestFile) }
    let key = try naming("--tls-key") { try readFile(key, limit: Self.largestFile) }
    return try naming("--tls-cert and --tls-key") { try TLSIdentity(certificate: chain, key: key) }
  }
}
