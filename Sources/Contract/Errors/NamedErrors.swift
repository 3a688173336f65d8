internal import Formats
package import HTTPMessage
internal import Support

/// Every error that a scenario can ask for by name; the tables are in the files beside this one, by theme.
package enum NamedErrors {
  /// All errors, in the order in which they are listed.
  package static let all: [NamedError] = credentials + wallet + money + models + limits + content + failures

  /// Returns the error of that name; names are case-sensitive.
  package static func named(_ name: String) -> NamedError? { all.first { $0.name == name } }
}

extension [NamedError] {
  /// Returns the list for people or for programs, as `image-edit-mock scenario list --errors` prints it; it ends in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: map(\.paragraph).joined()
    case .json: (["errors": .array(map(\.json))] as JSONOutput).text
    case .markdown: TextTable(map(\.cells), titles: ["name", "what happened", "Venice", "DGrid", "notes"]).markdown
    }
  }
}

extension NamedError {
  fileprivate var paragraph: String {
    let variants = API.allCases.flatMap { api in
      let variant = variant(of: api)
      let line = "    \(api.label): \(variant.summary) (\(variant.basis.rawValue))\n"
      return [line] + (variant.origin.note.map { ["        \($0)\n"] } ?? [])
    }
    return "\(name): \(summary)\n" + variants.joined()
  }

  fileprivate var cells: [String] {
    let notes = API.allCases.compactMap { api in variant(of: api).origin.note.map { "\(api.label): \($0)" } }
    return ["`\(name)`", summary, "`\(venice.summary)`", "`\(dgrid.summary)`", notes.joined(separator: " ")]
  }

  fileprivate var json: JSONOutput { ["name": .string(name), "summary": .string(summary), "venice": venice.json, "dgrid": dgrid.json] }
}

extension NamedError.APIVariant {
  /// A key that does not apply is null.
  fileprivate var json: JSONOutput {
    [
      "status": .int(status), "answers": .string(summary), "nearest": .bool(origin.isNearest), "basis": .string(basis.rawValue),
      "source": .string(origin.source), "note": .optional(origin.note),
    ]
  }
}

