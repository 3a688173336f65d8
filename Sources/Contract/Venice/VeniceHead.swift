package import HTTPMessage

/// What the first rules look at: the head of a request, and who may come in.
package struct VeniceHead: Sendable {
  let head: RequestHead
  let settings: Settings
  let keys: KeyRing

  package init(_ head: RequestHead, settings: Settings, keys: KeyRing) {
    self.head = head
    self.settings = settings
    self.keys = keys
  }

  /// A wallet signs in instead of a key; the header's older name is still accepted.
  var walletSignIn: String? {
    if let value = head.headers["sign-in-with-x"], !value.isEmpty { return value }
    if let value = head.headers["x-sign-in-with-x"], !value.isEmpty { return value }
    return nil
  }
}

/// The endpoints of Venice that are served, by path.
package enum VeniceEndpoint: String, Sendable, CaseIterable {
  case imageEdit = "/api/v1/image/edit"
  case models = "/api/v1/models"

  /// The methods that are served, as `Allow` lists them.
  package var methods: [String] {
    switch self {
    case .imageEdit: ["POST"]
    case .models: ["GET", "HEAD"]
    }
  }
}
