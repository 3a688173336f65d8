internal import HTTPMessage

/// Rules on wallets, which sign in instead of a key. Codes and limits are from Venice's client notes, the texts are assumed.
extension VeniceRules {
  static let payments: [Check<ArrivedHead, Response>] = [paymentHeader]
  static let walletSignIn: [Check<WalletSignIn, Response>] = [
    walletHeader, walletPayload, walletAddress, walletChain, walletDomain, walletTime,
  ]
  static let walletNonce: [Check<WalletSignIn, Response>] = [nonceOnce]

  private static let notes = VeniceSource.clientNotes + ", synced 2026-10-02"
  private static let path = "sign-in-with-x"

  private static let paymentHeader = Check<ArrivedHead, Response>(
    "venice.wallet.payment-header", says: "No payment (X-PAYMENT, PAYMENT-SIGNATURE, X-402-Payment) is sent with an edit.", .observed,
    source: notes, response: VeniceError.paymentHeader.summary
  ) { subject in
    ["X-PAYMENT", "PAYMENT-SIGNATURE", "X-402-Payment"].filter { subject.head.headers[$0] != nil }.map {
      Finding(
        $0.lowercased(), expected: "no payment: a wallet signs in, and pays with POST /x402/top-up", found: "a header \($0)", .paymentHeader
      )
    }
  }

  private static let walletHeader = Check<WalletSignIn, Response>(
    "venice.wallet.header", says: "SIGN-IN-WITH-X is base64 of a JSON object.", .observed, source: notes,
    response: "401 X402_SIGN_IN_PARSE_ERROR"
  ) { signIn in
    guard signIn.fields == nil else { return [] }
    let error = VeniceError.signIn("PARSE_ERROR", "Sign-in-with-x header could not be parsed")
    return [Finding(path, expected: "base64 of a JSON object", found: "something else", error)]
  }

  private static let walletPayload = Check<WalletSignIn, Response>(
    "venice.wallet.payload",
    says:
      "A sign-in has domain, address, uri, version, chainId, type, issuedAt and signature; or address, chainId, signature, timestamp and a message that says the rest.",
    .observed, source: notes + "; Venice OpenAPI 20260619.153236, siwx; PyPI's x402 2.25", response: "401 X402_SIGN_IN_INVALID_PAYLOAD"
  ) { signIn in
    guard let fields = signIn.fields else { return [] }
    let own = signIn.message == nil ? ["address", "chainId", "signature", "type"] : ["address", "chainId", "signature", "timestamp"]
    let missing =
      own.filter { fields[$0]?.isEmpty ?? true } + ["domain", "uri", "version", "issuedAt"].filter { signIn[$0]?.isEmpty ?? true }
    return missing.map { name in
      let isInMessage = signIn.message != nil && !own.contains(name)
      let error = VeniceError.signIn(isInMessage ? "INVALID_MESSAGE" : "INVALID_PAYLOAD", "Invalid Sign-in-with-x payload")
      return Finding("\(path).\(name)", expected: isInMessage ? "a line of the message that says it" : "a text", found: "nothing", error)
    }
  }

  private static let walletAddress = Check<WalletSignIn, Response>(
    "venice.wallet.address", says: "`address` is one of the chain's, and the one that the message has.", .observed, source: notes,
    response: "401 X402_SIGN_IN_INVALID_WALLET"
  ) { signIn in
    guard let address = signIn.fields?["address"], !address.isEmpty else { return [] }
    let isSolana = signIn.chainID.hasPrefix("solana:")
    let digits = isSolana ? Substring(address) : address.dropFirst(2)
    let isAddress =
      isSolana
      ? 32...44 ~= digits.utf8.count && digits.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      : address.hasPrefix("0x") && digits.utf8.count == 40 && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
    guard isAddress else {
      let expected = isSolana ? "32 to 44 letters of base58" : "0x and 40 hexadecimal digits"
      return [
        Finding(
          "\(path).address", expected: expected, found: "'\(address.shortened())'", .signIn("INVALID_WALLET", "Invalid wallet address"))
      ]
    }
    guard let named = signIn.message?["address"], !named.equalsIgnoringASCIICase(address) else { return [] }
    let error = VeniceError.signIn("ADDRESS_MISMATCH", "Address does not match the signed message")
    return [Finding("\(path).address", expected: "the message's \(named.shortened())", found: address, error)]
  }

