internal import Formats
package import HTTPMessage

/// The answer to `GET /v1/models`.
///
/// Source: docs.dgrid.ai, models: `success` and `supported_endpoint_types` beside OpenAI's keys; there is no endpoint type for edits.
package enum DGridModelList {
  package static var response: Response {
    .json(
      200,
      .object([
        ("object", .string("list")), ("success", .bool(true)), ("data", .array(DGridModel.listed.map(entry))),
      ]))
  }

  private static func entry(_ id: String) -> JSONOutput {
    .object([
      // The constant of the gateway's source.
      ("id", .string(id)), ("object", .string("model")), ("created", .int(1_626_777_600)), ("owned_by", .string("custom")),
      ("supported_endpoint_types", .array([.string("image-generation")])),
    ])
  }
}
