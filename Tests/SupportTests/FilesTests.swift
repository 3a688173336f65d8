import Foundation
import Support
import TestSupport
import Testing

@Suite("Reading and writing files", .timeLimit(.minutes(15)))
struct FilesTests {
  @Test("A link stays a link, and the file that it leads to is replaced")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], "target")
    let link = "\(folder.path)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    try writeFile([2], link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target")
    #expect(try readFile("\(folder.path)/target", limit: 10) == [2])
    #expect(try folderEntries(folder.path) == ["link", "target"])
    #expect(throws: SystemCallError.self) { try readFile(link, limit: 10, followsLink: false) }
  }

  @Test("A device is written to and stays a device", arguments: ["/dev/null"])
  func device(path: String) throws {
    try writeFile([1, 2, 3], path)
    let error = #expect(throws: SystemCallError.self) { try readFile(path, limit: 10) }
    #expect(error?.description == "cannot read \(path): it is no file")
  }

  @Test("Writing to a pipe without a reader is an error at once")
  func pipe() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pipe"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(throws: SystemCallError.self) { try writeFile([1], path) }
    #expect(try folderEntries(folder.path) == ["pipe"])
  }
}
