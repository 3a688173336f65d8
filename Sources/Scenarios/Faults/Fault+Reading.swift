internal import Contract
internal import Formats
internal import Support

extension ReadingContext {
  /// Reads the faults of a step: a name, or a mapping of names and their parameters.
  func faults(reading node: YAMLNode, _ problems: inout ProblemList) -> [any Fault] {
    if let name = node.text { return fault(name, node.position, nil, &problems).map { [$0] } ?? [] }
    guard let members = node.members, !members.isEmpty else {
      problems.add(node, "`fault` is \(node.kind); write the name of a fault, or `{ NAME: { PARAMETER: VALUE } }`")
      return []
    }
    noteClashes(members, &problems)
    return members.compactMap { fault($0.key, $0.position, $0.value, &problems) }
  }

  private func type(_ name: String) -> (any Fault.Type)? { vocabulary.faults.first { $0.name == name } }

  private func fault(_ name: String, _ position: TextPosition, _ node: YAMLNode?, _ problems: inout ProblemList) -> (any Fault)? {
    guard let type = type(name) else {
      let names = vocabulary.faults.map { $0.name }
      problems.add(
        position,
        "there is no fault `\(name.shown)`; did you mean `\(names.nearest(to: name))`? There are: \(names.joined(separator: ", "))")
      return nil
    }
    guard let values = Self.values(of: type, position, node, &problems) else { return nil }
    if let objection = type.objection(to: values) {
      let found = node?.members?.first { $0.key == objection.parameter }?.value
      problems.add(found?.position ?? node?.position ?? position, "`\(objection.parameter)` of `\(type.name)` \(objection.message)")
      return nil
    }
    return type.init(values: values)
  }

  /// Notes two faults of one group, of which only one could take effect.
  private func noteClashes(_ members: [YAMLNode.Member], _ problems: inout ProblemList) {
    var first: [FaultGroup: String] = [:]
    for member in members {
      guard let group = type(member.key)?.group, group != .free else { continue }
      if let other = first[group] {
        problems.add(
          member.position, "`\(member.key)` cannot stand beside `\(other)`: both are about \(group.subject); keep one, or write two steps")
      } else {
        first[group] = member.key
      }
    }
  }

  private static func values(
    of type: any Fault.Type, _ position: TextPosition, _ node: YAMLNode?, _ problems: inout ProblemList
  ) -> FaultValues? {
    var mapping: YAMLMapping?
    if let node, !node.isNull {
      guard let read = YAMLMapping(node, "`\(type.name)`", keys: type.parameters.map(\.name), &problems) else { return nil }
      mapping = read
    }
    var values: [String: FaultValues.Value] = [:]
    for parameter in type.parameters {
      let standard = YAMLNode(content: .scalar(parameter.standard, isPlain: true), position: position)
      values[parameter.name] = parameter.value(reading: mapping?[parameter.name] ?? standard, &problems)
    }
    return values.count == type.parameters.count ? FaultValues(values) : nil
  }
}

extension FaultParameter {
  fileprivate func value(reading node: YAMLNode, _ problems: inout ProblemList) -> FaultValues.Value? {
    switch kind {
    case .extent:
      guard let text = node.text(name, "bytes or a share of the body, such as `1KiB` or `50%`", &problems) else { return nil }
      return problems.value(of: node, name) { () throws(TextSyntaxError) in .extent(try Extent(parsing: text)) }
    case .cutPoint:
      guard let text = node.text(name, "`start`, `head`, or an amount of the body, such as `50%`", &problems) else { return nil }
      return problems.value(of: node, name) { () throws(TextSyntaxError) in .cutPoint(try CutPoint(parsing: text)) }
    case .bytes: return node.bytes(name, &problems).map { .extent(.bytes($0)) }
    case .duration: return node.duration(name, &problems).map { .duration($0) }
    case .count(let range): return node.count(name, in: range, &problems).map { .count($0) }
    case .text:
      if case .scalar(let text, _) = node.content { return .text(text) }
      return node.text(name, "a text", &problems).map { .text($0) }
    case .choice(let words): return node.word(name, of: words, &problems).map { .text($0) }
    case .flag: return node.flag(name, &problems).map { .flag($0) }
    }
  }
}

extension YAMLNode {
  /// The faults of a step as people name them: `truncate after 70%`, `reset`.
  var faultTexts: [String] {
    if let name = text { return [name] }
    return (members ?? []).map { fault in
      let parameters = (fault.value.members ?? []).map { "\($0.key) \($0.value.text ?? "")" }
      return ([fault.key] + parameters).joined(separator: " ")
    }
  }
}
