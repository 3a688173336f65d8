internal import HTTPMessage

/// What the first rules look at: the head of a request, and who may come in.
package struct DGridHead: Sendable {
  let head: RequestHead
  let settings: Settings
  let keys: KeyRing

  /// The endpoint, when the path is one; a trailing slash is as good as none.
  var endpoint: DGridEndpoint? { DGridEndpoint(path: head.path) }
}

/// The endpoints of DGrid that are served, by path.
package enum DGridEndpoint: String, Sendable, CaseIterable {
  case imageEdits = "/v1/images/edits"
  case models = "/v1/models"

  package init?(path: String) {
    let bare = path == "/v1/images/edits/" ? "/v1/images/edits" : path
    self.init(rawValue: bare)
  }

  /// The methods that are served, as `Allow` lists them.
  package var methods: [String] {
    switch self {
    case .imageEdits: ["POST"]
    case .models: ["GET", "HEAD"]
    }
  }
}
