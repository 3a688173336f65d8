internal import Contract
package import Formats
internal import Images

extension RequestPattern {
  /// The keys of `when`, in the order in which messages list them; the loader reads by these, and the JSON schema is made from them.
  package static let keys: [Shape.Member] = [
    .optional("api", .unquoted(API.allCases.map(\.rawValue)), "Which API."),
    .optional(
      "endpoint", .oneOrMore(.unquoted(RequestFacts.Endpoint.allCases.map(\.rawValue))),
      "Which endpoints; without it, all but `generated`."),
    .optional("method", .textPattern, "The HTTP method, whatever its case."),
    .optional("path", .textPattern, "The path without the query."),
    .optional("model", .textPattern, "The model that edits: as sent, or the API's default."),
    .optional("prompt", .textPattern, "The prompt: itself, a glob, a /regular expression/i, a list, or ~ for none."),
    .optional("header", .bounded(.namedPatterns, [("propertyNames", Shape.headerName.schema)]), "Headers by name, and what each must be."),
    .optional("field", .namedPatterns, "Fields of the body by name, and what each must be."),
    .optional("key", .textPattern, "The bearer token."),
    .optional("session", .textPattern, "The session: the X-Mock-Session header, else the key."),
    .optional("content-type", .textPattern, "The request's media type, without parameters."),
    .optional("image", .mapping(ImagePattern.keys, least: 1), "The first image."),
    .optional("valid", .unquoted(["true", "false"]), "Whether the contract accepts the request."),
    .optional("nth", .countPattern, "Which of the session's requests that fit: 3, 1-3, >= 5, every 3."),
  ]
}

extension ImagePattern {
  /// The keys of `image`.
  package static let keys: [Shape.Member] = [
    .optional("width", .numberPattern, "Pixels: 1024, 512-1024, > 1024."),
    .optional("height", .numberPattern, "Pixels: 1024, 512-1024, > 1024."),
    .optional("bytes", .bytesPattern, "The file's size: > 1MB, 64KiB-1MiB."),
    .optional("format", .oneOrMore(.unquoted(ImageFormat.allCases.map(\.rawValue))), "What the bytes are."),
    .optional("alpha", .unquoted(["true", "false"]), "Whether a pixel can be transparent."),
  ]
}

/// How patterns are written.
extension Shape {
  /// A comparison must compare with a number.
  fileprivate static let textPattern = oneOrMore(
    bounded(types(["string", "number", "boolean", "null"]), [("pattern", "^(?!(>=?|<=?|!=) *(?![ =]|-?[0-9]+(\\.[0-9]+)?$))")]))
  fileprivate static let numberPattern = oneOrMore(quotable(0...ValueLimits.mostCount, "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$"))
  fileprivate static let bytesPattern = oneOrMore(
    quotable(
      0...ByteCountText.most,
      "^((>=?|<=?|!=) *)?[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)? *- *[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$"
    ))
  fileprivate static let countPattern = oneOrMore(
    quotable(1...ValueLimits.mostCount, "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$|^every +0*[1-9][0-9]*$"))
  fileprivate static let namedPatterns = bounded(
    .any, [("type", "object"), ("additionalProperties", textPattern.schema), ("minProperties", 1)])
}
