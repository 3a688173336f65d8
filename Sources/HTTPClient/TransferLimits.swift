/// How long a transfer may take, and how much it may bring.
struct TransferLimits: Sendable {
  let timeout: Duration
  let connectTimeout: Duration
  /// Most bytes of an answer's body.
  let body: Int
  /// A file of certificates in PEM; nil: the system's.
  let trustedCertificates: String?
}

extension Duration {
  /// At least one: libcurl takes 0 for its own default.
  var milliseconds: Int { Swift.max(1, Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)) }
}
