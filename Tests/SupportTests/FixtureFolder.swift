internal import Glibc
internal import Support

/// `fixtures/images` of this checkout.
enum FixtureFolder {
  static let path: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/fixtures/images"
  }()

  /// The names of all files, sorted; empty when the folder cannot be read.
  static func names() -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      names.append(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  static func bytes(named name: String) throws -> [UInt8] { try readFile("\(path)/\(name)", limit: 10_000_000) }
}
