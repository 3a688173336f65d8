package import Contract
package import Formats

/// The names that a scenario file may use beside its keys: faults and errors.
package struct ScenarioVocabulary: Sendable {
  /// The faults that a step may name.
  package let faults: [any Fault.Type]
  /// The errors that a step may name.
  package let errors: [NamedError]
  let keys: ScenarioKeys

  /// Makes a vocabulary; tests have one with faults of their own.
  package init(faults: [any Fault.Type], errors: [NamedError]) {
    self.faults = faults
    self.errors = errors
    keys = ScenarioKeys(faults: faults, errors: errors)
  }

  /// All faults and errors that the mock has.
  package static let standard = ScenarioVocabulary(faults: FaultTable.all, errors: NamedErrors.all)
}

/// What the parts of a file are read with.
struct ReadingContext {
  let vocabulary: ScenarioVocabulary
  /// Returns the bytes of a file that the scenario names.
  let attachment: (String) throws(TextSyntaxError) -> [UInt8]
}

/// A scenario as YAML text.
///
///     let scenario = try ScenarioFile.read(bytes, name: "scenarios/busy.yaml").get()
package enum ScenarioFile {
  /// The endings that a scenario file may have.
  package static let extensions = [".yaml", ".yml"]

  /// Reads a scenario; returns it, or everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - name: the file's path as messages show it; its last part without extension must be the scenario's name.
  ///   - isNamed: whether it is a file at all; a text from elsewhere may have any name in it.
  ///   - attachment: returns the bytes of a file that the scenario names, by its path from the scenario's folder.
  package static func read(
    _ bytes: [UInt8], name: String, isNamed: Bool = true, vocabulary: ScenarioVocabulary = .standard,
    attachment: (String) throws(TextSyntaxError) -> [UInt8] = noAttachments
  ) -> Result<Scenario, DocumentProblems> {
    withoutActuallyEscaping(attachment) { attachment in
      do throws(YAMLReadingError) {
        var problems = ProblemList()
        let root = try YAMLText.parse(bytes, &problems)
        let context = ReadingContext(vocabulary: vocabulary, attachment: attachment)
        let scenario = Scenario(reading: root, file: isNamed ? name : nil, fingerprint: bytes.fnv1aHash, context, &problems)
        guard let scenario, problems.all.isEmpty else { return .failure(DocumentProblems(problems.all, file: name, bytes: bytes)) }
        return .success(scenario)
      } catch { return .failure(DocumentProblems([error.problem], file: name, bytes: bytes)) }
    }
  }

  /// Returns the name that the scenario of a file must have: the last part of its path, without extension.
  package static func stem(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return extensions.first { last.hasSuffix($0) }.map { String(last.dropLast($0.count)) } ?? last
  }

  /// Refuses every attachment: for texts that have no folder.
  package static func noAttachments(_ path: String) throws(TextSyntaxError) -> [UInt8] {
    throw TextSyntaxError("there is no file '\(path.shown)'; write the path of one")
  }
}

extension Scenario {
  fileprivate init?(reading node: YAMLNode, file: String?, fingerprint: UInt64, _ context: ReadingContext, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "a scenario", keys: context.vocabulary.keys.scenario.map(\.name), &problems) else { return nil }
    let name = Self.name(mapping, file, &problems)
    let description = Self.description(mapping, &problems)
    let quotas = mapping["quotas"].map { Quotas(reading: $0, &problems) }
    if mapping["steps"] == nil, quotas == nil {
      problems.add(node, "the scenario has neither `steps` nor `quotas`; write `steps:` and a list")
    }
    let steps = mapping["steps"].map { ScenarioStep.list(reading: $0, context, &problems) } ?? []
    let seed = mapping["seed"].flatMap { Self.seed($0, &problems) }
    guard let name, let description else { return nil }
    self.init(name: name, description: description, seed: seed, quotas: quotas ?? Quotas(), steps: steps, fingerprint: fingerprint)
  }

  private static func name(_ mapping: YAMLMapping, _ file: String?, _ problems: inout ProblemList) -> String? {
    let stem = file.map(ScenarioFile.stem)
    let hint = "`name: \(stem ?? "my-scenario")`"
    let node = mapping.required("name", "the scenario", hint, &problems)
    guard let node, let name = node.text("name", hint, &problems) else { return nil }
    guard let objection = objection(to: name, stem, hint) else { return name }
    problems.add(node, objection)
    return nil
  }

  private static func objection(to name: String, _ stem: String?, _ hint: String) -> String? {
    if !name.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }) {
      return "`name` is '\(name.shown)'; write small letters, digits and hyphens"
    }
    if name == ScenarioChoice.noScenario { return "`name` is 'none', which switches scenarios off; write another, and call the file so" }
    if let stem, name != stem { return "`name` is '\(name.shown)', and the file is called '\(stem.shown)'; write the same in both" }
    return name.isEmpty ? "`name` is empty; write \(hint)" : nil
  }

  private static func description(_ mapping: YAMLMapping, _ problems: inout ProblemList) -> String? {
    let hint = "one sentence on the incident"
    let node = mapping.required("description", "the scenario", hint, &problems)
    guard let node, let text = node.text("description", hint, &problems) else { return nil }
    if text.allSatisfy(\.isWhitespace) {
      problems.add(node, "`description` is empty; write \(hint)")
    } else if text.unicodeScalars.contains(where: \.endsLineOrControls) {
      problems.add(node, "`description` has a line end or another control character; write \(hint) on one line")
    }
    return text
  }

  private static func seed(_ node: YAMLNode, _ problems: inout ProblemList) -> UInt64? {
    let hint = "a whole number from 0 to \(UInt64.max)"
    guard let text = node.text("seed", hint, &problems) else { return nil }
    guard text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let seed = UInt64(text) else {
      problems.add(node, "`seed` is \(node.kind); write \(hint)")
      return nil
    }
    return seed
  }
}

extension Unicode.Scalar {
  fileprivate var endsLineOrControls: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
