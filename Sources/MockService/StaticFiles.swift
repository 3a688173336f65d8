internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images

/// The mock's own images under `/fixtures/` and `/generated/`, and the answer to paths that belong to nobody.
struct StaticFiles: Sendable {
  let fetcher: ImageFetcher

  func answer(_ head: RequestHead) -> Outcome {
    guard head.method == "GET" || head.method == "HEAD" else { return Outcome(lost(head)) }
    guard let bytes = fetcher.ownFile(head.path) else { return Outcome(lost(head)) }
    // By the name, not the bytes: a picture that a scenario has mislabelled stays so.
    let type = ImageFormat.allCases.first { head.path.hasSuffix(".\($0.fileExtension)") }?.contentType ?? "application/octet-stream"
    return Outcome(Response(status: 200, headers: HeaderList([HeaderField("content-type", type)]), body: bytes))
  }

  /// 404 with the way out: most who come here have left a part of the base URL out.
  private func lost(_ head: RequestHead) -> Response {
    .json(
      404,
      .object([
        // As an object with all four keys: SDKs then show the message.
        (
          "error",
          .object([
            ("message", .string("image-edit-mock serves nothing at \(head.path): the base URL is .../api/v1 for Venice, .../v1 for DGrid")),
            ("type", .string("not_found")), ("param", .null), ("code", .null),
          ])
        ),
        ("venice", .string("base URL http://HOST:PORT/api/v1, then POST /image/edit or GET /models")),
        ("dgrid", .string("base URL http://HOST:PORT/v1, then POST /images/edits or GET /models")),
        ("images", .string("GET /fixtures/NAME and GET /generated/NAME")),
      ]))
  }
}
