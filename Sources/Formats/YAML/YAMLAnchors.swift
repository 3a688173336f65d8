/// A value, and what it would be if its aliases were written out.
struct ComposedNode {
  let node: YAMLNode
  var values = 1
  var levels = 1
}

/// The anchors of a document, and how many values it stands for.
struct YAMLAnchors {
  private var anchored: [String: ComposedNode] = [:]
  private var values = 0

  /// Begins a value. Up to its end its anchor's name stands for nothing, not for an older value of that name either.
  mutating func open(_ properties: YAMLProperties, tag: String, _ place: TextPosition, _ depth: Int) throws(YAMLReadingError) {
    try take(1, place, depth)
    try properties.refuseTag(butFor: tag, place)
    if let name = properties.anchor { anchored[name] = nil }
  }

  /// Ends the value that was begun last.
  mutating func close(_ properties: YAMLProperties, _ composed: ComposedNode) -> ComposedNode {
    if let name = properties.anchor { anchored[name] = composed }
    return composed
  }

  /// What an alias stands for, with the place of that.
  mutating func value(of name: String, _ place: TextPosition, _ depth: Int) throws(YAMLReadingError) -> ComposedNode {
    guard let composed = anchored[name] else { throw .notYAML("found undefined alias", place) }
    try take(composed.values, place, depth + composed.levels - 1)
    return composed
  }

  /// Counts values, the deepest of them at `depth`.
  private mutating func take(_ count: Int, _ place: TextPosition, _ depth: Int) throws(YAMLReadingError) {
    values += count
    guard values <= YAMLText.mostValues else {
      throw YAMLReadingError(place, "the file stands for more than \(YAMLText.mostValues) values; use fewer aliases, or split it")
    }
    guard depth <= YAMLText.deepestNesting else { throw .tooDeep(place) }
  }
}

extension YAMLProperties {
  /// Only the tag that says what is there anyway may stand before a value.
  fileprivate func refuseTag(butFor usual: String, _ place: TextPosition) throws(YAMLReadingError) {
    guard let tag, tag != "!", tag != "tag:yaml.org,2002:\(usual)" else { return }
    throw YAMLReadingError(place, "there is a tag before this value (`\(tag.shown)`); write the value alone")
  }
}
