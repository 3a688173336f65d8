package import HTTPMessage

/// An error that a scenario can ask for by name, and what each API makes of it.
package struct NamedError: Sendable {
  /// `rate-limited`: lower-case words and hyphens.
  package let name: String
  /// What happened, as one sentence.
  package let summary: String
  /// What each API documents for it, or the nearest that it does.
  package let venice: APIVariant
  package let dgrid: APIVariant

  init(_ name: String, _ summary: String, venice: APIVariant, dgrid: APIVariant) {
    self.name = name
    self.summary = summary
    self.venice = venice
    self.dgrid = dgrid
  }

  /// What the answer may mention.
  package struct Circumstances: Sendable {
    package var settings: Settings
    package var requestID: String
    package var path: String
    package var model: String
    /// Unix time in milliseconds.
    package var now: Int

    package init(settings: Settings, requestID: String, path: String, model: String, now: Int) {
      self.settings = settings
      self.requestID = requestID
      self.path = path
      self.model = model
      self.now = now
    }

    /// For lists: what stands for the request's own is in capitals.
    static let listed = Circumstances(settings: Settings(), requestID: "REQUEST", path: "PATH", model: "MODEL", now: 0)
  }

  package func face(of api: API) -> APIVariant { api == .venice ? venice : dgrid }

  /// The API's answer, status and headers included.
  package func response(of api: API, _ circumstances: Circumstances) -> Response { face(of: api).makeResponse(circumstances) }
}
