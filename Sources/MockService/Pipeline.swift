internal import Contract
internal import HTTPMessage

/// Both APIs and the mock's own files: a request in, what it comes to out. Knows nothing of scenarios.
struct Pipeline: Sendable {
  let venice: VeniceService
  let dgrid: DGridService
  let files: StaticFiles

  /// Bodies up to this size are parsed where they arrive; longer ones, and all decoding and drawing, are work for others.
  static let inlineLimit = 256 << 10

  var settings: Settings { dgrid.contract.settings }

  /// What can be said before the body is in; nil: the body is needed.
  func checkHead(_ head: RequestHead, _ id: String) -> Outcome? {
    guard head.method != "OPTIONS" else { return nil }
    switch Route(head.path) {
    case .venice: return venice.checkHead(head).map { Outcome($0) }
    case .dgrid:
      // The gateway's router redirects before anything else looks at the request.
      if let redirect = dgrid.contract.redirect(head) { return Outcome(redirect) }
      return dgrid.checkHead(head, id).map { Outcome($0) }
    case .own: return nil
    }
  }

  /// Most bytes of a body that are kept.
  func bodyLimit(_ head: RequestHead) -> Int {
    switch Route(head.path) {
    case _ where head.method == "OPTIONS": Self.inlineLimit
    case .venice: VeniceContract.bodyLimit
    case .dgrid: DGridContract.bodyLimit
    case .own: Self.inlineLimit
    }
  }

  /// - Parameters:
  ///   - body: emptied where its bytes are not needed any more.
  ///   - attention: how much the outcome has to tell of the edit.
  func step(_ head: RequestHead, _ body: inout RequestBody, _ id: String, _ attention: CaptureLevel) -> Step {
    let route = Route(head.path)
    if head.method == "OPTIONS", route != .own { return .done(Outcome(CrossOrigin.preflight)) }
    switch route {
    case .venice: return venice.answer(head, &body, attention)
    case .dgrid: return dgrid.answer(head, body, id, attention)
    case .own: return .work { files.answer(head) }
    }
  }
}
