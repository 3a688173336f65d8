/// The two APIs.
package enum API: String, Sendable, CaseIterable {
  case venice, dgrid

  /// The name as its maker writes it.
  package var label: String { self == .venice ? "Venice" : "DGrid" }
}

/// The endpoints of Venice that are served, by path.
package enum VeniceEndpoint: String, Sendable, CaseIterable {
  case imageEdit = "/api/v1/image/edit"
  case models = "/api/v1/models"

  /// The methods that are served, in the order of `Allow`.
  package var methods: [String] { self == .models ? ["GET", "HEAD"] : ["POST"] }
}

/// The endpoints of DGrid that are served, by path.
package enum DGridEndpoint: String, Sendable, CaseIterable {
  case imageEdits = "/v1/images/edits"
  case models = "/v1/models"

  /// Finds the endpoint of a path; a trailing slash after `edits` makes no difference.
  package init?(path: String) { self.init(rawValue: path == "/v1/images/edits/" ? "/v1/images/edits" : path) }

  /// The methods that are served, in the order of `Allow`.
  package var methods: [String] { self == .models ? ["GET", "HEAD"] : ["POST"] }
}

extension API {
  /// Finds the API that a path belongs to; nil for the mock's own files, and for all other paths that belong to neither.
  package init?(path: String) {
    if path.hasPrefix("/api/v1/") || path == "/api/v1" {
      self = .venice
    } else if path.hasPrefix("/v1/") || path == "/v1" {
      self = .dgrid
    } else {
      return nil
    }
  }
}
