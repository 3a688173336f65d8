package import Contract
internal import Support

/// One `--only`: the id of a rule, or a file of one (`RULE/refuse-….json`), with `*` for any letters.
package struct RuleSelector: Sendable, Equatable {
  private let pieces: [String]

  /// - Throws: when nothing of the API has that name; with the nearest that has.
  package init(_ text: String, of api: API) throws(CheckFailure) {
    pieces = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    let rules = Ledger.rules.map(\.id).filter { $0.hasPrefix("\(api.rawValue).") }
    let files = RuleFixture.shippedFiles.filter { $0.hasPrefix("\(api.rawValue).") }
    guard rules.contains(where: fits) || files.contains(where: fits) else {
      throw .usage("--only: '\(text)' is no rule of \(api.rawValue); did you mean \(rules.nearest(to: text))?")
    }
  }

  /// Whether it means the file, or the rule that it is of.
  func selects(_ file: String) -> Bool { fits(file) || fits(String(file.prefix { $0 != "/" })) }

  private func fits(_ name: String) -> Bool {
    guard pieces.count > 1 else { return name == pieces[0] }
    guard name.hasPrefix(pieces[0]) else { return false }
    var rest = name.dropFirst(pieces[0].count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let end = rest.end(of: piece) else { return false }
      rest = rest[end...]
    }
    return rest.hasSuffix(pieces[pieces.count - 1])
  }
}

extension Substring {
  /// Where the first occurrence of the text ends.
  fileprivate func end(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }.map { self.index($0, offsetBy: text.count) }
  }
}
