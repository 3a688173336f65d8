internal import HTTPMessage

/// A request whose body has been taken in, as the rules on its outside see it.
struct ArrivedRequest: Sendable {
  let request: Request
  let settings: Settings
  let format: BodyFormat

  init(request: Request, settings: Settings) {
    self.request = request
    self.settings = settings
    format = BodyFormat(request.head)
  }
}
