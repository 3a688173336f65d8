import FuzzReaders
import FuzzService
import Testing

private let targets = FuzzTarget.readers + FuzzTarget.service

@Suite("What fuzzing starts from, and what it has found", .timeLimit(.minutes(30)))
struct ReplayTests {
  @Test("What must hold holds for every input that is kept", arguments: targets.map(\.name), ["corpora", "findings"])
  func replay(name: String, folder: String) throws {
    let target = try #require(targets.first { $0.name == name })
    for input in try FuzzingFolder.inputs(of: name, in: folder) {
      do {
        try target.check(input.bytes)
      } catch {
        Issue.record("\(folder)/\(name)/\(input.name): \(error)")
      }
    }
  }

  @Test("Every target has a corpus of at most 64 KiB, and a dictionary")
  func corpora() throws {
    #expect(try FuzzingFolder.names(in: "corpora") == targets.map(\.name).sorted())
    #expect(try FuzzingFolder.names(in: "dictionaries") == targets.map { "\($0.name).dict" }.sorted())
    for target in targets {
      let inputs = try FuzzingFolder.inputs(of: target.name, in: "corpora")
      #expect(!inputs.isEmpty)
      #expect(inputs.reduce(0) { $0 + $1.bytes.count } <= 65_536, "the corpus of \(target.name) is too large")
      #expect(inputs.allSatisfy { $0.bytes.count <= target.longest }, "an input of \(target.name) is longer than those that are made")
    }
  }

  @Test("Findings are of targets that there are")
  func findings() throws {
    #expect(try FuzzingFolder.names(in: "findings").allSatisfy(targets.map(\.name).contains))
  }
}
