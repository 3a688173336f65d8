import Support

/// The folder `Fuzzing` of this package.
enum FuzzingFolder {
  private static let path = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Fuzzing"

  /// The names in `corpora`, `findings` or `dictionaries`.
  static func names(in folder: String) throws -> [String] { try folderEntries("\(path)/\(folder)") }

  /// The inputs of a target in `corpora` or `findings`, by name; none where it has no folder.
  static func inputs(of target: String, in folder: String) throws -> [(name: String, bytes: [UInt8])] {
    let inputs = "\(path)/\(folder)/\(target)"
    guard folderExists(inputs) else { return [] }
    return try folderEntries(inputs).map { ($0, try readFile("\(inputs)/\($0)", limit: 1 << 20)) }
  }
}
