internal import Formats

/// Every key of a scenario file, mapping by mapping.
enum ScenarioKeys {
  static let scenario = [
    ScenarioKey("name", "The scenario's name: the file's name without .yaml.", .name),
    ScenarioKey("description", "What the scenario reproduces, as one sentence on the incident.", .sentence),
    ScenarioKey("seed", "What chance and drawn delays hang on; without it, the server's --seed.", .seed),
    ScenarioKey("quotas", "What a session may use up.", .mapping(quotas, least: 1)),
    ScenarioKey("steps", "Tried in order: the first that fits and is not used up answers.", .list(.step)),
  ]

  static let quotas = [
    ScenarioKey("requests-per-minute", "Edits in a minute for each model.", .count(1...ValueLimits.mostCount)),
    ScenarioKey(
      "error-budget", "Failures in a row before every request is refused for a while: `on`, or what differs from Venice's.", .errorBudget),
    ScenarioKey("balance", "Money that runs out.", .mapping(balance, required: ["usd"])),
  ]

  static let errorBudget = [
    ScenarioKey("failures", "So many failures are let through (default: 20).", .count(1...ValueLimits.mostCount)),
    ScenarioKey("within", "The time in which failures count (default: 30s).", .someDuration),
    ScenarioKey("block", "How long requests are refused after that (default: 30s).", .someDuration),
  ]

  static let balance = [
    ScenarioKey("usd", "The dollars there are, exact to 6 places.", .dollars),
    ScenarioKey("price", "The dollars that a picture costs; without it, the documented price.", .dollars),
  ]

  static let step = [
    ScenarioKey("when", "Which requests the step is for; without it, all but those for generated pictures.", .mapping(when)),
    ScenarioKey("times", "How often it answers a session; without it, for ever.", .count(1...ValueLimits.mostCount)),
    ScenarioKey("for", "For how long after its first answer it answers a session; without it, for ever.", .someDuration),
    ScenarioKey("chance", "How likely it answers: over 0 and up to 1.", .share),
    ScenarioKey("validate", "Whether the contract is asked first: `off` answers requests that break it, too.", .onOff),
    ScenarioKey("respond", "What is answered; without it, the normal answer.", .respond),
    ScenarioKey("delay", "How long the answer is held back, from the end of the request.", .delay),
    ScenarioKey("pace", "How fast the bytes of the bodies move.", .mapping(pace, least: 1).and(paceRules)),
    ScenarioKey("fault", "What goes wrong with the answer or on its way.", .faults),
  ]

  static let delay = [
    ScenarioKey("uniform", "Any time between two, such as [100ms, 2s].", .list(.duration, least: 2, most: 2)),
    ScenarioKey("normal", "Around a mean, never below zero.", .mapping(normal, required: normal.map(\.name))),
    ScenarioKey("lognormal", "Mostly short, now and then long.", .mapping(lognormal, required: lognormal.map(\.name))),
    ScenarioKey("ramp", "Longer with each answer.", .mapping(ramp, required: ramp.map(\.name))),
  ]

  static let normal = [
    ScenarioKey("mean", "The middle.", .duration), ScenarioKey("deviation", "The standard deviation.", .duration),
  ]

  static let lognormal = [
    ScenarioKey("median", "Half of the answers are faster.", .someDuration),
    ScenarioKey("p99", "99 in 100 answers are faster.", .someDuration),
  ]

  static let ramp = [
    ScenarioKey("from", "The first answer's time.", .duration),
    ScenarioKey("to", "The last answer's time, and that of all after it.", .duration),
    ScenarioKey("over", "So many answers lie from one to the other.", .count(2...ValueLimits.mostCount)),
  ]

  static let pace = [
    ScenarioKey("bytes-per-second", "The answer's body.", .bytes(ValueLimits.rates)),
    ScenarioKey("chunks", "So many pieces of the same size; goes with `over`.", .count(1...10_000)),
    ScenarioKey("over", "The time for all pieces; goes with `chunks`.", .duration),
    ScenarioKey("upload-bytes-per-second", "The request's body.", .bytes(ValueLimits.rates)),
  ]

  private static let paceRules: [(String, JSONOutput)] = [
    ("dependencies", .object([("chunks", .array(["over"])), ("over", .array(["chunks"]))])),
    ("not", .object([("required", .array(["chunks", "bytes-per-second"]))])),
  ]
}