  private static let walletChain = Check<WalletSignIn, Response>(
    "venice.wallet.chain", says: "`chainId` is Base's or Solana's, and `type` and the message are of that chain.", .observed, source: notes,
    response: "401 X402_SIGN_IN_UNSUPPORTED_CHAIN"
  ) { signIn in
    guard let text = signIn.fields?["chainId"], !text.isEmpty else { return [] }
    let expected = WalletSignIn.chains.map(\.id).joined(separator: " or ")
    func finding(_ code: String, _ expected: String, _ found: String) -> [Finding<Response>] {
      [Finding("\(path).chainId", expected: expected, found: found.shortened(), .signIn(code, "Invalid or unsupported chain"))]
    }
    guard signIn.chainID.split(separator: ":", omittingEmptySubsequences: false).count == 2 else {
      return finding("INVALID_CHAIN_ID", expected, "'\(text)'")
    }
    guard let chain = WalletSignIn.chains.first(where: { $0.id == signIn.chainID }) else {
      return finding("UNSUPPORTED_CHAIN", expected, signIn.chainID)
    }
    let type = signIn.fields?["type"] ?? "eip191"
    guard type == chain.type else { return finding("CHAIN_MISMATCH", "type \(chain.type) for \(chain.id)", "type \(type)") }
    // Solana's messages spell the chain in several ways.
    guard let named = signIn.message?["chainId"], chain.type == "eip191", "eip155:\(named)" != chain.id else { return [] }
    return finding("CHAIN_MISMATCH", "the message's chain \(named.shortened())", chain.id)
  }

  private static let walletDomain = Check<WalletSignIn, Response>(
    "venice.wallet.domain", says: "`domain` is the host that the request was sent to, or api.venice.ai.", .observed, source: notes,
    response: "401 X402_SIGN_IN_DOMAIN_MISMATCH"
  ) { signIn in
    guard let domain = signIn["domain"], !domain.isEmpty, domain != WalletSignIn.domain else { return [] }
    let own = signIn.head.authority
    guard !domain.equalsIgnoringASCIICase(own) else { return [] }
    let error = VeniceError.signIn("DOMAIN_MISMATCH", "Domain mismatch")
    return [Finding("\(path).domain", expected: "\(own) or \(WalletSignIn.domain)", found: domain.shortened(), error)]
  }

  private static let walletTime = Check<WalletSignIn, Response>(
    "venice.wallet.time",
    says: "A sign-in was issued at most 5 minutes ago and at most 30 seconds ahead, is not expired, and is valid already.", .observed,
    source: notes, response: "401 X402_SIGN_IN_EXPIRED"
  ) { signIn in
    func finding(_ name: String, _ code: String, _ expected: String) -> Finding<Response> {
      let found = (signIn[name] ?? "").shortened() + ", and it is \(ISOTime.text(unixMilliseconds: signIn.now))"
      return Finding("\(path).\(name)", expected: expected, found: found, .signIn(code, "Invalid Sign-in-with-x time"))
    }
    let present = ["issuedAt", "expirationTime", "notBefore"].filter { !(signIn[$0]?.isEmpty ?? true) }
    if let wrong = present.first(where: { signIn.time($0) == nil }) { return [finding(wrong, "INVALID_PAYLOAD", "a time as in RFC 3339")] }
    guard let issued = signIn.time("issuedAt") else { return [] }
    if signIn.now - issued > WalletSignIn.lifetime { return [finding("issuedAt", "EXPIRED", "at most 5 minutes ago")] }
    if issued - signIn.now > WalletSignIn.mostAhead { return [finding("issuedAt", "FUTURE_TIMESTAMP", "at most 30 seconds ahead")] }
    if let end = signIn.time("expirationTime"), end <= signIn.now { return [finding("expirationTime", "EXPIRED", "a time to come")] }
    if let start = signIn.time("notBefore"), start > signIn.now { return [finding("notBefore", "NOT_BEFORE", "a time that has come")] }
    // How far the two may be apart is not known.
    guard signIn.message != nil, let stamp = signIn.fields?["timestamp"], !stamp.isEmpty else { return [] }
    if let stamp = Int(stamp), (issued - WalletSignIn.mostAhead...issued + WalletSignIn.mostAhead).contains(stamp) { return [] }
    return [finding("timestamp", "TIMESTAMP_MISMATCH", "Unix milliseconds within 30 seconds of the message's Issued At")]
  }

  private static let nonceOnce = Check<WalletSignIn, Response>(
    "venice.wallet.nonce", says: "A sign-in has a nonce, and a session signs in with each nonce once.", .observed, source: notes,
    response: "401 X402_SIGN_IN_NONCE_REUSED"
  ) { signIn in
    guard let nonce = signIn["nonce"], !nonce.isEmpty else {
      let error = VeniceError.signIn("MISSING_NONCE", "Missing nonce")
      return [Finding("\(path).nonce", expected: "the nonce of the challenge", found: "nothing", error)]
    }
    guard signIn.isReused else { return [] }
    let error = VeniceError.signIn("NONCE_REUSED", "Nonce has already been used")
    return [Finding("\(path).nonce", expected: "a nonce that was not used before", found: nonce.shortened(), error)]
  }
}
