internal import HTTPMessage

extension NamedError {
  /// One API's form of the error.
  package struct APIVariant: Sendable {
    /// Under the documented decisions; `dgrid.error-envelope` and others can change it.
    package let status: Int
    /// Status and message or code in short: `429 rate_limit_exceeded`.
    package let answers: String
    /// Whether the API has no such error, and this is the nearest that is known of it; `note` then says so.
    package let isNearest: Bool
    /// What a reader must know to trust the answer.
    package let note: String?
    /// Who says so.
    package let basis: Rule.Basis
    /// Where that is written down or was seen.
    package let source: String
    let makeResponse: @Sendable (Circumstances) -> Response
  }

  /// Where a face comes from.
  struct Origin: Sendable {
    let basis: Rule.Basis
    let source: String
    var note: String?
    var isNearest = false

    static func documented(_ source: String, note: String? = nil) -> Origin { Origin(basis: .documented, source: source, note: note) }
    static func observed(_ source: String, note: String? = nil) -> Origin { Origin(basis: .observed, source: source, note: note) }
    static func assumed(_ source: String, note: String? = nil) -> Origin { Origin(basis: .assumed, source: source, note: note) }

    /// That the API answers so in this case is assumed, whoever vouches for the answer itself.
    static func nearest(_ note: String, _ source: String) -> Origin {
      Origin(basis: .assumed, source: source, note: "No such error: \(note)", isNearest: true)
    }
  }
}

extension NamedError.APIVariant {
  private init(
    _ status: Int, _ answers: String, _ origin: NamedError.Origin,
    _ makeResponse: @escaping @Sendable (NamedError.Circumstances) -> Response
  ) {
    self.init(
      status: status, answers: answers, isNearest: origin.isNearest, note: origin.note, basis: origin.basis, source: origin.source,
      makeResponse: makeResponse)
  }

  static func venice(_ error: VeniceError, _ origin: NamedError.Origin) -> Self { venice(origin) { _ in error } }

  static func venice(_ origin: NamedError.Origin, error: @escaping @Sendable (NamedError.Circumstances) -> VeniceError) -> Self {
    let listed = error(.listed)
    return Self(listed.status, listed.summary, origin) { error($0).response }
  }

  static func dgrid(_ error: DGridError, _ origin: NamedError.Origin) -> Self { dgrid(origin) { _ in error } }

  static func dgrid(_ origin: NamedError.Origin, error: @escaping @Sendable (NamedError.Circumstances) -> DGridError) -> Self {
    let listed = error(.listed)
    return Self(listed.status, listed.summary, origin) { error($0).response($0.settings, requestID: $0.requestID) }
  }

  /// An answer in a shape of its own; the short form is the status and `answers`.
  static func other(
    _ answers: String, _ origin: NamedError.Origin, response: @escaping @Sendable (NamedError.Circumstances) -> Response
  ) -> Self {
    let status = response(.listed).status
    return Self(status, "\(status) \(answers)", origin, response)
  }
}
