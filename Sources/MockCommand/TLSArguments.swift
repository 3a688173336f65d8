internal import ArgumentParser

/// ``TLSOptions`` as they are written.
struct TLSArguments: ParsableArguments {
  @Flag(name: .customLong("tls-self-signed"), help: "Speak HTTPS, with a certificate made for this run.")
  var isSelfSigned = false

  @Option(
    name: .customLong("tls-ca"),
    help: ArgumentHelp(
      "Where --tls-self-signed writes the certificate authority that clients are to trust (default: \(TLSOptions.authorityFile)).",
      valueName: "file"))
  var authority: String?

  @Option(
    name: .customLong("tls-name"),
    help: ArgumentHelp("A further name that the certificate of --tls-self-signed is for; may be repeated.", valueName: "name"))
  var names: [String] = []

  @Option(name: .customLong("tls-cert"), help: ArgumentHelp("Speak HTTPS with this certificate and its chain, in PEM.", valueName: "file"))
  var certificate: String?

  @Option(name: .customLong("tls-key"), help: ArgumentHelp("The key of --tls-cert, in PEM.", valueName: "file"))
  var key: String?

  var options: TLSOptions {
    TLSOptions(isSelfSigned: isSelfSigned, authority: authority, names: names, certificate: certificate, key: key)
  }
}
