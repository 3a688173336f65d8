internal import Formats
internal import HTTPMessage

/// What the headers say the body is.
enum BodyFormat: Sendable {
  case json
  case multipart(MediaType)
  /// Neither, or unreadable: what was sent, for the message.
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
    } catch {
      self = .other("Content-Type '\(header.shortened())': \(error.message)")
    }
  }
}

extension HTTPMessage.RequestHead {
  /// The coding the body was sent in, when it is one that the mock would have to undo.
  var contentCoding: String? {
    guard let coding = headers["content-encoding"]?.lowercased(), coding != "identity", !coding.isEmpty else { return nil }
    return coding
  }
}

extension String {
  /// At most 60 characters, in single quotes where needed by the caller, cut with an ellipsis.
  func shortened(to limit: Int = 60) -> String { count <= limit ? self : prefix(limit - 1) + "…" }
}
