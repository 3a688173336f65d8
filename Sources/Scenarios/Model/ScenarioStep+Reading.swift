internal import Contract
internal import Formats
internal import HTTPMessage
internal import RequestMatching

extension ScenarioStep {
  /// Reads the steps of a file, and notes those that an earlier one leaves nothing for.
  static func list(reading node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) -> [ScenarioStep] {
    guard let elements = node.elements else {
      problems.add(node, "`steps` is \(node.kind); write a list, each step behind a `- `")
      return []
    }
    if elements.isEmpty { problems.add(node, "`steps` is an empty list; write a step, such as `- respond: edit`") }
    let steps = elements.map { ScenarioStep(reading: $0, context, &problems) }
    // What has been read with mistakes in it would be compared with mistakes.
    guard problems.all.isEmpty else { return steps }
    for index in steps.indices {
      noteUnreachable(steps, index, elements[index], &problems)
      noteLate(steps, index, elements, &problems)
    }
    return steps
  }

  /// Notes a step that gets no request, since an earlier one without an end asks for nothing or for the same.
  private static func noteUnreachable(_ steps: [ScenarioStep], _ index: Int, _ node: YAMLNode, _ problems: inout ProblemList) {
    let step = steps[index]
    if !step.when.endpoints.isEmpty, step.when.endpoints.allSatisfy({ $0 == .other }), step.when.isValid == true {
      problems.add(node, "the step can never fit: no path but the APIs' own is valid; write `validate: off`")
    } else if let earlier = steps[..<index].firstIndex(where: { $0.leavesNothing(for: step) }) {
      problems.add(
        node,
        "step \(index + 1) can never be reached: step \(earlier + 1) answers all of its requests and is never used up; put it first, or give step \(earlier + 1) a `times`, `for` or narrower `when`"
      )
    }
  }

  private static func noteLate(_ steps: [ScenarioStep], _ index: Int, _ elements: [YAMLNode], _ problems: inout ProblemList) {
    guard steps[index].actsOnRequest, let earlier = steps[..<index].firstIndex(where: { !$0.actsOnRequest }) else { return }
    problems.add(elements[index], "steps that act while the request is read come first: put step \(index + 1) before step \(earlier + 1)")
  }

  /// Tells whether it takes every request that a later step is for: it never ends, and has no `when` or the same one.
  private func leavesNothing(for later: ScenarioStep) -> Bool {
    guard times == nil, span == nil, chance == 1 else { return false }
    // Requests are counted apart for steps that act while the request is read.
    if when == later.when { return when.nth == nil || actsOnRequest == later.actsOnRequest }
    var unvalidated = when
    unvalidated.isValid = nil
    let isForAll = unvalidated == RequestPattern() && !later.when.endpoints.contains(.generated)
    return isForAll && (when.isValid == nil || when.isValid == later.when.isValid)
  }

  /// Reads what it can of a step; what it cannot read is among the problems.
  fileprivate init(reading node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, "a step", keys: context.vocabulary.keys.step.map(\.name), &problems) else { return }
    if mapping.isEmpty { problems.add(node, "the step is empty; write what it does, such as `respond: edit`") }
    readLimits(mapping, &problems)
    readResponse(mapping, context, &problems)
    readWhen(mapping, &problems)
    noteWrongPicture(mapping, &problems)
    noteTwoPaces(mapping, &problems)
  }

  private mutating func readLimits(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    times = mapping["times"]?.count("times", in: 1...ValueLimits.mostCount, &problems)
    span = mapping["for"]?.duration("for", isPositive: true, &problems)
    guard let node = mapping["chance"] else { return }
    guard let share = node.text.flatMap(Self.probability) else {
      problems.add(node, "`chance` is \(node.text ?? node.kind); write a number over 0 and up to 1, such as 0.5")
      return
    }
    chance = share
  }

  /// Reads `0.5`, `.5`, `1e-3`; nil when the text is no number over 0 and up to 1.
  private static func probability(_ text: String) -> Double? {
    // Without this, `0x1p-1` and `nan` would be numbers, too.
    guard text.utf8.allSatisfy("0123456789.+-eE".utf8.contains), let share = Double(text), share > 0, share <= 1 else { return nil }
    return share
  }

  private mutating func readResponse(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) {
    if let respond = mapping["respond"].flatMap({ ReplyReader(reading: $0, context, &problems) }) {
      reply = respond.reply
      headers = respond.headers
    }
    delay = mapping["delay"].flatMap { Delay(reading: $0, &problems) }
    pace = mapping["pace"].flatMap { Pace(reading: $0, &problems) }
    faults = mapping["fault"].map { context.faults(reading: $0, &problems) } ?? []
    faultTexts = mapping["fault"]?.faultTexts ?? []
  }

  /// Reads `when` and `validate`, after the faults: a step that acts on the request comes before the contract.
  private mutating func readWhen(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    let words = ["on", "off", "true", "false"]
    let asked = mapping["validate"].flatMap { $0.word("validate", of: words, &problems) }.map { $0 == "on" || $0 == "true" }
    if let node = mapping["when"] { when = RequestPattern(reading: node, &problems) }
    validates = asked ?? !actsOnRequest
    if actsOnRequest { noteHeadOnly(mapping, asked, &problems) } else if when.isValid == nil, validates { when.isValid = true }
  }

  private func noteHeadOnly(_ mapping: YAMLMapping, _ asked: Bool?, _ problems: inout ProblemList) {
    let reason = "the step acts while the request is being read, when only its head is known"
    if asked == true { problems.add(mapping.position("validate"), "`validate: on` cannot be: \(reason); leave it out") }
    guard when.needsBody else { return }
    let key = mapping["when"].flatMap { $0.members?.first { Self.bodyKeys.contains($0.key) } }
    problems.add(
      key?.position ?? mapping.position("when"),
      "`\(key?.key ?? "when")` cannot be asked: \(reason); write what its head must be, such as `path` or `header`")
  }

  private static let bodyKeys = ["model", "prompt", "field", "image", "valid"]

  private func noteWrongPicture(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    guard case .error = reply, let fault = faults.first(where: { type(of: $0).group == .picture }) else { return }
    problems.add(
      mapping.position("fault"),
      "`\(type(of: fault).name)` changes a picture, and an error has none; write `respond: edit`, or another fault")
  }

  /// Notes a pace beside a fault that is a pace itself.
  private func noteTwoPaces(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    if pace?.download != nil, let fault = faults.first(where: { type(of: $0).group == .pacing }) {
      problems.add(
        mapping.position("pace"), "`pace` cannot stand beside `\(type(of: fault).name)`: both say how fast the answer goes; keep one")
    }
    if pace?.upload != nil, faults.contains(where: { $0 is SlowUploadFault }) {
      problems.add(
        mapping.position("pace"),
        "`upload-bytes-per-second` cannot stand beside `slow-upload`: both say how fast the request is read; keep one")
    }
  }
}
