internal import Contract
package import Formats
internal import RequestMatching

/// The keys of every mapping of a scenario file: the loader reads by these tables, and the JSON schema is made from them.
struct ScenarioKeys: Sendable {
  let scenario: [Shape.Member]
  let step: [Shape.Member]
  let respond: [Shape.Member]

  /// Makes the tables that depend on which faults and errors there are.
  init(faults: [any Fault.Type], errors: [NamedError]) {
    respond = [
      .optional("error", .words(errors.map(\.name)), "An error by name, as the API writes it."),
      .optional("edit", .mapping(Self.edit), "The normal answer, but for these."),
      .optional("status", .wholeNumber(ValueLimits.statuses), "The HTTP status (default: 200, or the error's own)."),
      .optional("body", .textOrNone, "Text with placeholders such as {{model}}."),
      .optional("json", .any, "Any value; its texts may have placeholders such as {{model}}."),
      .optional("file", .bounded(.scalar, [("minLength", 1)]), "The bytes of a file, by its path from the scenario's folder."),
      .optional("content-type", .mediaType, "The media type of the body; one with placeholders goes under `headers`."),
      .optional("headers", .headers, "Headers to set, or to take away with ~; values may have placeholders."),
    ]
    step = [
      .optional("when", .mapping(RequestPattern.keys), "Which requests the step is for; without it, all but those for generated pictures."),
      .optional("times", .wholeNumber(1...ValueLimits.mostCount), "How often it answers a session; without it, for ever."),
      .optional("for", .someDuration, "For how long after its first answer it answers a session; without it, for ever."),
      .optional("chance", .share, "How likely it answers: over 0 and up to 1."),
      .optional("validate", .onOff, "Whether the contract is asked first: `off` answers requests that break it, too."),
      .optional("respond", .respond(respond), "What is answered; without it, the normal answer."),
      .optional("delay", .delay, "How long the answer is held back, from the end of the request."),
      .optional("pace", .pace, "How fast the bytes of the bodies move."),
      .optional("fault", .faults(faults), "What goes wrong with the answer or on its way."),
    ]
    scenario = [
      .member("name", .name, "The scenario's name: the file's name without .yaml."),
      .member("description", .sentence, "What the scenario reproduces, as one sentence on the incident."),
      .optional("seed", .seed, "What chance and drawn delays hang on; without it, the server's --seed."),
      .optional("quotas", .mapping(Self.quotas, least: 1), "What a session may use up."),
      .optional("steps", .some(.mapping(step, least: 1)), "Tried in order: the first that fits and is not used up answers."),
    ]
  }

  static let edit: [Shape.Member] = [.optional("status", .wholeNumber(ValueLimits.statuses), "The HTTP status.")]

  static let quotas: [Shape.Member] = [
    .optional("requests-per-minute", .wholeNumber(1...ValueLimits.mostCount), "Edits in a minute for each model."),
    .optional(
      "error-budget", .either(.onOff, .mapping(errorBudget)),
      "Failures in a row before every request is refused for a while: `on`, or what differs from Venice's."),
    .optional("balance", .mapping(balance), "Money that runs out."),
  ]

  static let errorBudget: [Shape.Member] = [
    .optional(
      "failures", .wholeNumber(1...ValueLimits.mostCount),
      "So many failures are let through (default: 20, or 50 by venice.error-budget)."),
    .optional("within", .someDuration, "The time in which failures count (default: 30s)."),
    .optional("block", .someDuration, "How long requests are refused after that (default: 30s)."),
  ]

  static let balance: [Shape.Member] = [
    .member("usd", .dollars, "The dollars there are, exact to 6 places."),
    .optional("price", .dollars, "The dollars that a picture costs; without it, the documented price."),
  ]

