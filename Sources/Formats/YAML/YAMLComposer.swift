/// Puts a document's events together.
struct YAMLComposer: ~Copyable {
  private var parser: YAMLParser
  private var anchors = YAMLAnchors()
  /// Repeated keys: the rest of the file can be read in spite of them.
  private(set) var problems = ProblemList()

  init(_ bytes: [UInt8]) { parser = YAMLParser(bytes) }

  /// The one document of the text; nil when there is none.
  mutating func document() throws(YAMLReadingError) -> YAMLNode? {
    guard try next().content == .documentStart else { return nil }
    let root = try value(next(), depth: 1).node
    _ = try next()
    let end = try next()
    guard end.content == .streamEnd else {
      throw YAMLReadingError(TextPosition(end.place), "a second document begins here; write one scenario to a file")
    }
    return root
  }

  private mutating func next() throws(YAMLReadingError) -> YAMLEvent {
    do throws(YAMLFailure) { return try parser.next() } catch { throw YAMLReadingError(error) }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(YAMLReadingError) -> ComposedNode {
    let place = TextPosition(event.place)
    switch event.content {
    case .alias(let name): return try anchors.value(of: name, place, depth)
    case .scalar(let text, let isPlain, let properties):
      try anchors.open(properties, tag: "str", place, depth)
      let content = YAMLNode.Content.scalar(text, isPlain: isPlain && properties.tag == nil)
      return anchors.close(properties, ComposedNode(node: YAMLNode(content: content, place: place)))
    case .sequenceStart(let properties):
      try anchors.open(properties, tag: "seq", place, depth)
      return anchors.close(properties, try list(place, depth))
    case .mappingStart(let properties):
      try anchors.open(properties, tag: "map", place, depth)
      return anchors.close(properties, try mapping(place, depth))
    case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd:
      throw .notYAML("there is no value here", place)
    }
  }

  private mutating func list(_ place: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    var (elements, values, levels): ([YAMLNode], Int, Int) = ([], 1, 0)
    var event = try next()
    while event.content != .sequenceEnd {
      let element = try value(event, depth: depth + 1)
      elements.append(element.node)
      (values, levels) = (values + element.values, max(levels, element.levels))
      event = try next()
    }
    return ComposedNode(node: YAMLNode(content: .list(elements), place: place), values: values, levels: levels + 1)
  }

  private mutating func mapping(_ place: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    var (members, values, levels): ([YAMLNode.Member], Int, Int) = ([], 1, 0)
    var event = try next()
    while event.content != .mappingEnd {
      let key = try key(event)
      let value = try value(next(), depth: depth + 1)
      members.append(YAMLNode.Member(key: key, place: TextPosition(event.place), value: value.node))
      (values, levels) = (values + value.values, max(levels, value.levels))
      event = try next()
    }
    noteRepeatedKeys(members)
    return ComposedNode(node: YAMLNode(content: .mapping(members), place: place), values: values, levels: levels + 1)
  }

  /// A word, or an alias of one.
  private mutating func key(_ event: YAMLEvent) throws(YAMLReadingError) -> String {
    switch event.content {
    case .scalar, .alias:
      if case .scalar(let text, _) = try value(event, depth: 1).node.content { return text }
    case .sequenceStart, .mappingStart, .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd: break
    }
    throw YAMLReadingError(TextPosition(event.place), "this key is a list or a mapping; write a word")
  }

  private mutating func noteRepeatedKeys(_ members: [YAMLNode.Member]) {
    var first: [String: TextPosition] = [:]
    for member in members {
      if let place = first[member.key] {
        problems.add(place, "`\(member.key.shown)` stands more than once in this mapping; keep one")
      } else {
        first[member.key] = member.place
      }
    }
  }
}

extension TextPosition {
  init(_ place: YAMLMark) { self.init(line: place.line, column: place.column) }
}
