import Contract
import Foundation
import FoundationXML
import Testing

@testable import Journal

@Suite("Reports as JUnit XML", .timeLimit(.minutes(15)))
struct JUnitTests {
  /// Reads a report as XML.
  private final class Reading: NSObject, XMLParserDelegate {
    var suites: [[String: String]] = []
    var root: [String: String] = [:]
    /// The cases with class, name, and whether they fail.
    var cases: [(type: String, name: String, fails: Bool)] = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String]
    ) {
      switch element {
      case "testsuites": root = attributes
      case "testsuite": suites.append(attributes)
      case "testcase": cases.append((attributes["classname"] ?? "", attributes["name"] ?? "", false))
      case "failure": cases[cases.count - 1].fails = true
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { self.text += text }
  }

  private static func read(_ journal: Journal?, warnings: Bool = false, conduct: Bool = false) throws -> Reading {
    let report = RunReport(journal, version: "9", failsOnWarnings: warnings, failsOnConduct: conduct)
    let (reading, parser) = (Reading(), XMLParser(data: Data(report.junit.utf8)))
    parser.delegate = reading
    try #require(parser.parse(), "\(report.junit)")
    return reading
  }

  @Test("The report is well-formed XML whatever the names of sessions")
  func wellFormed() throws {
    let reading = try Self.read(ReportTests.busy())
    #expect(reading.suites.map { $0["name"] } == ["image-edit-mock", "rules", "conduct"])
    let shown = "a··[31m<&\"'>]]>·\u{7F}é"
    #expect(reading.cases.contains { $0.type == "conduct" && $0.name.hasPrefix("hopeless-retry, session '\(shown)") })
    #expect(reading.text.contains("session '\(shown)\t'"))
  }

  @Test(
    "Broken rules are failing cases, and warnings and findings are when they fail the run",
    arguments: [(false, false, false, false), (true, false, true, false), (false, true, false, true), (true, true, true, true)])
  func fails(onWarnings: Bool, onConduct: Bool, bentFails: Bool, conductFails: Bool) throws {
    let journal = ReportTests.busy()
    var bent = RequestRecord.made()
    bent.warnings = [try #require(deprecationWarning)]
    journal.append(bent)
    let reading = try Self.read(journal, warnings: onWarnings, conduct: onConduct)
    #expect(reading.cases.first { $0.name == "the run" }?.fails == false)
    #expect(reading.cases.first { $0.name == "venice.edit.prompt.required" }?.fails == true)
    #expect(reading.cases.first { $0.name == deprecationWarning?.rule.id }?.fails == bentFails)
    #expect(reading.cases.first { $0.type == "conduct" }?.fails == conductFails)
    let failures = reading.cases.filter(\.fails).count
    #expect(reading.root["failures"] == "\(failures)" && reading.root["tests"] == "\(reading.cases.count)")
    #expect(reading.suites.reduce(0) { $0 + (Int($1["failures"] ?? "") ?? 0) } == failures)
  }

  @Test("Without requests the run is the only case, and it fails when the run has not finished")
  func runOnly() throws {
    #expect(try Self.read(Journal()).cases.map(\.fails) == [false])
    #expect(try Self.read(nil).cases.map(\.fails) == [true])
  }

  @Test("The first violations of a rule are listed, and the rest are counted")
  func manyViolations() throws {
    let mock = Mock()
    for number in 1...8 { mock.edit("", key: "k\(number)") }
    #expect(try Self.read(mock.journal).text.contains("… and 3 more"))
  }
}
