extension VeniceRules {
  /// What is accepted and worth knowing.
  static let notices: [Warning<VeniceModelUse>] = [deprecatedModelID, repeatedKey, ignoredQuality] + modelNotices

  private static let deprecatedModelID = Warning<VeniceModelUse>(
    Rule(
      "venice.edit.modelId.deprecated", says: "`model` is sent instead of the deprecated `modelId`.", .documented,
      source: VeniceSource.page("modelId: \"Deprecated: Use model instead\""), severity: .warning, answers: "200", since: "2026-03-26")
  ) { use in
    guard let id = use.form.string("modelId") else { return [] }
    let ignored = use.form.value("model") == nil ? "" : "; `model` wins"
    return [Finding("modelId", expected: "`model`", found: "`modelId` '\(id)'\(ignored)")]
  }

  private static let repeatedKey = Warning<VeniceModelUse>(
    Rule(
      "venice.edit.json.repeated-key", says: "No key of the JSON object appears twice; the last one counts.", .assumed,
      source: "JSON.parse keeps the last", severity: .warning, answers: "200")
  ) { use in
    guard use.form.submitted.encoding == .json else { return [] }
    return use.form.submitted.repeatedNames.map { Finding($0, expected: "one `\($0)`", found: "several; the last one counts") }
  }

  private static let ignoredQuality = Warning<VeniceModelUse>(
    Rule(
      "venice.edit.quality.ignored", says: "`quality` is sent only to a model with quality tiers.", .documented,
      source: VeniceSource.page("\"currently supported on gpt-image-2-edit; other models ignore it\""), severity: .warning, answers: "200",
      when: Ambiguities.veniceQualityField.is(.accept))
  ) { use in
    guard use.form.value("quality") != nil, use.model.qualities.isEmpty else { return [] }
    return [Finding("quality", expected: "a model with qualities, such as gpt-image-2-edit", found: "\(use.model.id), which ignores it")]
  }
}
