import Foundation
import Scenarios
import Testing

@Suite("The table of faults", .timeLimit(.minutes(15)))
struct FaultTableTests {
  @Test("Every file named after a fault has its fault in the table")
  func nothingForgotten() throws {
    let folder = Checkout.path + "/Sources/Scenarios/Faults"
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    let names = files.compactMap { $0.split(separator: "/").last }.filter { $0.hasSuffix("Fault.swift") && $0 != "Fault.swift" }
    let listed = FaultTable.all.map { "\($0).swift" }
    #expect(names.map(String.init).sorted() == listed.sorted())
    #expect(!listed.isEmpty)
  }

  @Test("A name and its type are the same words")
  func names() {
    for type in FaultTable.all {
      let words = type.name.split(separator: "-").map { $0 == "html" ? "HTML" : $0.prefix(1).uppercased() + $0.dropFirst() }
      #expect("\(type)" == words.joined() + "Fault")
      #expect(FaultTable.fault(named: type.name) == type)
    }
    #expect(FaultTable.fault(named: "none") == nil)
  }

  @Test("A summary is a sentence that starts with a verb, a parameter's a phrase", arguments: FaultTable.all.indices)
  func wording(index: Int) {
    let type = FaultTable.all[index]
    let verb = type.summary.prefix { $0 != " " }
    #expect(verb.hasSuffix("s") && verb.first?.isUppercase == true && type.summary.hasSuffix("."), "\(type.summary)")
    for parameter in type.parameters { #expect(!parameter.summary.isEmpty && !parameter.summary.hasSuffix(".")) }
  }

  @Test("Every default is of its parameter's kind, and meets no objection", arguments: FaultTable.all.indices)
  func standards(index: Int) throws {
    let type = FaultTable.all[index]
    #expect(Set(type.parameters.map(\.name)).count == type.parameters.count)
    #expect(type.objection(to: try values(of: type)) == nil)
  }

  static let pointless: [(String, [String: FaultValues.Value], String)] = [
    ("wrong-content-length", ["by": .count(0)], "by"),
    ("slice", ["size": .extent(.bytes(0))], "size"),
    ("wrong-content-type", ["type": .text("")], "type"),
    ("wrong-content-type", ["type": .text("text/html\r\nx: y")], "type"),
    ("duplicate-headers", ["name": .text("")], "name"),
    ("duplicate-headers", ["name": .text("content type")], "name"),
    ("duplicate-headers", ["name": .text("x:y")], "name"),
    ("duplicate-headers", ["value": .text("a\nb")], "value"),
    ("duplicate-headers", ["name": .text("Date")], "value"),
    ("duplicate-headers", ["name": .text("transfer-encoding")], "value"),
  ]

  @Test("Values of the right kind that make no sense are objected to", arguments: pointless)
  func objections(name: String, given: [String: FaultValues.Value], parameter: String) throws {
    let type = try #require(FaultTable.fault(named: name))
    #expect(type.objection(to: try values(of: type, given))?.parameter == parameter)
  }

  @Test("Server's own headers with a value, and the length without one, are not")
  func noObjection() throws {
    let type = try #require(FaultTable.fault(named: "duplicate-headers"))
    #expect(type.objection(to: try values(of: type, ["name": .text("Date"), "value": .text("yesterday")])) == nil)
    #expect(type.objection(to: try values(of: type, ["name": .text("content-length")])) == nil)
  }
}

/// This checkout.
enum Checkout {
  static let path = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
}
