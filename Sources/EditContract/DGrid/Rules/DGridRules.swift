/// DGrid's rules by stage; within a stage all are looked at, the first violation is the answer, and `x-mock-rule` names all.
///
/// The order follows the gateway's: credentials, then the body and its model, then the fields, then the image.
enum DGridRules {
  static var all: [Rule] {
    route.map(\.rule) + credentials.map(\.rule) + body.map(\.rule) + [multipartSyntax, jsonSyntax, jsonObject] + models.map(\.rule)
      + fields.map(\.rule) + messages.map(\.rule) + images.map(\.rule) + notices.map(\.rule) + messageNotices.map(\.rule)
      + imageNotices.map(\.rule)
  }

  /// The rules on a multipart form.
  static let fields: [Check<DGridForm, DGridError>] = imageFields + promptFields + maskFields + scalarFields + shapeFields
}
