internal import HTTPServer
internal import Support

/// The options of `serve` about TLS.
struct TLSOptions: Sendable {
  var isSelfSigned = false
  var authority: String?
  var names: [String] = []
  var certificate: String?
  var key: String?

  static let authorityFile = "image-edit-mock-ca.pem"
  /// A chain with a few certificates has some 10 kB.
  private static let largestFile = 1 << 20
  /// What clients on this machine, or in containers on it, call it.
  private static let usualNames = ["localhost", "*.localhost", "127.0.0.1", "::1", "host.docker.internal"]

  /// What TLS is spoken with.
  struct Transport {
    let identity: TLSIdentity
    /// The file of the authority that was made, from the root; nil: none was.
    let authorityFile: String?
  }

  /// nil: the mock speaks plain HTTP.
  ///
  /// - Parameter host: what the mock listens on.
  func transport(host: String) throws -> Transport? {
    try checkCombination()
    if isSelfSigned { return try selfSigned(host) }
    guard let certificate, let key else { return nil }
    return Transport(identity: try identity(certificate, key), authorityFile: nil)
  }

  private func checkCombination() throws {
    if isSelfSigned, certificate != nil || key != nil {
      throw CommandFailure.usage("--tls-self-signed makes a certificate, and --tls-cert with --tls-key brings one; write one of them")
    }
    if !isSelfSigned, authority != nil || !names.isEmpty {
      throw CommandFailure.usage(
        "\(authority == nil ? "--tls-name" : "--tls-ca") is about a certificate that is made; write --tls-self-signed with it")
    }
    if (certificate == nil) != (key == nil) {
      throw CommandFailure.usage(
        "--tls-cert and --tls-key belong together; write \(certificate == nil ? "--tls-cert" : "--tls-key") FILE, too")
    }
  }

  private func selfSigned(_ host: String) throws -> Transport {
    let names = try names.map { text in
      guard let name = ServerName(text) else {
        throw CommandFailure.usage("--tls-name is '\(text)'; write a host name or an IP address alone, such as api.example.com")
      }
      return name
    }
    let usual = (Self.usualNames + [host]).compactMap { ServerName($0) }
    let made: SelfSigned
    do { made = try SelfSigned(for: usual + names, now: Int64(Clock.system.unixMilliseconds / 1_000)) } catch {
      throw CommandFailure.usage("--tls-self-signed: \(error)")
    }
    let file = absolutePath(authority ?? Self.authorityFile)
    do { try writeFile(made.authority, file) } catch {
      throw CommandFailure.usage("--tls-ca: \(error); write another place for the certificate authority")
    }
    return Transport(identity: made.identity, authorityFile: file)
  }

  private func identity(_ certificate: String, _ key: String) throws -> TLSIdentity {
    let chain = try read(certificate, "--tls-cert")
    let key = try read(key, "--tls-key")
    do { return try TLSIdentity(certificate: chain, key: key) } catch {
      throw CommandFailure.usage("--tls-cert and --tls-key: \(error)")
    }
  }

  private func read(_ path: String, _ option: String) throws -> [UInt8] {
    do { return try readFile(path, limit: Self.largestFile) } catch { throw CommandFailure.usage("\(option): \(error)") }
  }
}
