internal import EditContract
internal import HTTPMessage

extension JournalEntry {
  /// A shell command that sends the request again; nil: its body is not kept any more.
  ///
  /// Bodies that a terminal can show stand in it, others are fetched from the journal. A key that looks real is left to the environment.
  ///
  /// - Parameter url: where the mock is, such as `http://127.0.0.1:8080`, and where `/_mock` is.
  package func curl(mock url: String, admin: String) -> String? {
    let body = late.body
    if record.bodyCount > 0, body == nil { return nil }
    let method = record.head.method
    let target = record.head.path + (record.head.query.isEmpty ? "" : "?" + record.head.query)
    var words = ["curl"]
    if method == "HEAD" {
      words.append("--head")
    } else if method != (record.bodyCount > 0 ? "POST" : "GET") {
      words.append("-X \(method.quoted)")
    }
    words.append((url + target).quoted)
    words += record.head.headers.fields.compactMap(Self.option)
    guard let body, !body.isEmpty else { return words.joined(separator: " \\\n  ") + "\n" }
    if let text = body.shownInShell {
      words.append("--data-binary \(text.quoted)")
      return words.joined(separator: " \\\n  ") + "\n"
    }
    words.append("--data-binary @-")
    return "curl -sS '\(admin)/_mock/requests/\(record.id)/body' | \\\n" + words.joined(separator: " \\\n  ") + "\n"
  }

  /// Lines that curl writes itself, or that belong to one connection, are left out.
  private static func option(_ field: HeaderField) -> String? {
    let name = field.name.lowercased()
    guard !["host", "content-length", "transfer-encoding", "connection", "expect", "keep-alive"].contains(name) else { return nil }
    let isSecret = Redaction.value(of: field) != field.value
    guard isSecret else { return "-H \("\(field.name): \(field.value)".quoted)" }
    let words = field.value.split(separator: " ", maxSplits: 1)
    if name == "authorization", words.count == 2, !SessionName.looksReal(String(words[1])) {
      return "-H \("\(field.name): \(field.value)".quoted)"
    }
    let scheme = name == "authorization" && words.count == 2 ? "\(words[0]) " : ""
    return "-H '\(field.name): \(scheme)'\"$API_KEY\""
  }
}

extension String {
  /// As one word of a shell.
  fileprivate var quoted: String { "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'" }
}

extension [UInt8] {
  /// The text, when it is short and has nothing that a terminal or a copy would spoil.
  fileprivate var shownInShell: String? {
    guard count <= 4_096, let text = String(validating: self, as: UTF8.self) else { return nil }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control } ? text : nil
  }
}
