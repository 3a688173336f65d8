/// Venice's rules by stage: all checks of a stage run, and a stage is reached when the one before found nothing.
///
/// Of the order of the stages only "no credentials, content type, JSON and 413 come before the rest" is known (Venice's client notes); the
/// rest is the mock's choice. The groups of rules are in the files beside this one.
package enum VeniceRules {
  /// All rules of Venice, in the order in which they are checked.
  package static var all: [Rule] {
    route.map(\.rule) + payments.map(\.rule) + credentials.map(\.rule) + body.map(\.rule)
      + [bodyDecodes, jsonSyntax, jsonObject, multipartSyntax] + walletSignIn.map(\.rule) + walletNonce.map(\.rule) + keys.map(\.rule)
      + shape.map(\.rule) + fields.map(\.rule) + modelChoice.map(\.rule) + modelLimits.map(\.rule) + images.map(\.rule)
      + keyWarnings.map(\.rule) + warnings.map(\.rule) + imageWarnings.map(\.rule) + modelsQuery.map(\.rule)
  }

  /// In the order in which zod checks them: the schema's properties, then unknown keys.
  static let fields: [Check<VeniceForm, ZodIssue>] =
    aspectRatioFields + resolutionFields + imageFields + modelFields + modelIDFields + outputFormatFields + promptFields
    + safeModeFields + promptRewritingFields + anonymousUserFields + qualityFields + unknownFields

  static let modelLimits: [Check<VeniceModelUse, ZodIssue>] = [
    aspectRatioOfModel, autoOfModel, resolutionOfModel, untieredResolution, promptOfModel,
  ]

  static let warnings: [Warning<VeniceModelUse>] = [deprecatedModelID, repeatedKey, ignoredQuality, aliased]
}

/// Rules that several fields have, made once for each.
extension VeniceRules {
  /// The field, when sent, is a string.
  static func mustBeString(
    _ field: String, _ basis: Rule.Basis = .documented, source: String, since: ContractDate? = nil
  ) -> Check<VeniceForm, ZodIssue> {
    Check(
      "venice.edit.\(field).type", says: "`\(field)` is a string.", basis, source: source, response: "400 invalid_type", since: since,
      asks: [field: [.string]]
    ) { form in
      guard let value = form.value(field), value.text == nil else { return [] }
      let issue = ZodIssue.invalidType("string", received: value.typeName, at: [field])
      return [Finding(field, expected: "a string", found: value.typeName, issue)]
    }
  }

  /// The field, when it is a string, has at least one character.
  static func mustNotBeEmpty(_ field: String, source: String, since: ContractDate? = nil) -> Check<VeniceForm, ZodIssue> {
    Check(
      "venice.edit.\(field).min-length", says: "`\(field)` has at least 1 character.", .documented, source: source,
      response: "400 too_small", since: since, asks: [field: [.minimumLength(1)]]
    ) { form in
      guard let text = form.text(field), text.isEmpty else { return [] }
      return [Finding(field, expected: "at least 1 character", found: "an empty text", .tooShort(minimum: 1, at: [field]))]
    }
  }

  /// The field, when it is a string, has at most so many UTF-16 code units.
  static func mustNotExceed(
    _ maximum: Int, _ field: String, _ basis: Rule.Basis = .documented, source: String, since: ContractDate? = nil
  ) -> Check<VeniceForm, ZodIssue> {
    Check(
      "venice.edit.\(field).max-length", says: "`\(field)` has at most \(maximum) characters, counted in UTF-16 code units.", basis,
      source: source, response: "400 too_big", since: since, asks: [field: [.maximumLength(maximum)]]
    ) { form in
      guard let length = form.text(field)?.utf16Count, length > maximum else { return [] }
      return [Finding(field, expected: "at most \(maximum) characters", found: "\(length)", .tooLong(maximum: maximum, at: [field]))]
    }
  }

  /// The field, when sent, is one of the options; zod reports another type with the list of options as the expected type.
  static func mustBeOne(
    of options: [String], _ field: String, alsoAccepting synonyms: [String] = [], source: String, when condition: AmbiguityCondition? = nil,
    since: ContractDate? = nil
  ) -> Check<VeniceForm, ZodIssue> {
    Check(
      "venice.edit.\(field).enum", says: "`\(field)` is one of \((options + synonyms).joined(separator: ", ")).", .documented,
      source: source, response: "400 invalid_enum_value", when: condition, since: since, asks: [field: [.oneOf(options, also: synonyms)]]
    ) { form in
      unlisted(form, field, options, synonyms)
    }
  }

  /// Returns what is wrong with a field, when sent, that is to be one of the options or synonyms.
  static func unlisted(_ form: VeniceForm, _ field: String, _ options: [String], _ synonyms: [String] = []) -> [Finding<ZodIssue>] {
    guard let value = form.value(field) else { return [] }
    let expected = "one of " + (options + synonyms).joined(separator: ", ")
    guard let text = value.text else {
      return [Finding(field, expected: expected, found: value.typeName, .notAnOption(options, received: value.typeName, at: [field]))]
    }
    let string = text.string
    guard !options.contains(string), !synonyms.contains(string) else { return [] }
    return [Finding(field, expected: expected, found: "'\(string.shortened())'", .invalidEnum(options, received: string, at: [field]))]
  }

  /// The field, when sent, is true or false; in multipart one of the two words.
  static func mustBeBoolean(_ field: String, source: String, since: ContractDate) -> Check<VeniceForm, ZodIssue> {
    Check(
      "venice.edit.\(field).type", says: "`\(field)` is true or false; in multipart the text true or false.", .documented, source: source,
      response: "400 invalid_type", since: since, asks: [field: [.boolean]]
    ) { form in
      guard let value = form.value(field) else { return [] }
      if case .boolean = value { return [] }
      let isWord = form.submitted.encoding == .multipart && value.text.map { ["true", "false"].contains($0.string) } ?? false
      guard !isWord else { return [] }
      let issue = ZodIssue.invalidType("boolean", received: value.typeName, at: [field])
      return [Finding(field, expected: "true or false", found: value.text.map { "'\($0.prefix(20))'" } ?? value.typeName, issue)]
    }
  }
}

/// The sources of Venice's rules, as texts for `Rule.source`.
enum VeniceSource {
  static let page = "docs.venice.ai, POST /image/edit"
  static func page(_ part: String) -> String { "\(page), \(part)" }
  static func schema(_ part: String) -> String { "Venice OpenAPI 20260619.153236, EditImageRequest, \(part)" }
  static let augustSchema = "Venice OpenAPI 20260821.193530, EditImageRequest"
  static let responses = "Venice OpenAPI 20260619.153236, /image/edit responses"
  static let errorTable = "docs.venice.ai, api-reference/error-codes"
  static func errorTable(_ name: String) -> String { "\(errorTable), \(name)" }
  static let payment = "Venice OpenAPI 20260619.153236, X402InferencePaymentRequired"
  static let rateLimits = "docs.venice.ai, api-reference/rate-limiting"
  static let headersPage = "docs.venice.ai, api-reference/api-spec, response headers"
  static let deprecations = "docs.venice.ai, overview/deprecations"
  static let clientNotes = "Venice's client notes (veniceai/skills, autumn 2026)"
  static let octoberNotes = "Venice's client notes (veniceai/skills v0.2.0, live API of 2026-10-02)"
  static let undocumented = "not documented; the mock's choice"
}