/// An error that a scenario can ask for by name, and each API's response for it.
package struct NamedError: Sendable {
  /// Lower-case words and hyphens: `rate-limited`.
  package let name: String
  /// What happened, as one sentence.
  package let summary: String
  /// What Venice documents for it, or the nearest to it.
  package let venice: APIVariant
  /// What DGrid documents for it, or the nearest to it.
  package let dgrid: APIVariant

  init(_ name: String, _ summary: String, venice: APIVariant, dgrid: APIVariant) {
    self.name = name
    self.summary = summary
    self.venice = venice
    self.dgrid = dgrid
  }

  /// What of the request and of the mock a response may mention.
  package struct Circumstances: Sendable {
    /// The settings of the request.
    package var settings: Settings
    /// The id of the request.
    package var requestID: String
    /// The origin that the request was sent to: `http://127.0.0.1:8080`.
    package var origin: String
    /// The path of the request.
    package var path: String
    /// The id of the model, as sent.
    package var model: String
    /// Unix time in milliseconds.
    package var now: Int
    /// How long the response asks to wait; zero where it asks for nothing.
    package internal(set) var wait = Duration.zero

    /// Unix time in milliseconds when that wait is over.
    var reset: Int { now + wait.millisecondsRoundedUp }

    /// Makes the circumstances of one request.
    package init(
      settings: Settings, requestID: String, origin: String = "https://api.venice.ai", path: String, model: String, now: Int
    ) {
      self.settings = settings
      self.requestID = requestID
      self.origin = origin
      self.path = path
      self.model = model
      self.now = now
    }

    /// The origin without its scheme.
    var authority: String { origin.split(separator: "/").last.map(String.init) ?? origin }

    /// For lists: capitals stand for what a request brings.
    static func listed(wait: Duration? = nil) -> Circumstances {
      var circumstances = Circumstances(settings: Settings(), requestID: "REQUEST", path: "PATH", model: "MODEL", now: 0)
      circumstances.wait = wait ?? .zero
      return circumstances
    }
  }

  /// Returns one API's variant of the error.
  package func variant(of api: API) -> APIVariant { api == .venice ? venice : dgrid }

  /// Returns the API's whole response: status, headers and body.
  ///
  /// - Parameter wait: how long it asks to wait, wherever it says so; nil: as long as the error does by itself.
  package func response(of api: API, _ circumstances: Circumstances, wait: Duration? = nil) -> Response {
    let variant = variant(of: api)
    var circumstances = circumstances
    circumstances.wait = wait ?? variant.wait ?? .zero
    return variant.makeResponse(circumstances)
  }

  /// One API's variant of the error.
  package struct APIVariant: Sendable {
    /// The status under the default settings; `dgrid.error-envelope` and others can change it.
    package let status: Int
    /// Status and message or code in short: `429 rate_limit_exceeded`.
    package let summary: String
    /// How long the response asks to wait, unless it is told another time; nil: it asks for nothing.
    package var wait: Duration?
    let origin: Origin
    let makeResponse: @Sendable (Circumstances) -> Response

    /// How it is known that the API responds like this.
    package var basis: Rule.Basis { origin.basis }
  }

  /// Where it is known from that an API responds like this.
  struct Origin: Sendable {
    let basis: Rule.Basis
    /// Where the response is written down or was seen.
    let source: String
    /// What a reader must know to trust the response.
    var note: String?
    /// Whether the API has no such error, and this is the nearest that it is known to have; `note` then says so.
    var isNearest = false

    static func documented(_ source: String, note: String? = nil) -> Origin { Origin(basis: .documented, source: source, note: note) }
    static func observed(_ source: String, note: String? = nil) -> Origin { Origin(basis: .observed, source: source, note: note) }
    static func assumed(_ source: String, note: String? = nil) -> Origin { Origin(basis: .assumed, source: source, note: note) }

    /// Assumed even where the response itself is documented: that the API sends it in this case is not.
    static func nearest(_ note: String, _ source: String) -> Origin {
      Origin(basis: .assumed, source: source, note: "No such error: \(note)", isNearest: true)
    }
  }
}

extension NamedError.APIVariant {
  /// Returns a variant that is an error of Venice; without an origin it is the error table's of that name.
  static func venice(_ error: VeniceError, _ origin: NamedError.Origin? = nil, note: String? = nil) -> Self {
    venice(origin ?? .documented(VeniceSource.errorTable(error.name), note: note)) { _ in error }
  }

  /// Returns a variant that is the nearest error in Venice's table; the note says what it is.
  static func venice(nearest error: VeniceError, _ note: String) -> Self {
    venice(error, .nearest(note, VeniceSource.errorTable(error.name)))
  }

  /// Returns a variant that depends on the circumstances, and asks to wait so long.
  static func venice(
    _ origin: NamedError.Origin, wait: Duration? = nil, error: @escaping @Sendable (NamedError.Circumstances) -> VeniceError
  ) -> Self {
    let listed = error(.listed(wait: wait))
    return Self(status: listed.status, summary: listed.summary, wait: wait, origin: origin) { error($0).response }
  }

  /// Returns a variant that is an error of DGrid.
  static func dgrid(_ error: DGridError, _ origin: NamedError.Origin) -> Self { dgrid(origin) { _ in error } }

  static func dgrid(
    _ origin: NamedError.Origin, wait: Duration? = nil, error: @escaping @Sendable (NamedError.Circumstances) -> DGridError
  ) -> Self {
    let listed = error(.listed(wait: wait))
    return Self(status: listed.status, summary: listed.summary, wait: wait, origin: origin) {
      error($0).response($0.settings, requestID: $0.requestID)
    }
  }

  /// Returns a variant in a shape of its own, whose summary is the status and `text`.
  static func other(
    _ text: String, _ origin: NamedError.Origin, response: @escaping @Sendable (NamedError.Circumstances) -> Response
  ) -> Self {
    let status = response(.listed()).status
    return Self(status: status, summary: "\(status) \(text)", origin: origin, makeResponse: response)
  }
}
