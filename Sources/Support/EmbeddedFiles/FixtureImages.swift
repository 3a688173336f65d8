internal import CFixtures

/// The images of `fixtures/images`, carried by the binary and served under `/fixtures/`.
package enum FixtureImages {
  /// The file names, sorted.
  package static let names: [String] = {
    var names: [String] = []
    while let name = unsafe fixture_file_at(names.count).name { unsafe names.append(String(cString: name)) }
    return names
  }()

  /// The bytes of the file of that name; nil when there is none.
  package static func bytes(named name: String) -> [UInt8]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    let file = unsafe fixture_file_at(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
