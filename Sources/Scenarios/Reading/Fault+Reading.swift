internal import Contract
internal import Formats
internal import Support

extension ReadingContext {
  /// The faults of a step: a name, or a mapping of names and their parameters.
  func faults(reading node: YAMLNode, _ problems: inout ProblemList) -> [any Fault] {
    if let name = node.text { return fault(name, node.place, nil, &problems).map { [$0] } ?? [] }
    guard let members = node.members, !members.isEmpty else {
      problems.add(node, "`fault` is \(node.kind); write the name of a fault, or `{ NAME: { PARAMETER: VALUE } }`")
      return []
    }
    noteClashes(members, &problems)
    return members.compactMap { fault($0.key, $0.place, $0.value, &problems) }
  }

  private func type(_ name: String) -> (any Fault.Type)? { vocabulary.faults.first { $0.name == name } }

  private func fault(_ name: String, _ place: TextPosition, _ node: YAMLNode?, _ problems: inout ProblemList) -> (any Fault)? {
    guard let type = type(name) else {
      let names = vocabulary.faults.map { $0.name }
      problems.add(
        place, "there is no fault `\(name.shown)`; did you mean `\(names.nearest(to: name))`? There are: \(names.joined(separator: ", "))")
      return nil
    }
    guard let values = Self.values(of: type, place, node, &problems) else { return nil }
    if let objection = type.objection(to: values) {
      let found = node?.members?.first { $0.key == objection.parameter }?.value
      problems.add(found?.place ?? node?.place ?? place, "`\(objection.parameter)` of `\(type.name)` \(objection.message)")
      return nil
    }
    return type.init(values)
  }

  /// Two faults of one group cannot both have their way.
  private func noteClashes(_ members: [YAMLNode.Member], _ problems: inout ProblemList) {
    var first: [FaultGroup: String] = [:]
    for member in members {
      guard let group = type(member.key)?.group, group != .free else { continue }
      if let other = first[group] {
        problems.add(
          member.place, "`\(member.key)` cannot stand beside `\(other)`: both are about \(group.subject); keep one, or write two steps")
      } else {
        first[group] = member.key
      }
    }
  }

  private static func values(
    of type: any Fault.Type, _ place: TextPosition, _ node: YAMLNode?, _ problems: inout ProblemList
  ) -> FaultValues? {
    var mapping: YAMLMapping?
    if let node, !node.isNull {
      guard let read = YAMLMapping(node, "`\(type.name)`", keys: type.parameters.map(\.name), &problems) else { return nil }
      mapping = read
    }
    var values: [String: FaultValues.Value] = [:]
    for parameter in type.parameters {
      let standard = YAMLNode(content: .scalar(parameter.standard, isPlain: true), place: place)
      values[parameter.name] = parameter.value(reading: mapping?[parameter.name] ?? standard, &problems)
    }
    return values.count == type.parameters.count ? FaultValues(values) : nil
  }
}

extension FaultParameter {
  fileprivate func value(reading node: YAMLNode, _ problems: inout ProblemList) -> FaultValues.Value? {
    switch kind {
    case .amount:
      guard let text = node.text(name, "bytes or a share of the body, such as `1KiB` or `50%`", &problems) else { return nil }
      return problems.value(of: node, name) { () throws(TextSyntaxError) in .amount(try Extent(parsing: text)) }
    case .place:
      guard let text = node.text(name, "`start`, `head`, or an amount of the body, such as `50%`", &problems) else { return nil }
      return problems.value(of: node, name) { () throws(TextSyntaxError) in .place(try CutPoint(parsing: text)) }
    case .bytes: return node.bytes(name, &problems).map { .amount(.bytes($0)) }
    case .duration: return node.duration(name, &problems).map { .duration($0) }
    case .count(let range): return node.count(name, in: range, &problems).map { .count($0) }
    case .text:
      guard case .scalar(let text, _) = node.content else { return node.text(name, "a text", &problems).map { .text($0) } }
      return .text(text)
    case .choice(let words): return node.word(name, of: words, &problems).map { .text($0) }
    case .flag: return node.flag(name, &problems).map { .flag($0) }
    }
  }
}

extension FaultGroup {
  /// What faults of the group are about, for a message.
  var subject: String {
    switch self {
    case .ending: "how the answer ends"
    case .picture: "what the pictures are"
    case .page: "what the answer is instead"
    case .pacing: "how the body is cut up on the wire"
    case .free: "nothing in common"
    }
  }
}
