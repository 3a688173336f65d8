internal import Formats
package import HTTPMessage

/// The head of a request, as the rules on route and credentials see it.
struct ArrivedHead: Sendable {
  let head: RequestHead
  let settings: Settings
  let keys: KeyRing
}

/// A request with its body, as the rules on the body as a whole see it.
struct ArrivedRequest: Sendable {
  let request: Request
  let settings: Settings
  let format: BodyFormat

  init(request: Request, settings: Settings) {
    self.request = request
    self.settings = settings
    format = BodyFormat(request.head)
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
  /// The coding of the body, where the mock would have to undo it; nil: none.
  var contentCoding: String? {
    guard let coding = headers["content-encoding"]?.lowercased(), coding != "identity", !coding.isEmpty else { return nil }
    return coding
  }
}

/// How many header lines the rules of both APIs accept.
///
/// Not documented; the mock chooses, and far below what the server has memory for.
enum HeaderLimits {
  /// What Node accepts by default, which Venice runs on.
  static let bytes = 16_384
  /// What common servers accept; some 450 would fill the memory that the server has for a connection.
  static let lines = 200

  /// Returns an API's checks on the size and the number of header lines, in this order.
  static func checks<Problem>(_ api: API, _ problem: Problem, response: String) -> [Check<ArrivedHead, Problem>] {
    let size = Rule(
      "\(api.rawValue).headers.max-size", says: "All header lines together have at most 16,384 bytes.", .assumed,
      source: VeniceSource.undocumented, response: response)
    let count = Rule(
      "\(api.rawValue).headers.max-count", says: "There are at most 200 header lines.", .assumed, source: VeniceSource.undocumented,
      response: response)
    return [
      Check(size) { subject in
        let found = subject.head.headers.byteCount
        return found > bytes ? [Finding("", expected: "at most \(bytes) bytes of headers", found: "\(found)", problem)] : []
      },
      Check(count) { subject in
        let found = subject.head.headers.fields.count
        return found > lines ? [Finding("", expected: "at most \(lines) header lines", found: "\(found)", problem)] : []
      },
    ]
  }
}

extension HeaderList {
  /// Bytes of all names and values, without separators.
  package var byteCount: Int { fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } }
}
