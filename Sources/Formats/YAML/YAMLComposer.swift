/// Puts a document's events together to one value.
struct YAMLComposer: ~Copyable {
  private let options: YAMLOptions
  private var parser: YAMLParser
  private var anchors: YAMLAnchors
  /// Repeated keys: the rest of the file can be read in spite of them.
  private(set) var problems = ProblemList()

  init(_ bytes: [UInt8], _ options: YAMLOptions) {
    self.options = options
    parser = YAMLParser(bytes)
    anchors = YAMLAnchors(options)
  }

  /// Returns the one document of the text; nil when there is none.
  mutating func document() throws(YAMLReadingError) -> YAMLNode? {
    guard try next().content == .documentStart else { return nil }
    let root = try value(next(), depth: 1).node
    if options.isLenient { return root }
    _ = try next()
    let end = try next()
    guard end.content == .streamEnd else {
      throw YAMLReadingError(end.position, "a second document begins here; write one scenario to a file")
    }
    return root
  }

  private mutating func next() throws(YAMLReadingError) -> YAMLEvent {
    do throws(YAMLFailure) { return try parser.next() } catch { throw YAMLReadingError(error, options) }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(YAMLReadingError) -> ComposedNode {
    let position = event.position
    switch event.content {
    case .alias(let name): return try anchors.value(of: name, position, depth)
    case .scalar(let text, let isPlain, let properties):
      try anchors.open(properties, tag: "str", position, depth)
      let content = YAMLNode.Content.scalar(text, isPlain: isPlain && properties.tag == nil)
      return anchors.close(properties, ComposedNode(node: YAMLNode(content: content, position: position)))
    case .sequenceStart(let properties):
      try anchors.open(properties, tag: "seq", position, depth)
      return anchors.close(properties, try list(position, depth))
    case .mappingStart(let properties):
      try anchors.open(properties, tag: "map", position, depth)
      return anchors.close(properties, try mapping(position, depth))
    case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd: throw .notYAML("there is no value here", position)
    }
  }

  private mutating func list(_ position: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    var (elements, values, levels): ([YAMLNode], Int, Int) = ([], 1, 0)
    var event = try next()
    while event.content != .sequenceEnd {
      let element = try value(event, depth: depth + 1)
      elements.append(element.node)
      (values, levels) = (values + element.values, max(levels, element.levels))
      event = try next()
    }
    return ComposedNode(node: YAMLNode(content: .list(elements), position: position), values: values, levels: levels + 1)
  }

  private mutating func mapping(_ position: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    var (members, values, levels): ([YAMLNode.Member], Int, Int) = ([], 1, 0)
    var event = try next()
    while event.content != .mappingEnd {
      let key = try key(event, depth: depth + 1)
      let value = try value(next(), depth: depth + 1)
      members.append(YAMLNode.Member(key: key, position: event.position, value: value.node))
      (values, levels) = (values + value.values, max(levels, value.levels))
      event = try next()
    }
    noteRepeatedKeys(members)
    return ComposedNode(node: YAMLNode(content: .mapping(members), position: position), values: values, levels: levels + 1)
  }

  /// Reads a word, or an alias of one.
  private mutating func key(_ event: YAMLEvent, depth: Int) throws(YAMLReadingError) -> String {
    switch event.content {
    case .scalar, .alias: if case .scalar(let text, _) = try value(event, depth: 1).node.content { return text }
    case .sequenceStart, .mappingStart: if options.isLenient { _ = try value(event, depth: depth) }
    case .documentStart, .documentEnd, .streamEnd, .sequenceEnd, .mappingEnd: break
    }
    guard options.isLenient else { throw YAMLReadingError(event.position, "this key is a list or a mapping; write a word") }
    return ""
  }

  private mutating func noteRepeatedKeys(_ members: [YAMLNode.Member]) {
    var first: [String: TextPosition] = [:]
    for member in members {
      if let position = first[member.key] {
        problems.add(position, "`\(member.key.shown)` stands more than once in this mapping; keep one")
      } else {
        first[member.key] = member.position
      }
    }
  }
}

/// A value, and how large it is with its aliases written out.
private struct ComposedNode {
  let node: YAMLNode
  var values = 1
  var levels = 1
}

/// The anchors of a document, and how many values it stands for.
private struct YAMLAnchors {
  private let options: YAMLOptions
  private var anchored: [String: ComposedNode] = [:]
  private var values = 0

  init(_ options: YAMLOptions) { self.options = options }

  /// Begins a value. Up to its end its anchor's name stands for nothing, not for an older value of that name either.
  mutating func open(_ properties: YAMLProperties, tag usual: String, _ position: TextPosition, _ depth: Int) throws(YAMLReadingError) {
    try take(1, position, depth)
    // Only the tag that says what is there anyway may stand before a value.
    if !options.isLenient, let tag = properties.tag, tag != "!", tag != "tag:yaml.org,2002:\(usual)" {
      throw YAMLReadingError(position, "there is a tag before this value (`\(tag.shown)`); write the value alone")
    }
    if let name = properties.anchor { anchored[name] = nil }
  }

  mutating func close(_ properties: YAMLProperties, _ composed: ComposedNode) -> ComposedNode {
    if let name = properties.anchor { anchored[name] = composed }
    return composed
  }

  /// Returns what an alias stands for, with the position of that.
  mutating func value(of name: String, _ position: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    guard let composed = anchored[name] else { throw .notYAML("found undefined alias", position, .undefinedAlias(name)) }
    try take(composed.values, position, depth + composed.levels - 1)
    return composed
  }

  /// Counts values, the deepest of them at `depth`.
  private mutating func take(_ count: Int, _ position: TextPosition, _ depth: Int) throws(YAMLReadingError) {
    values += count
    guard values <= options.mostValues else {
      throw YAMLReadingError(position, "the file stands for more than \(options.mostValues) values; use fewer aliases, or split it")
    }
    guard depth <= options.deepestNesting else { throw .tooDeep(position, options) }
  }
}
