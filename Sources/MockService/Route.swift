package import Contract

/// Which part of the mock a path belongs to.
enum Route: Sendable {
  case venice, dgrid
  /// The mock's own files, and everything that is neither API's.
  case own

  init(_ path: String) {
    if path.hasPrefix("/api/v1/") || path == "/api/v1" {
      self = .venice
    } else if path.hasPrefix("/v1/") || path == "/v1" {
      self = .dgrid
    } else {
      self = .own
    }
  }
}

extension API {
  /// The one whose path it is; nil: the mock's own.
  package init?(path: String) {
    switch Route(path) {
    case .venice: self = .venice
    case .dgrid: self = .dgrid
    case .own: return nil
    }
  }
}
