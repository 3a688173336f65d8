internal import Formats
package import HTTPMessage

/// The head of a request, as the rules on route and credentials see it.
struct ArrivedHead: Sendable {
  let head: RequestHead
  let settings: Settings
  let keys: KeyRing
  /// The id that the request was given.
  var requestID = ""
  /// When it came: Unix time in milliseconds.
  var now = 0
}

/// A request with its body, as the rules on the body as a whole see it.
struct ArrivedRequest: Sendable {
  let request: Request
  let settings: Settings
  let format: BodyFormat

  /// Whether it is multipart under a contract that bounds the file of a form and not its body.
  var isOctoberForm: Bool {
    if case .multipart = format { settings.veniceContract >= VeniceContracts.october } else { false }
  }
}

/// What the headers say that the body is.
enum BodyFormat: Sendable {
  case json
  case multipart(MediaType)
  /// Neither of them, or unreadable: what was sent, for the message.
  case other(String)

  init(_ head: RequestHead) {
    guard let header = head.headers["content-type"] else {
      self = .other("no Content-Type")
      return
    }
    do {
      let type = try MediaType(parsing: header)
      switch type.essence {
      case "application/json": self = .json
      case "multipart/form-data": self = .multipart(type)
      default: self = .other("Content-Type \(type.essence)")
      }
    } catch { self = .other("Content-Type '\(header.shortened())': \(error.message)") }
  }
}

extension RequestHead {
  /// The coding of the body, in lower case; nil: it is sent as it is.
  package var contentCoding: String? {
    guard let coding = headers["content-encoding"]?.lowercased(), coding != "identity", !coding.isEmpty else { return nil }
    return coding
  }
}

/// How many header lines the rules of both APIs accept. Not documented; the mock's choice, far below what the server has memory for.
enum HeaderLimits {
  /// What Node accepts by default, which Venice runs on.
  static let bytes = 16_384
  /// What common servers accept; some 450 would fill the memory that the server has for a connection.
  static let lines = 200

  /// Returns an API's checks on the size and the number of header lines, in this order.
  static func checks<Problem>(_ api: API, _ problem: Problem, response: String) -> [Check<ArrivedHead, Problem>] {
    [
      Check(
        "\(api.rawValue).headers.max-size", says: "All header lines together have at most 16,384 bytes.", .assumed,
        source: VeniceSource.undocumented, response: response
      ) { subject in
        let found = subject.head.headers.byteCount
        return found > bytes ? [Finding("", expected: "at most \(bytes) bytes of headers", found: "\(found)", problem)] : []
      },
      Check(
        "\(api.rawValue).headers.max-count", says: "There are at most 200 header lines.", .assumed, source: VeniceSource.undocumented,
        response: response
      ) { subject in
        let found = subject.head.headers.fields.count
        return found > lines ? [Finding("", expected: "at most \(lines) header lines", found: "\(found)", problem)] : []
      },
    ]
  }
}

/// The credentials in the `Authorization` header of a request.
package enum BearerToken: Sendable, Equatable {
  case missing
  /// The header is not `Bearer` with a token behind it; the text says what it is instead.
  case malformed(String)
  case token(String)

  /// Reads the header.
  package init(_ head: RequestHead) {
    let blank = UInt8(ascii: " ")
    let line = (head.headers["authorization"] ?? "").utf8.drop { $0 == blank }
    let scheme = Substring(line.prefix { $0 != blank })
    let token = String(Substring(line[scheme.endIndex...].drop { $0 == blank }))
    if scheme.isEmpty {
      self = .missing
    } else if !String(scheme).equalsIgnoringASCIICase("bearer") {
      self = .malformed("the scheme '\(Self.shown(scheme))'")
    } else {
      self = token.isEmpty ? .malformed("'Bearer' without a token") : .token(token)
    }
  }

  /// Returns the name of a scheme; of other texts, which may be keys, only the beginning.
  private static func shown(_ scheme: Substring) -> String {
    let isName = scheme.utf8.count <= 12 && scheme.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
    return isName ? String(scheme) : "\(scheme.prefix(4))…"
  }
}

/// The bearer tokens that are valid.
package struct KeyRing: Sendable, Equatable {
  private let keys: [String]

  /// Makes a key ring; without keys any token is valid.
  package init(_ keys: [String] = []) { self.keys = keys }

  /// Tells whether any token is valid.
  package var acceptsAny: Bool { keys.isEmpty }

  /// Tells whether the token is valid; one that chooses a scenario always is.
  package func accepts(_ token: String) -> Bool { keys.isEmpty || keys.contains(token) || token.hasPrefix("scenario:") }
}
