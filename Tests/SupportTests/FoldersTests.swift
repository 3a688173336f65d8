import Foundation
import Support
import TestSupport
import Testing

@Suite("Folders", .timeLimit(.minutes(15)))
struct FoldersTests {
  @Test("A folder that holds too much loses its oldest files, and none of those that are not its own")
  func trimming() throws {
    let folder = try TemporaryFolder()
    for (age, name) in ["own-young", "own-old", "foreign", "own-oldest"].enumerated() {
      try folder.write([UInt8](repeating: 0, count: 10), name)
      let date = Date(timeIntervalSinceNow: -60 * Double(age))
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: "\(folder.path)/\(name)")
    }
    func trim(to bound: Int) throws -> [String] {
      try trimFolder(folder.path, toBytes: bound) { $0.hasPrefix("own-") }
      return try folderEntries(folder.path)
    }
    #expect(try trim(to: 30) == ["foreign", "own-old", "own-oldest", "own-young"])
    #expect(try trim(to: 29) == ["foreign", "own-old", "own-young"])
    #expect(try trim(to: 10) == ["foreign", "own-young"])
    #expect(try trim(to: 0) == ["foreign"])
  }
}
