internal import Formats

extension NumberPattern {
  init?(reading node: YAMLNode, _ key: String, inBytes: Bool = false, _ problems: inout ProblemList) {
    let patterns = node.alternatives.map { element -> NumberPattern? in
      guard let text = element.text(key, "a number (`1024`), a range (`512-1024`), a comparison (`> 5`) or a list of them", &problems)
      else {
        return nil
      }
      return problems.value(of: element, key) { () throws(TextSyntaxError) in try NumberPattern(parsing: text, inBytes: inBytes) }
    }
    let read = patterns.compactMap(\.self)
    guard read.count == patterns.count, !node.isEmptyList(key, &problems) else { return nil }
    self.init(
      read.flatMap(\.ranges),
      description: node.elements == nil ? read[0].description : "[\(read.map(\.description).joined(separator: ", "))]")
  }

  /// Of something that there is at least one of.
  init?(someOf node: YAMLNode, _ key: String, inBytes: Bool = false, _ problems: inout ProblemList) {
    self.init(reading: node, key, inBytes: inBytes, &problems)
    if !allowsOneOrMore { problems.add(node, "`\(key)` fits no image: none has less than 1; write 1 or more") }
  }

  fileprivate var allowsOneOrMore: Bool { ranges.contains { $0.upperBound >= 1 } }
}

extension CountPattern {
  init?(reading node: YAMLNode, _ key: String, _ problems: inout ProblemList) {
    let parts = node.alternatives.map { element -> Part? in
      guard let text = element.text(key, "a number (`3`), a range (`1-3`), a comparison (`>= 5`), `every 3`, or a list of them", &problems)
      else {
        return nil
      }
      return problems.value(of: element, key) { () throws(TextSyntaxError) in try Part(parsing: text) }
    }
    let read = parts.compactMap(\.self)
    guard read.count == parts.count, !node.isEmptyList(key, &problems) else { return nil }
    self.init(read)
    if !canMatch { problems.add(node, "`\(key)` fits no request: they are counted from 1; write 1 or more") }
  }

  private var canMatch: Bool {
    parts.contains {
      switch $0 {
      case .within(let numbers): numbers.allowsOneOrMore
      case .every: true
      }
    }
  }
}

extension YAMLNode {
  /// The elements of a list; itself when it is none.
  fileprivate var alternatives: [YAMLNode] { elements ?? [self] }

  fileprivate func isEmptyList(_ key: String, _ problems: inout ProblemList) -> Bool {
    guard let elements, elements.isEmpty else { return false }
    problems.add(self, "`\(key)` is an empty list, which nothing fits; write a number")
    return true
  }
}
