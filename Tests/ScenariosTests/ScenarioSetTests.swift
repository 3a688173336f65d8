import Formats
import Foundation
import Scenarios
import Support
import Testing

/// `scenarios` of this checkout.
let scenariosFolder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/scenarios"

/// The names of the shipped files, without `.yaml`.
let shippedNames = ((try? folderEntries(scenariosFolder)) ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }

@Suite("The set of scenarios", .timeLimit(.minutes(15)))
struct ScenarioSetTests {
  @Test("Every file of scenarios/ has its line in Sources/CFixtures/scenarios.c, and no line has lost its file")
  func list() throws {
    #expect(try ScenarioSet.load(folder: nil).names == shippedNames)
  }

  @Test("A shipped scenario is its file, and names its schema", arguments: shippedNames)
  func shipped(name: String) throws {
    let bytes = try readFile("\(scenariosFolder)/\(name).yaml", limit: 1_000_000)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
    let scenario = try #require(try ScenarioSet.load(folder: nil).scenario(named: name))
    let ofFile = try ScenarioFile.read(bytes, name: "\(name).yaml") { path throws(TextSyntaxError) in
      do { return try readFile("\(scenariosFolder)/\(path)", limit: 10_000_000) } catch { throw TextSyntaxError("\(error)") }
    }.get()
    #expect(scenario.fingerprint == ofFile.fingerprint)
    #expect(scenario.name == name)
  }

  @Test("A folder's scenario wins by name, and adds to the others")
  func folder() throws {
    let folder = try Folder(["slow-edit.yaml": "steps: [{ delay: 1ms }]", "mine.yml": "steps: [{ delay: 2ms }]", "notes.txt": "not read"])
    let set = try ScenarioSet.load(folder: folder.path)
    #expect(set.names == (shippedNames + ["mine"]).sorted())
    #expect(try set.scenario(named: "slow-edit")?.steps[0].delay == .fixed(.milliseconds(1)))
    #expect(try set.scenario(named: "nope") == nil)
    #expect(set.nearest(to: "mnie", count: 1) == ["mine"])
    #expect(set.nearest(to: "x").count == 3)
  }

  @Test("What is wrong in a folder is reported for all its files at once")
  func problemsOfFolder() throws {
    let folder = try Folder([
      "a.yaml": "steps: 1", "b.yaml": "steps: [{ times: 0 }]", "c.yaml": "steps: [{ delay: 1s }]", "c.yml": "steps: [{ delay: 1s }]",
    ])
    let error = #expect(throws: DocumentProblems.self) { try ScenarioSet.load(folder: folder.path) }
    #expect(error?.all.map { String($0.file.split(separator: "/").last ?? "") } == ["a.yaml", "b.yaml", "c.yml"])
    #expect(error?.all.last?.message == "`c` is the name of c.yaml, too; give one of them another name")
  }

  @Test("A missing folder is reported")
  func missing() {
    let error = #expect(throws: DocumentProblems.self) { try ScenarioSet.load(folder: "/nowhere/at-all") }
    #expect(error?.all.first?.message.hasPrefix("cannot read the folder /nowhere/at-all: No such file") == true)
  }

  @Test("A step can respond with a file from the scenario's folder")
  func attachment() throws {
    let folder = try Folder(["a.yaml": "steps: [{ respond: { file: page.html } }]", "page.html": "<p>"])
    guard case .literal(let reply)? = try ScenarioSet.load(folder: folder.path).scenario(named: "a")?.steps[0].reply else {
      throw Unexpected()
    }
    #expect(reply.contentType == "text/html; charset=utf-8")
  }
}

/// A folder that goes away with the test; scenario files get their name and a description in front.
final class Folder {
  let path = NSTemporaryDirectory() + "image-edit-mock-scenarios-\(UUID().uuidString)"

  init(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      let head = ScenarioFile.stem(name) == name ? "" : "name: \(ScenarioFile.stem(name))\ndescription: A test.\n"
      try (head + text).write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
