internal import Formats

extension YAMLNode {
  /// The faults of a step as a person would name them: `truncate after 70%`, `reset`.
  var faultTexts: [String] {
    if let name = text { return [name] }
    return (members ?? []).map { fault in
      let parameters = (fault.value.members ?? []).map { "\($0.key) \($0.value.text ?? "")" }
      return ([fault.key] + parameters).joined(separator: " ")
    }
  }
}
