internal import ContractFixtures
internal import HTTPMessage
internal import Support

/// The fixtures of a folder: candidates as they were written, and whatever else is one.
struct RecordedFolder: Sendable {
  let path: String

  /// The files of all fixtures, as `RULE/NAME`, sorted.
  ///
  /// - Throws: when the folder cannot be read.
  func files() throws(SystemCallError) -> [String] {
    var files: [String] = []
    for entry in try folderEntries(path) where !entry.hasPrefix(".") {
      if folderExists("\(path)/\(entry)") {
        files += try folderEntries("\(path)/\(entry)").filter { !$0.hasPrefix(".") && $0.hasSuffix(".json") }.map { "\(entry)/\($0)" }
      } else if entry.hasSuffix(".json") {
        files.append(entry)
      }
    }
    return files
  }

  /// - Throws: what is wrong with it, the place named by a path that an editor can open.
  func fixture(_ file: String) throws(FixtureError) -> RuleFixture {
    let folder = "\(path)/\(file.split(separator: "/").dropLast().joined(separator: "/"))"
    do throws(FixtureError) {
      let bytes: [UInt8]
      do { bytes = try readFile("\(path)/\(file)", limit: Self.largest) } catch {
        throw FixtureError(file: file, line: 1, column: 1, message: error.description)
      }
      return try RuleFixture(
        parsing: bytes, file: file, images: { _ in nil }, files: { try? readFile("\(folder)/\($0)", limit: Self.largest) })
    } catch {
      throw FixtureError(file: "\(path)/\(error.file)", line: error.line, column: error.column, message: error.message)
    }
  }

  /// More than any answer that is taken from a service.
  private static let largest = 256 << 20
}
