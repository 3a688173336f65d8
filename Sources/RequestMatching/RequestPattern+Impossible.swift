internal import Formats
internal import HTTPMessage
internal import Support

extension RequestPattern {
  /// Notes texts that no request has.
  func noteImpossible(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    for (key, pattern) in [("method", method), ("path", path)] where pattern?.acceptsNone == true {
      problems.add(mapping.place(key), "`\(key)` cannot be `~`: every request has one; leave `\(key)` out")
    }
    if let text = path?.exactTexts.first(where: { !$0.hasPrefix("/") }) {
      problems.add(
        mapping.place("path"), "`path` fits no request: a path begins with `/`, and '\(text.shown)' does not; write `/\(text.shown)`")
    }
    if let text = contentType?.exactTexts.first(where: { $0.contains(";") }) {
      let type = String(text.prefix { $0 != ";" }).trimmed
      problems.add(
        mapping.place("content-type"),
        "`content-type` fits no request: parameters such as those of '\(text.shown)' are left out before it is compared; write `\(type.shown)`"
      )
    }
  }
}

extension [RequestPattern.NamedPattern] {
  /// Notes a header that would have to be two texts at once.
  func noteContradictions(_ members: [YAMLNode.Member], _ problems: inout ProblemList) {
    for (index, header) in enumerated() {
      guard case .exact(let text) = header.value,
        let earlier = self[..<index].first(where: {
          $0.name != header.name && $0.name.isSame(as: header.name, true) && $0.value.isOtherText(than: text)
        }),
        let member = members.first(where: { $0.key == header.name })
      else { continue }
      problems.add(
        member.place,
        "`\(header.name)` and `\(earlier.name)` are one header, since names have no case, and ask for two texts; keep one, or write a list for either"
      )
    }
  }
}

extension TextPattern {
  /// The texts that it is, or that stand in its list.
  fileprivate var exactTexts: [String] {
    switch self {
    case .exact(let text): [text]
    case .anyOf(let patterns): patterns.flatMap(\.exactTexts)
    case .present, .absent, .glob, .regex, .compared: []
    }
  }

  fileprivate func isOtherText(than text: String) -> Bool {
    if case .exact(let own) = self { !own.isSame(as: text) } else { false }
  }
}
