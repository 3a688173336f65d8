package import HTTPMessage

/// An error that a scenario can ask for by name, and what each API makes of it.
package struct NamedError: Sendable {
  package let name: String
  /// What happened, as one sentence.
  package let summary: String
  /// What each API documents for it, or the nearest that it does.
  package let venice: Face
  package let dgrid: Face

  /// One API's form of the error.
  package struct Face: Sendable {
    package let status: Int
    /// Says so when the API has no such error and this is the nearest documented one.
    package let note: String?
    /// Who says so.
    package let basis: Rule.Basis
    let makeResponse: @Sendable (Circumstances) -> Response
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
  }

  package func face(of api: API) -> Face { api == .venice ? venice : dgrid }

  package func response(of api: API, _ circumstances: Circumstances) -> Response { face(of: api).makeResponse(circumstances) }
}
