/// Venice's rules by stage; within a stage all are looked at, and a stage is reached when the one before found nothing.
///
/// The order of the stages: only "no credentials, content type, JSON and 413 come before the rest" is known (Venice's client notes); the rest is the mock's choice.
package enum VeniceRules {
  package static var all: [Rule] {
    route.map(\.rule) + credentials.map(\.rule) + body.map(\.rule) + [jsonSyntax, jsonObject, multipartSyntax] + keys.map(\.rule)
      + shape.map(\.rule)
      + fields.map(\.rule) + modelChoice.map(\.rule) + modelLimits.map(\.rule) + images.map(\.rule) + notices.map(\.rule)
      + modelsQuery.map(\.rule)
  }

  /// In the order of zod's walk: the schema's properties, then what is left over.
  static let fields: [Check<VeniceForm, ZodIssue>] =
    aspectRatioFields + resolutionFields + imageFields + modelFields + modelIDFields + outputFormatFields + promptFields
    + safeModeFields + promptRewritingFields + qualityFields + unknownFields
}
