internal import Yams

/// Turns Yams' nodes into our own, and counts them.
struct YAMLComposer {
  private var count = 0

  mutating func node(_ node: Yams.Node, depth: Int) throws(ScriptFailure) -> ScriptNode {
    let place = ScriptPlace(node.mark)
    count += 1
    guard count <= YAMLText.mostValues else {
      throw ScriptFailure(place, "the file stands for more than \(YAMLText.mostValues) values; use fewer aliases, or split it")
    }
    guard depth <= YAMLText.deepestNesting else { throw .tooDeep(place) }
    switch node {
    case .scalar(let scalar): return ScriptNode(content: try Self.content(scalar, place), place: place)
    case .sequence(let sequence):
      var elements: [ScriptNode] = []
      for element in sequence { elements.append(try self.node(element, depth: depth + 1)) }
      return ScriptNode(content: .list(elements), place: place)
    case .mapping(let mapping): return ScriptNode(content: .mapping(try members(mapping, depth)), place: place)
    case .alias: throw ScriptFailure(place, "this alias stands for nothing; write its value")
    }
  }

  private mutating func members(_ mapping: Yams.Node.Mapping, _ depth: Int) throws(ScriptFailure) -> [ScriptNode.Member] {
    var members: [ScriptNode.Member] = []
    for (key, value) in mapping {
      let place = ScriptPlace(key.mark)
      guard case .scalar(let name) = key else { throw ScriptFailure(place, "this key is a list or a mapping; write a word") }
      members.append(ScriptNode.Member(key: name.string, place: place, value: try node(value, depth: depth + 1)))
    }
    return members
  }

  private static func content(_ scalar: Yams.Node.Scalar, _ place: ScriptPlace) throws(ScriptFailure) -> ScriptNode.Content {
    let tag = scalar.tag.description
    guard ["", "!", "tag:yaml.org,2002:str"].contains(tag) else {
      throw ScriptFailure(place, "there is a tag before this value (`\(tag.shown)`); write the value alone")
    }
    return .scalar(scalar.string, isPlain: scalar.style == .plain && tag.isEmpty)
  }
}

extension ScriptPlace {
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}