  static let delay: [Shape.Member] = [
    .optional("uniform", .bounded(.list(.duration), [("minItems", 2), ("maxItems", 2)]), "Any time between two, such as [100ms, 2s]."),
    .optional("normal", .mapping(normal), "Around a mean, never below zero."),
    .optional("lognormal", .mapping(lognormal), "Mostly short, now and then long."),
    .optional("ramp", .mapping(ramp), "Longer with each answer."),
  ]

  static let normal: [Shape.Member] = [
    .member("mean", .duration, "The middle."), .member("deviation", .duration, "The standard deviation."),
  ]

  static let lognormal: [Shape.Member] = [
    .member("median", .someDuration, "Half of the answers are faster."), .member("p99", .someDuration, "99 in 100 answers are faster."),
  ]

  static let ramp: [Shape.Member] = [
    .member("from", .duration, "The first answer's time."), .member("to", .duration, "The last answer's time, and that of all after it."),
    .member("over", .wholeNumber(2...ValueLimits.mostCount), "So many answers lie from one to the other."),
  ]

  static let pace: [Shape.Member] = [
    .optional("bytes-per-second", .bytes(ValueLimits.rates), "The answer's body."),
    .optional("chunks", .wholeNumber(1...10_000), "So many pieces of the same size; goes with `over`."),
    .optional("over", .duration, "The time for all pieces; goes with `chunks`."),
    .optional("upload-bytes-per-second", .bytes(ValueLimits.rates), "The request's body."),
  ]
}

/// The JSON Schema of scenario files, for completion and checks in editors; from the tables that the loader reads by.
package enum ScenarioSchema {
  /// The text of `scenarios/scenario.schema.json`, in draft-07.
  package static let text = text(of: .standard)

  /// Returns the schema's text for a vocabulary; tests have one of their own.
  package static func text(of vocabulary: ScenarioVocabulary) -> String {
    let head: [(String, JSONOutput)] = [("$schema", "http://json-schema.org/draft-07/schema#"), ("title", "A scenario of image-edit-mock")]
    return JSONOutput.object(head + root(vocabulary).keywords).text
  }

  private static func root(_ vocabulary: ScenarioVocabulary) -> Shape {
    let hasContent = JSONOutput.array(["steps", "quotas"].map { Shape.requiring([$0]) })
    return .bounded(.mapping(vocabulary.keys.scenario), [("anyOf", hasContent)])
  }
}

/// The same tables in JSON Schema 2020-12, which OpenAPI 3.1 uses.
extension ScenarioSchema {
  /// A scenario that is added to a running mock, and so has no files beside it.
  package static let added: Shape = {
    let file = having("respond", ["type": "object", "required": ["file"]])
    let steps = having("steps", ["type": "array", "contains": file])
    return .bounded(.any, renewed(root(.standard).keywords) + [("not", steps)])
  }()

  /// What a request must be like: a step's `when`.
  package static let when = Shape.bounded(.any, renewed(Shape.mapping(RequestPattern.keys).keywords))

  private static func having(_ key: String, _ schema: JSONOutput) -> JSONOutput {
    ["type": "object", "required": [.string(key)], "properties": .object([(key, schema)])]
  }

  /// Replaces `dependencies` of draft-07, which is two keywords in 2020-12; the others that the tables use are the same in both.
  private static func renewed(_ keywords: [(String, JSONOutput)]) -> [(String, JSONOutput)] {
    keywords.flatMap { name, value -> [(String, JSONOutput)] in
      guard name == "dependencies", case .object(let members) = value else { return [(name, renewed(value))] }
      let required = members.filter { if case .array = $0.1 { true } else { false } }
      let schemas = members.filter { if case .array = $0.1 { false } else { true } }
      return [("dependentRequired", .object(required)), ("dependentSchemas", .object(schemas))]
    }
  }

  private static func renewed(_ value: JSONOutput) -> JSONOutput {
    switch value {
    case .object(let members): .object(renewed(members))
    case .array(let elements): .array(elements.map(renewed))
    default: value
    }
  }
}
