internal import Contract
internal import HTTPMessage

extension JournalEntry {
  /// A shell command that sends the request again; nil: its body is not kept any more.
  ///
  /// Bodies that a terminal can show stand in it, others are fetched from the journal. A key that looks real is left to the environment.
  ///
  /// - Parameter url: where the mock is, such as `http://127.0.0.1:8080`, and where `/_mock` is.
  package func curl(mock url: String, admin: String) -> String? {
    let body = late.body
    if body == nil, !record.hasNoBody { return nil }
    var words = ["curl"]
    let method = record.head.method
    if method == "HEAD" {
      words.append("--head")
    } else if method != (record.bodyCount > 0 ? "POST" : "GET") {
      words.append("-X \(method.quoted)")
    }
    words.append(target(url))
    words += record.head.headers.fields.compactMap(Self.option)
    guard let body, !body.isEmpty else { return words.joined(separator: Self.newLine) + "\n" }
    // Of its own accord, curl says that what it sends is a form.
    if record.head.headers["content-type"] == nil { words.append("-H 'Content-Type:'") }
    if let text = body.shownInShell, !holdsSecret(body) {
      // Not --data-binary, to which a text that begins with @ is the name of a file.
      return (words + ["--data-raw \(text.quoted)"]).joined(separator: Self.newLine) + "\n"
    }
    words.append("--data-binary @-")
    return "curl -sS \("\(admin)/_mock/requests/\(record.id)/body".quoted) | \\\n" + words.joined(separator: Self.newLine) + "\n"
  }

  private static let newLine = " \\\n  "

  /// The URL as it came, keys in its query aside.
  private func target(_ url: String) -> String {
    let head = record.head
    let items = Redaction.items(of: head.query).map { item in
      guard let (start, value) = item.secret, SessionName.looksReal(value) else { return item.text.escaped }
      return "\(start.escaped)\(Self.key)'"
    }
    let word = "'\((url + head.path).escaped)\(head.query.isEmpty ? "" : "?\(items.joined(separator: "&"))")'"
    // To curl, brackets and braces stand for many URLs.
    return (head.path + head.query).utf8.contains { "[]{}".utf8.contains($0) } ? "--globoff \(word)" : word
  }

  /// Ends what is between single quotes, and goes on with the key from the environment.
  private static let key = "'\"$API_KEY\""

  /// Lines that curl writes itself, or that belong to one connection, are left out.
  private static func option(_ field: HeaderField) -> String? {
    let name = field.name.lowercased()
    guard !["host", "content-length", "transfer-encoding", "connection", "expect", "keep-alive"].contains(name) else { return nil }
    // With a colon, it would take the line away.
    if field.value.isEmpty { return "-H \("\(field.name);".quoted)" }
    let shown = Redaction.value(of: field)
    let words = field.value.split(separator: " ", maxSplits: 1)
    if shown == field.value
      || (name == "authorization" && words.count == 2 && !words.map(String.init).contains(where: SessionName.looksReal))
    {
      return "-H \("\(field.name): \(field.value)".quoted)"
    }
    return "-H '\("\(field.name): \(shown.dropLast(Redaction.mark.count))".escaped)\(key)"
  }
}

extension String {
  /// As one word of a shell.
  fileprivate var quoted: String { "'\(escaped)'" }

  /// As it stands between single quotes. Not by characters: a mark that combines with a quote makes another one of it.
  fileprivate var escaped: String {
    unicodeScalars.split(separator: "'", omittingEmptySubsequences: false).map { String($0) }.joined(separator: "'\\''")
  }
}

extension [UInt8] {
  /// The text, when it is short and has nothing that a terminal or a copy would spoil.
  fileprivate var shownInShell: String? {
    guard count <= 4_096, let text = String(validating: self, as: UTF8.self) else { return nil }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control } ? text : nil
  }
}
