/// Rules that several fields share, made once for each.
extension VeniceRules {
  /// The field, when sent, is a string.
  static func mustBeString(_ field: String, source: String) -> Check<VeniceForm, ZodIssue> {
    Check(
      Rule(
        "venice.edit.\(field).type", says: "`\(field)` is a string.", .documented, source: source, answers: "400 invalid_type",
        asks: [SchemaConstraint(field, .string)])
    ) { form in
      guard let value = form.value(field), value.text == nil else { return [] }
      let issue = ZodIssue.invalidType("string", received: value.typeName, at: [field])
      return [Finding(field, expected: "a string", found: value.typeName, issue)]
    }
  }

  /// The field, when it is a string, has at least one character.
  static func mustNotBeEmpty(_ field: String, source: String, since: ContractDate? = nil) -> Check<VeniceForm, ZodIssue> {
    Check(
      Rule(
        "venice.edit.\(field).min-length", says: "`\(field)` has at least 1 character.", .documented, source: source,
        answers: "400 too_small", since: since, asks: [SchemaConstraint(field, .minimumLength(1))])
    ) { form in
      guard let text = form.text(field), text.isEmpty else { return [] }
      return [Finding(field, expected: "at least 1 character", found: "an empty text", .tooShort(minimum: 1, at: [field]))]
    }
  }

  /// The field, when it is a string, has at most so many UTF-16 code units.
  static func mustNotExceed(_ maximum: Int, _ field: String, source: String, since: ContractDate? = nil) -> Check<VeniceForm, ZodIssue> {
    Check(
      Rule(
        "venice.edit.\(field).max-length", says: "`\(field)` has at most \(maximum) characters, counted in UTF-16 code units.",
        .documented, source: source, answers: "400 too_big", since: since, asks: [SchemaConstraint(field, .maximumLength(maximum))])
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
      Rule(
        "venice.edit.\(field).enum", says: "`\(field)` is one of \((options + synonyms).joined(separator: ", ")).", .documented,
        source: source, answers: "400 invalid_enum_value", when: condition, since: since,
        asks: [SchemaConstraint(field, .oneOf(options, also: synonyms))])
    ) { form in
      guard let value = form.value(field) else { return [] }
      let expected = "one of " + (options + synonyms).joined(separator: ", ")
      guard let text = value.text else {
        return [Finding(field, expected: expected, found: value.typeName, .notAnOption(options, received: value.typeName, at: [field]))]
      }
      let string = text.string
      guard !options.contains(string), !synonyms.contains(string) else { return [] }
      return [Finding(field, expected: expected, found: "'\(string.shortened())'", .invalidEnum(options, received: string, at: [field]))]
    }
  }

  /// The field, when sent, is true or false; in multipart one of the two words.
  static func mustBeBoolean(_ field: String, source: String, since: ContractDate) -> Check<VeniceForm, ZodIssue> {
    Check(
      Rule(
        "venice.edit.\(field).type", says: "`\(field)` is true or false; in multipart the text true or false.", .documented,
        source: source, answers: "400 invalid_type", since: since, asks: [SchemaConstraint(field, .boolean)])
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
