internal import Contract
internal import Formats
internal import Support

/// Values that have keys.
extension FixtureNode {
  /// The members of an object whose keys are free, each once.
  func members() throws(FixtureError) -> [(key: String, value: FixtureNode)] {
    guard case .object(let object) = value else { throw wrongType("an object") }
    if let key = object.duplicateKeys.first, let last = object.members.last(where: { $0.key == key }) {
      throw error(at: last.offset, "`\(key)` stands here twice; write it once, and a body that needs it twice as `text`")
    }
    return object.members.map { key, value, offset in
      (key, FixtureNode(source, value, path: path.isEmpty ? key : "\(path).\(key)", name: key, near: offset))
    }
  }

  /// An object that has no other keys than these.
  func object(_ what: String, _ keys: [String]) throws(FixtureError) -> FixtureObject {
    guard isObject else { throw wrongType("\(what): an object with \(keys.listed)") }
    let members = try members()
    if case .object(let object) = value, let unknown = object.members.first(where: { !keys.contains($0.key) }) {
      let near = keys.nearest(to: unknown.key)
      throw error(
        at: unknown.offset, "`\(unknown.key)` is no key of \(what); did you mean `\(near)`? Keys: \(keys.joined(separator: ", "))")
    }
    return FixtureObject(node: self, what: what, members: members)
  }

  /// Whether it is `{"$absent": true}`.
  func isAbsent() throws(FixtureError) -> Bool {
    guard case .object(let object) = value, object.members.first?.key == "$absent" else { return false }
    let flag = try self.object("an $absent", ["$absent"]).required("$absent")
    guard flag.value == .bool(true) else { throw flag.error("`\(flag.path)` has one value; write true") }
    return true
  }

  /// Which of these generators the object is.
  func generator(of known: [String]) throws(FixtureError) -> String {
    guard case .object(let object) = value, let first = object.members.first else {
      throw wrongType("a generator: an object with \(known.listed)")
    }
    guard known.contains(first.key) else {
      throw error(at: first.offset, "`\(first.key)` is no generator that can stand here; write \(known.listed)")
    }
    return first.key
  }
}
