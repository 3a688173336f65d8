internal import ArgumentParser
internal import HTTPServer
internal import Support

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
    let made = try naming("--tls-self-signed") {
      try SelfSigned(for: usual + names, now: Int64(Clock.system.unixMilliseconds / 1_000))
    }
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
