internal import Formats
internal import HTTPMessage

/// What a route answers.
enum AdminResponse {
  case json(JSONOutput, status: Int = 200)
  /// Bytes of a type of their own.
  case bytes([UInt8], type: String)

  var response: Response {
    switch self {
    case .json(_, let status): response(status: status)
    case .bytes: response(status: 200)
    }
  }

  /// Nothing of this may be read by a page of another origin, guessed at by a browser or kept by a cache.
  func response(status: Int) -> Response {
    let (type, body): (String, [UInt8])
    switch self {
    case .json(let value, _): (type, body) = ("application/json", value.serialized() + [0x0A])
    case .bytes(let bytes, let own): (type, body) = (own, bytes)
    }
    let headers = HeaderList([
      HeaderField("content-type", type), HeaderField("cache-control", "no-store"), HeaderField("x-content-type-options", "nosniff"),
      HeaderField("cross-origin-resource-policy", "same-origin"), HeaderField("content-security-policy", "default-src 'none'; sandbox"),
    ])
    return Response(status: status, headers: headers, body: body)
  }
}
