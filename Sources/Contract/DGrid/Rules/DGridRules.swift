/// DGrid's rules by stage; within a stage all are looked at, the first violation is the answer, and `x-mock-rule` names all.
///
/// The order follows the gateway's: credentials, then the body and its model, then the fields, then the image.
package enum DGridRules {
  /// All rules of DGrid, in the order in which they are checked.
  package static var all: [Rule] {
    route.map(\.rule) + credentials.map(\.rule) + body.map(\.rule) + [multipartSyntax, jsonSyntax, jsonObject] + models.map(\.rule)
      + fields.map(\.rule) + messages.map(\.rule) + images.map(\.rule) + notices.map(\.rule) + messageNotices.map(\.rule)
      + imageNotices.map(\.rule)
  }

  /// Rules that a document of the multipart form is made from.
  package static var ofMultipart: [Rule] { models.map(\.rule) + fields.map(\.rule) }

  /// Rules that a document of the Qwen-style JSON is made from.
  package static var ofMessages: [Rule] { messages.map(\.rule) + models.map(\.rule) }

  /// The checks of a multipart form.
  static let fields: [Check<DGridForm, DGridError>] = imageFields + promptFields + maskFields + scalarFields + shapeFields
}
