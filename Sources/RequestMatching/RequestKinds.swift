internal import Contract

/// Kinds of requests: which API, which endpoint, and whether the contract accepts them. There are so few that patterns are compared kind by kind.
package struct RequestKinds: OptionSet, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// nil: there are no such requests, for pictures are fetched from one API's path, and no path but the APIs' own is valid.
  private init?(_ api: API, _ endpoint: RequestFacts.Endpoint, isValid: Bool) {
    if endpoint == .generated, api == .venice { return nil }
    if endpoint == .other, isValid { return nil }
    let place =
      switch endpoint {
      case .edit: 0
      case .models: 1
      case .generated: 2
      case .other: 3
      }
    rawValue = 1 << (place * 4 + (api == .venice ? 0 : 2) + (isValid ? 0 : 1))
  }
}

extension RequestKinds {
  /// Those that get through a pattern's `api`, `endpoint` and `valid`; only edits have what a body has.
  package init(_ pattern: RequestPattern) {
    let endpoints = pattern.admittedEndpoints.filter { $0 == .edit || !pattern.wantsBody }
    self = []
    for api in API.allCases where pattern.api == nil || pattern.api == api {
      for isValid in [true, false] where pattern.isValid == nil || pattern.isValid == isValid {
        for endpoint in endpoints { formUnion(RequestKinds(api, endpoint, isValid: isValid) ?? []) }
      }
    }
  }
}
