internal import Formats

/// Every key of a scenario file, mapping by mapping.
enum ScriptKeys {
  static let scenario = [
    ScriptKey("name", "The scenario's name: the file's name without .yaml.", .name),
    ScriptKey("description", "What the scenario reproduces, as one sentence on the incident.", .sentence),
    ScriptKey("seed", "What chance and drawn delays hang on; without it, the server's --seed.", .seed),
    ScriptKey("quotas", "What a session may use up.", .mapping(quotas, least: 1)),
    ScriptKey("steps", "Tried in order: the first that fits and is not used up answers.", .list(.step)),
  ]

  static let quotas = [
    ScriptKey("requests-per-minute", "Edits in a minute for each model.", .count(1...ScriptLimits.mostCount)),
    ScriptKey(
      "error-budget", "Failures in a row before every request is refused for a while: `on`, or what differs from Venice's.", .errorBudget),
    ScriptKey("balance", "Money that runs out.", .mapping(balance, required: ["usd"])),
  ]

  static let errorBudget = [
    ScriptKey("failures", "So many failures are let through (default: 20).", .count(1...ScriptLimits.mostCount)),
    ScriptKey("within", "The time in which failures count (default: 30s).", .someDuration),
    ScriptKey("block", "How long requests are refused after that (default: 30s).", .someDuration),
  ]

  static let balance = [
    ScriptKey("usd", "The dollars there are, exact to 6 places.", .dollars),
    ScriptKey("price", "The dollars that a picture costs; without it, the documented price.", .dollars),
  ]

  static let step = [
    ScriptKey("when", "Which requests the step is for; without it, all but those for generated pictures.", .mapping(when)),
    ScriptKey("times", "How often it answers a session; without it, for ever.", .count(1...ScriptLimits.mostCount)),
    ScriptKey("for", "For how long after its first answer it answers a session; without it, for ever.", .someDuration),
    ScriptKey("chance", "How likely it answers: over 0 and up to 1.", .share),
    ScriptKey("validate", "Whether the contract is asked first: `off` answers requests that break it, too.", .onOff),
    ScriptKey("respond", "What is answered; without it, the normal answer.", .respond),
    ScriptKey("delay", "How long the answer is held back, from the end of the request.", .delay),
    ScriptKey("pace", "How fast the bytes of the bodies move.", .mapping(pace, least: 1).and(paceRules)),
    ScriptKey("fault", "What goes wrong with the answer or on its way.", .faults),
  ]

  static let delay = [
    ScriptKey("uniform", "Any time between two, such as [100ms, 2s].", .list(.duration, least: 2, most: 2)),
    ScriptKey("normal", "Around a mean, never below zero.", .mapping(normal, required: normal.map(\.name))),
    ScriptKey("lognormal", "Mostly short, now and then long.", .mapping(lognormal, required: lognormal.map(\.name))),
    ScriptKey("ramp", "Longer with each answer.", .mapping(ramp, required: ramp.map(\.name))),
  ]

  static let normal = [
    ScriptKey("mean", "The middle.", .duration), ScriptKey("deviation", "The standard deviation.", .duration),
  ]

  static let lognormal = [
    ScriptKey("median", "Half of the answers are faster.", .someDuration), ScriptKey("p99", "99 in 100 answers are faster.", .someDuration),
  ]

  static let ramp = [
    ScriptKey("from", "The first answer's time.", .duration),
    ScriptKey("to", "The last answer's time, and that of all after it.", .duration),
    ScriptKey("over", "So many answers lie from one to the other.", .count(2...ScriptLimits.mostCount)),
  ]

  static let pace = [
    ScriptKey("bytes-per-second", "The answer's body.", .bytes(ScriptLimits.rates)),
    ScriptKey("chunks", "So many pieces of the same size; goes with `over`.", .count(1...10_000)),
    ScriptKey("over", "The time for all pieces; goes with `chunks`.", .duration),
    ScriptKey("upload-bytes-per-second", "The request's body.", .bytes(ScriptLimits.rates)),
  ]

  private static let paceRules: [(String, JSONOutput)] = [
    ("dependencies", .object([("chunks", .array(["over"])), ("over", .array(["chunks"]))])),
    ("not", .object([("required", .array(["chunks", "bytes-per-second"]))])),
  ]
}
