internal import HTTPMessage

/// What both APIs send so that pages of other origins may call them: seen at Venice, and in the gateway's source.
enum CrossOrigin {
  /// The answer to OPTIONS.
  static var preflight: Response {
    Response(
      status: 204,
      headers: HeaderList([
        HeaderField("access-control-allow-methods", "GET,OPTIONS,PATCH,DELETE,POST,PUT"), HeaderField("access-control-allow-headers", "*"),
        HeaderField("access-control-max-age", "600"),
      ]))
  }

  static func allow(_ response: inout Response) {
    response.headers.append("access-control-allow-origin", "*")
    response.headers.append("access-control-expose-headers", "*")
  }
}
