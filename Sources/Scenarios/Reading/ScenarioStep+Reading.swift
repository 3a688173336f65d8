internal import Contract
internal import Formats
internal import HTTPMessage
internal import RequestMatching

extension ScenarioStep {
  /// What could be read of a step; what could not is among the problems.
  init(reading node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, "a step", keys: ScenarioKeys.step.map(\.name), &problems) else { return }
    if mapping.isEmpty { problems.add(node, "the step is empty; write what it does, such as `respond: edit`") }
    readLimits(mapping, &problems)
    readAnswer(mapping, context, &problems)
    readWhen(mapping, &problems)
    noteWrongPicture(mapping, &problems)
    noteTwoPaces(mapping, &problems)
  }

  private mutating func readLimits(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    times = mapping["times"]?.count("times", in: 1...ValueLimits.mostCount, &problems)
    span = mapping["for"]?.duration("for", isPositive: true, &problems)
    guard let node = mapping["chance"] else { return }
    guard let share = node.text.flatMap(ProbabilityText.read) else {
      problems.add(node, "`chance` is \(node.text ?? node.kind); write a number over 0 and up to 1, such as 0.5")
      return
    }
    chance = share
  }

  private mutating func readAnswer(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) {
    if let respond = mapping["respond"].flatMap({ ScriptReply(reading: $0, context, &problems) }) {
      reply = respond.reply
      headers = respond.headers
    }
    delay = mapping["delay"].flatMap { Delay(reading: $0, &problems) }
    pace = mapping["pace"].flatMap { Pace(reading: $0, &problems) }
    faults = mapping["fault"].map { context.faults(reading: $0, &problems) } ?? []
    faultTexts = mapping["fault"]?.faultTexts ?? []
  }

  /// After the faults: a step that acts on the request comes before the contract.
  private mutating func readWhen(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    let words = ["on", "off", "true", "false"]
    let asked = mapping["validate"].flatMap { $0.word("validate", of: words, &problems) }.map { $0 == "on" || $0 == "true" }
    if let node = mapping["when"] { when = RequestPattern(reading: node, &problems) }
    validates = asked ?? !actsOnRequest
    if actsOnRequest {
      noteHeadOnly(mapping, asked, &problems)
    } else if when.isValid == nil, validates {
      when.isValid = true
    }
  }

  private func noteHeadOnly(_ mapping: YAMLMapping, _ asked: Bool?, _ problems: inout ProblemList) {
    let reason = "the step acts while the request is being read, when only its head is known"
    if asked == true { problems.add(mapping.place("validate"), "`validate: on` cannot be: \(reason); leave it out") }
    guard when.needsBody else { return }
    let place = mapping["when"].flatMap { $0.members?.first { Self.bodyKeys.contains($0.key) } }
    problems.add(
      place?.place ?? mapping.place("when"),
      "`\(place?.key ?? "when")` cannot be asked: \(reason); write what its head must be, such as `path` or `header`")
  }

  private static let bodyKeys = ["model", "prompt", "field", "image", "valid"]

  private func noteWrongPicture(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    guard case .error = reply, let fault = faults.first(where: { type(of: $0).group == .picture }) else { return }
    problems.add(
      mapping.place("fault"), "`\(type(of: fault).name)` changes a picture, and an error has none; write `respond: edit`, or another fault")
  }

  /// A fault that is a pace itself.
  private func noteTwoPaces(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    if pace?.download != nil, let fault = faults.first(where: { type(of: $0).group == .pacing }) {
      problems.add(
        mapping.place("pace"), "`pace` cannot stand beside `\(type(of: fault).name)`: both say how fast the answer goes; keep one")
    }
    if pace?.upload != nil, faults.contains(where: { $0 is SlowUploadFault }) {
      problems.add(
        mapping.place("pace"),
        "`upload-bytes-per-second` cannot stand beside `slow-upload`: both say how fast the request is read; keep one")
    }
  }
}
