/// An object of a fixture whose keys have been checked.
struct FixtureObject {
  let node: FixtureNode
  let what: String
  private let members: [(key: String, value: FixtureNode)]

  init(node: FixtureNode, what: String, members: [(key: String, value: FixtureNode)]) {
    self.node = node
    self.what = what
    self.members = members
  }

  subscript(key: String) -> FixtureNode? { members.first { $0.key == key }?.value }

  func required(_ key: String) throws(FixtureError) -> FixtureNode {
    guard let value = self[key] else { throw node.error("\(what) needs `\(key)`") }
    return value
  }
}
