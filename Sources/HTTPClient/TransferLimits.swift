/// How long a transfer may take, and how much it may bring.
struct TransferLimits: Sendable {
  let timeout: Duration
  let connectTimeout: Duration
  /// Most bytes of an answer's body.
  let body: Int
  /// A file of certificates in PEM; nil: the system's.
  let trustedCertificates: String?
}
