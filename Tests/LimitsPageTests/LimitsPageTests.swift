import Glibc
import RequestMatching
import Support
import Testing

@testable import Contract
@testable import HTTPServer
@testable import Journal
@testable import MockCommand
@testable import MockServer
@testable import MockService
@testable import RetryAnalysis
@testable import Scenarios

@Suite("docs/limits.md is what the constants and the tests say", .timeLimit(.minutes(15)))
struct LimitsPageTests {
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  private static let page = (try? String(decoding: readFile("\(root)/docs/limits.md", limit: 1 << 20), as: UTF8.self)) ?? ""

  /// The values of all limits, as the page writes them at the start of a cell.
  private static let values: [String: String] = {
    let server = HTTPServerConfiguration(serverName: "a")
    return [
      "HTTPServerConfiguration.mostConnections": count(HTTPServerConfiguration.mostConnections),
      "HTTPServerConfiguration.surplusConnections": count(
        HTTPServerConfiguration.surplusConnections(beside: HTTPServerConfiguration.mostConnections)),
      "ConnectionSlots.keptLimit": count(ConnectionSlots.keptLimit), "DescriptorLimit.least": count(DescriptorLimit.least),
      "HTTPServerConfiguration.idleTimeout": seconds(server.idleTimeout),
      "HTTPServerConfiguration.headTimeout": seconds(server.headTimeout),
      "HTTPServerConfiguration.bodyTimeout": seconds(server.bodyTimeout),
      "HTTPServerConfiguration.connectionMemory": bytes(server.connectionMemory),
      "HTTPServerConfiguration.drainLimit": bytes(server.drainLimit),
      "HTTPServerConfiguration.bodyBudget": bytes(MemoryLimit.largestShare),
      "HTTPServerConfiguration.responseBudget": bytes(MemoryLimit.largestShare),
      "HTTPServerConfiguration.workerQueueLimit": count(server.workerQueueLimit),
      "ServerContext.backgroundQueueLimit": count(ServerContext.backgroundQueueLimit),
      "VeniceContract.bodyLimit": bytes(VeniceContract.bodyLimit),
      "DGridContract.bodyLimit": bytes(DGridContract.bodyLimit), "AdminSite.bodyLimit": bytes(AdminSite.bodyLimit),
      "VeniceContract.maximumArea": count(Int(VeniceContract.maximumArea)),
      "MockConfiguration.cacheLimit": bytes(MockConfiguration().cacheLimit),
      "StaticFiles.folderLimit": bytes(StaticFiles.folderLimit), "ImageFetcher.fileLimit": bytes(ImageFetcher.fileLimit),
      "UsedNonces.limit": bytes(UsedNonces.limit), "JournalLimits.bytes": bytes(JournalLimits().bytes),
      "JournalLimits.requests": count(JournalLimits().requests),
      "SessionTable.limit": count(SessionTable.limit), "SessionTable.nameLimit": bytes(SessionTable.nameLimit),
      "RetryRecord.groupLimit": count(RetryRecord.groupLimit), "FindingLog.keptLimit": count(FindingLog.keptLimit),
      "AccountMinutes.limit": count(AccountMinutes.limit), "AccountMinutes.nameLimit": bytes(AccountMinutes.nameLimit),
      "RetryRecord.nameLimit": bytes(RetryRecord.nameLimit), "ScenarioEngine.sessionLimit": count(ScenarioEngine.sessionLimit),
      "ScenarioEngine.sessionNameLimit": bytes(ScenarioEngine.sessionNameLimit),
      "ScenarioEngine.assignmentLimit": count(ScenarioEngine.assignmentLimit),
      "ScenarioEngine.additionLimit": count(ScenarioEngine.additionLimit), "LogQueue.limit": bytes(LogQueue.limit),
      "RegularExpression.stepLimit": count(RegularExpression.stepLimit),
      "RegularExpression.timeLimit": "\(Int(RegularExpression.timeLimit / .milliseconds(1))) ms",
      "RegularExpression.memoryLimit": bytes(RegularExpression.memoryLimit),
      "RegularExpression.longestExpression": count(RegularExpression.longestExpression),
      "RegularExpression.mostRepetitions": count(RegularExpression.mostRepetitions),
      "TextPattern.longestText": bytes(TextPattern.longestText),
    ]
  }()

  /// The rows of the first table, by cells.
  private static let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
    row.split(separator: "|").map(\.trimmed)
  }.filter { $0.count == 5 }

  @Test("Every limit has its row, with its value", arguments: values.keys.sorted())
  func value(name: String) throws {
    let rows = Self.rows.filter { $0[1] == "`\(name)`" }
    try #require(!rows.isEmpty)
    let value = try #require(Self.values[name])
    for row in rows { #expect(row[2] == value || row[2].hasPrefix("\(value),") || row[2].hasPrefix("\(value) (")) }
  }

  @Test("Every row is about a limit that is known here")
  func known() {
    let names = Self.rows.map { $0[1] }.filter { $0.hasPrefix("`") }.map { $0.split(separator: "`").joined() }
    #expect(names.count > 30)
    #expect(names.filter { Self.values[$0] == nil } == [])
  }

  @Test("Every test that the page names exists")
  func tests() throws {
    let sources = try Self.sources(in: "\(Self.root)/Tests")
    let inTables = Self.page.split(separator: "\n").map { $0.split(separator: "|") }.filter { $0.count >= 3 }.compactMap {
      $0.last?.trimmed
    }
    // A bound that nobody tests is none.
    #expect(!inTables.contains(""))
    let named = inTables.filter { $0 != "Test" && !$0.hasPrefix("-") }
    let quoted = Self.page.split(separator: "\n").filter { $0.contains("Test: ") || $0.contains("Tests: ") || $0.hasPrefix("The test is ") }
      .flatMap {
        $0.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { !$0.offset.isMultiple(of: 2) }.map {
          String($0.element)
        }
      }
    let missing = (named + quoted).filter { name in !sources.contains { $0.contains("\"\(name)\"") || $0.contains("`\(name)`") } }
    #expect(quoted.count >= 7)
    #expect(missing == [])
  }

  private static func sources(in folder: String) throws -> [String] {
    try folderEntries(folder).flatMap { entry -> [String] in
      let path = "\(folder)/\(entry)"
      if folderExists(path) { return try sources(in: path) }
      return entry.hasSuffix(".swift") ? [String(decoding: try readFile(path, limit: 1 << 20), as: UTF8.self)] : []
    }
  }

  private static func count(_ number: Int) -> String {
    let digits = String(number)
    let first = digits.count % 3
    var groups = first > 0 ? [String(digits.prefix(first))] : []
    for start in stride(from: first, to: digits.count, by: 3) { groups.append(String(digits.dropFirst(start).prefix(3))) }
    return groups.joined(separator: ",")
  }

  private static func seconds(_ duration: Duration) -> String { "\(duration.components.seconds) s" }

  private static func bytes(_ number: Int) -> String {
    for (unit, size) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)] where number.isMultiple(of: size) {
      return "\(number / size) \(unit)"
    }
    return "\(number) bytes"
  }
}

extension Substring {
  /// Without the blanks around it.
  fileprivate var trimmed: String { split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
}
