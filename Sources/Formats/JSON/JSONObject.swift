/// The members of an object in the order of the text, repeated keys kept.
package struct JSONObject: Sendable, Equatable {
  /// One member; `key` is unescaped, `offset` is that of the key's opening quote.
  package typealias Member = (key: String, value: JSONValue, offset: Int)

  package let members: [Member]

  /// The value of the last member of that name, which is the one that `JSON.parse` keeps.
  package subscript(_ key: String) -> JSONValue? { members.last { $0.key == key }?.value }

  /// Every key once, in the order in which they first appear.
  package var keys: [String] {
    var seen: Set<String> = []
    return members.map(\.key).filter { seen.insert($0).inserted }
  }

  /// The keys that appear more than once, each named once, in the order in which they repeat.
  package var duplicateKeys: [String] {
    var seen: Set<String> = []
    var named: Set<String> = []
    return members.map(\.key).filter { !seen.insert($0).inserted && named.insert($0).inserted }
  }

  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    left.members.elementsEqual(right.members) { $0 == $1 }
  }
}
