import Contract
import HTTPMessage
import Testing

@testable import ContractFixtures

/// How the fields of an edit request are sent.
enum FixtureEncoding: String, Sendable, CaseIterable { case json, multipart }

extension RuleFixture {
  /// Returns the encoding by the request's own Content-Type; nil: it is neither, or there is none.
  var encoding: FixtureEncoding? {
    let standard: FixtureEncoding? =
      switch message.content {
      case .json: .json
      case .multipart: .multipart
      case .text, .none: nil
      }
    guard message.names("content-type") else { return standard }
    switch message.head.headers["content-type"]?.lowercased().prefix(while: { $0 != ";" && $0 != " " }) {
    case "application/json": return .json
    case "multipart/form-data": return .multipart
    default: return nil
    }
  }
}

/// Rules that one encoding cannot meet, or cannot break, and why.
struct EncodingException: Sendable {
  /// Ids begin so.
  let rules: String
  let encodings: [FixtureEncoding]
  var kinds: [RuleFixture.Kind] = RuleFixture.Kind.allCases
  let reason: String

  static let venice = [
    EncodingException(rules: "venice.edit.json.", encodings: [.multipart], reason: "they are on the syntax of JSON"),
    EncodingException(rules: "venice.edit.multipart.", encodings: [.json], reason: "they are on the syntax of forms"),
    EncodingException(
      rules: "venice.edit.image.one-file", encodings: [.json], reason: "a key that is sent twice is a matter of JSON: json.repeated-key"),
    EncodingException(
      rules: "venice.edit.image.type", encodings: [.multipart], kinds: [.refuse], reason: "a part is a text or a file: both can be an image"
    ),
    EncodingException(
      rules: "venice.edit.content-type", encodings: FixtureEncoding.allCases, kinds: [.refuse], reason: "both are what it asks for"),
  ]

  /// The rules that both shapes of DGrid's request meet; all others are on the fields of one of them.
  static let dgridBoth = [
    "dgrid.auth.present", "dgrid.auth.valid", "dgrid.edit.body.max-size", "dgrid.edit.content-encoding", "dgrid.edit.model.can-edit",
    "dgrid.edit.model.known", "dgrid.edit.model.unlisted", "dgrid.edit.model.retired", "dgrid.edit.image.max-area",
  ]
}

@Suite("A rule is shown in both encodings where both can meet it", .timeLimit(.minutes(15)))
struct EncodingTests {
  private static let fixtures = Result { try RuleFixture.shipped() }

  private static var veniceRules: [Rule] {
    Ledger.rules.filter { $0.id.hasPrefix("venice.edit.") || $0.id.hasPrefix("venice.auth.") }
  }

  @Test("Venice's rules on credentials, bodies, fields and images", arguments: veniceRules.map(\.id))
  func venice(_ rule: String) throws {
    for encoding in FixtureEncoding.allCases {
      for isKept in [true, false] {
        let isExcepted = EncodingException.venice.contains { exception in
          rule.hasPrefix(exception.rules) && exception.encodings.contains(encoding)
            && exception.kinds.contains { ($0 == .accept) == isKept }
        }
        #expect(try exists(rule, encoding, isKept: isKept) != isExcepted, "\(encoding), \(isKept ? "accepting" : "refusing")")
      }
    }
  }

  @Test("DGrid's rules that both shapes meet", arguments: EncodingException.dgridBoth)
  func dgrid(_ rule: String) throws {
    for encoding in FixtureEncoding.allCases {
      for isKept in [true, false] {
        #expect(try exists(rule, encoding, isKept: isKept), "\(encoding), \(isKept ? "accepting" : "refusing")")
      }
    }
  }

  @Test("DGrid's other rules on requests are shown in one encoding only")
  func dgridOne() throws {
    let others = Ledger.rules.map(\.id).filter { $0.hasPrefix("dgrid.edit.") && !EncodingException.dgridBoth.contains($0) }
    for rule in others where rule != "dgrid.edit.content-type" {
      #expect(Set(try Self.fixtures.get().filter { $0.rule == rule }.map(\.encoding)).count == 1, "\(rule)")
    }
  }

  private func exists(_ rule: String, _ encoding: FixtureEncoding, isKept: Bool) throws -> Bool {
    try Self.fixtures.get().contains { $0.rule == rule && $0.encoding == encoding && ($0.kind == .accept) == isKept }
  }
}
