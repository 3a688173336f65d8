import ContractFixtures
import Glibc
import Support

/// The folder `fixtures` of this package.
enum FixtureFolder {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/fixtures"

  /// The folders of `fixtures/rules`: ids of rules.
  static let rules: [String] = names(in: "\(root)/rules")

  /// All files of `fixtures/rules`, as `RULE/NAME`.
  static let files: [String] = rules.flatMap { rule in
    names(in: "\(root)/rules/\(rule)").filter { $0.hasSuffix(".json") }.map { "\(rule)/\($0)" }
  }

  /// The first file of each rule that answers a picture.
  static let pictures: [String] = rules.compactMap { rule in
    files.first { $0.hasPrefix("\(rule)/") && (try? fixture($0).expectation.isPicture) == true }
  }

  /// - Throws: when the file is none, or not a fixture.
  static func fixture(_ file: String) throws -> RuleFixture {
    guard let fixture = fixtures[file] else { return try parsed(file) }
    return try fixture.get()
  }

  /// Read once: several tests look at each.
  private static let fixtures = Dictionary(uniqueKeysWithValues: files.map { file in (file, Result { try parsed(file) }) })

  private static func parsed(_ file: String) throws -> RuleFixture {
    try RuleFixture(parsing: bytes(file), file: file, images: image) { neighbour($0, of: file) }
  }

  /// - Throws: when there is no such file.
  static func bytes(_ file: String) throws -> [UInt8] { try readFile("\(root)/rules/\(file)", limit: 1 << 20) }

  /// The image of that name.
  static func image(_ name: String) -> [UInt8]? { try? readFile("\(root)/images/\(name)", limit: 64 << 20) }

  /// The file of that name in the fixture's folder.
  private static func neighbour(_ name: String, of file: String) -> [UInt8]? {
    try? readFile("\(root)/rules/\(file.split(separator: "/").first ?? "")/\(name)", limit: 64 << 20)
  }

  /// Sorted; names that begin with a dot are nobody's.
  private static func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      names.append(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
