internal import Formats
internal import HTTPMessage
internal import Support
internal import Synchronization

/// A wallet's sign-in, sent instead of a key: base64 of JSON.
///
/// It has the fields of the x402 protocol, as PyPI's x402 client sends them, or a signed `message` (EIP-4361) with a few fields beside it, as
/// Venice's OpenAPI document has it (`siwx`). What the message says is read into the same fields. Signatures are not verified.
struct WalletSignIn: Sendable {
  /// A chain that wallets can be on, and the kind of its signatures.
  struct Chain: Sendable {
    let id: String
    let type: String
  }

  static let chains = [
    Chain(id: "eip155:8453", type: "eip191"), Chain(id: "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", type: "ed25519"),
  ]
  /// From the issue of a challenge to its end, and the oldest sign-in, in milliseconds. Source: Venice's client notes.
  static let lifetime = 300_000
  /// How far a sign-in may be ahead, in milliseconds. Source: the same.
  static let mostAhead = 30_000
  /// The service's own domain: clients that do not read the challenge sign in to that.
  static let domain = "api.venice.ai"

  let head: RequestHead
  /// Unix time in milliseconds.
  let now: Int
  /// Texts and numbers by their keys; nil: the header is no base64 of an object in JSON.
  let fields: [String: String]?
  /// What the signed message says, by the names of the fields; nil: there is none.
  let message: [String: String]?
  /// Tells whether the nonce has come before.
  var isReused = false

  /// Reads the header; nil: there is none.
  init?(_ head: RequestHead, now: Int) {
    guard let header = head.walletSignIn else { return nil }
    (self.head, self.now) = (head, now)
    fields = Self.fields(header)
    message = fields?["message"].map(Self.message)
  }

  /// Returns a field, of the message where there is one.
  subscript(name: String) -> String? { message?[name] ?? fields?[name] }

  /// The chain by its CAIP-2 name; a number is one of Ethereum's.
  var chainID: String { fields?["chainId"].map { Int($0) == nil ? $0 : "eip155:\($0)" } ?? "" }

  /// Returns the time in a field, in Unix milliseconds; nil: it is not there or cannot be read.
  func time(_ name: String) -> Int? { self[name].flatMap(ISOTime.unixMilliseconds) }

  private static func fields(_ header: String) -> [String: String]? {
    guard let bytes = try? Base64.decode(Array(header.utf8)), let document = try? JSONDocument(parsing: bytes),
      case .object(let object) = document.root
    else { return nil }
    var fields: [String: String] = [:]
    for member in object.members {
      switch member.value {
      case .string(let text): fields[member.key] = document.text(of: text)
      case .number(let number): fields[member.key] = number.lexeme
      default: break
      }
    }
    return fields
  }

  private static let names = [
    "URI": "uri", "Version": "version", "Chain ID": "chainId", "Nonce": "nonce", "Issued At": "issuedAt",
    "Expiration Time": "expirationTime", "Not Before": "notBefore",
  ]

  /// Reads `DOMAIN wants you to sign in with your Ethereum account:`, the address on the next line, and lines such as `Nonce: 1a2b`.
  private static func message(_ text: String) -> [String: String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var fields: [String: String] = [:]
    if let words = lines.first?.split(separator: " "), words.dropFirst().starts(with: ["wants", "you", "to", "sign", "in"]), lines.count > 1
    {
      fields["domain"] = String(words[0])
      fields["address"] = String(lines[1])
    }
    for line in lines.dropFirst(2) {
      guard let colon = line.firstIndex(of: ":"), let name = names[String(line[..<colon])] else { continue }
      fields[name] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return fields
  }
}

/// The nonces that wallets have signed in with, each session's for itself.
///
/// A sign-in is too old after five minutes. Beyond the limit the nonces that came first are forgotten.
final class UsedNonces: Sendable {
  private struct Key: Hashable, Sendable {
    let session: String
    let nonce: String
  }

  /// Bytes of nonces and names of sessions.
  static let limit = 1 << 20

  private let used = Mutex(LRUCache<Key, Bool>(costLimit: limit))

  /// Notes the nonce of a sign-in; returns `false` when the session has used it before.
  func use(_ signIn: WalletSignIn) -> Bool {
    var session = signIn.head.headers["x-mock-session"]
    if session == nil, case .token(let token) = BearerToken(signIn.head) { session = token }
    let key = Key(session: session ?? "", nonce: signIn["nonce"] ?? "")
    return used.withLock { used in
      guard used.value(for: key) == nil else { return false }
      used.insert(true, for: key, cost: key.session.utf8.count + key.nonce.utf8.count + 64)
      return true
    }
  }
}
