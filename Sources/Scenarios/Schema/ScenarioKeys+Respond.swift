internal import Contract
internal import Formats

extension ScenarioKeys {
  static let respond = [
    ScenarioKey("error", "An error by name, as the API writes it.", .errorName),
    ScenarioKey("edit", "The normal answer, but for these.", .mapping(edit)),
    ScenarioKey("status", "The HTTP status (default: 200, or the error's own).", .count(ValueLimits.statuses)),
    ScenarioKey("body", "Text with placeholders such as {{model}}.", .textOrNone),
    ScenarioKey("json", "Any value; its texts may have placeholders such as {{model}}.", .any),
    ScenarioKey("file", "The bytes of a file, by its path from the scenario's folder.", .text.and([("minLength", .int(1))])),
    ScenarioKey("content-type", "The media type of the body; one with placeholders goes under `headers`.", .mediaType),
    ScenarioKey("headers", "Headers to set, or to take away with ~; values may have placeholders.", .headers),
  ]

  static let edit = [ScenarioKey("status", "The HTTP status.", .count(ValueLimits.statuses))]
}

extension SchemaShape {
  static let step = mapping(ScenarioKeys.step, least: 1)
  static let errorBudget = anyOf([onOff, mapping(ScenarioKeys.errorBudget)])
  static let delay = anyOf([duration, mapping(ScenarioKeys.delay, least: 1).and([("maxProperties", .int(1))])])
  static let respond = anyOf([words(["edit"]), mapping(ScenarioKeys.respond, least: 1).and(respondRules)])

  /// One body at most, and an error or the normal answer has its own.
  private static let respondRules: [(String, JSONOutput)] = [
    (
      "not",
      .object([
        (
          "anyOf",
          .array(
            [["body", "json"], ["body", "file"], ["json", "file"], ["edit", "error"], ["edit", "status"]].map(required)
              + ["body", "json", "file", "content-type"].flatMap { [required(["error", $0]), required(["edit", $0])] } + [bodiless])
        )
      ])
    ),
    (
      "dependencies",
      .object([("content-type", .object([("anyOf", .array(["status", "body", "json", "file"].map { required([$0]) }))]))])
    ),
  ]

  private static let bodiless: JSONOutput = .object([
    ("required", .array(["status"])),
    ("properties", .object([("status", .object([("enum", .array([.int(204), .int(304), "204", "304"]))]))])),
    ("anyOf", .array(["body", "json", "file"].map { required([$0]) })),
  ])

  private static func required(_ keys: [String]) -> JSONOutput { .object([("required", .array(keys.map(JSONOutput.string)))]) }
}
