internal import Contract
internal import HTTPMessage

extension JournalEntry {
  /// Returns a shell command that sends the request again; nil when its body is not kept.
  ///
  /// The command contains bodies that a terminal can show, and fetches others from the journal. It takes a key that looks real from the
  /// environment variable `API_KEY`.
  ///
  ///     curl \
  ///       'http://127.0.0.1:8080/v1/models' \
  ///       -H 'Authorization: Bearer '"$API_KEY"
  ///
  /// - Parameters:
  ///   - url: the URL of the mock, such as `http://127.0.0.1:8080`.
  ///   - admin: the URL of the server that has `/_mock`.
  package func curl(mock url: String, admin: String) -> String? {
    let body = snapshot.body
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
    // By default, curl declares the body to be a form.
    if record.head.headers["content-type"] == nil { words.append("-H 'Content-Type:'") }
    if let text = body.shownInShell, !holdsSecret(body) {
      // Not --data-binary: it takes a text that begins with @ for the name of a file.
      return (words + ["--data-raw \(text.quoted)"]).joined(separator: Self.newLine) + "\n"
    }
    words.append("--data-binary @-")
    return "curl -sS \("\(admin)/_mock/requests/\(record.id)/body".quoted) | \\\n" + words.joined(separator: Self.newLine) + "\n"
  }

  private static let newLine = " \\\n  "

  private func target(_ url: String) -> String {
    let head = record.head
    let items = Redaction.items(of: head.query).map { item in
      guard let (start, value) = item.secret, SessionName.looksReal(value) else { return item.text.escaped }
      return "\(start.escaped)\(Self.key)'"
    }
    let word = "'\((url + head.path).escaped)\(head.query.isEmpty ? "" : "?\(items.joined(separator: "&"))")'"
    // Without the option, curl expands brackets and braces to many URLs.
    return (head.path + head.query).utf8.contains { "[]{}".utf8.contains($0) } ? "--globoff \(word)" : word
  }

  /// Closes the single quotes and appends the key from the environment.
  private static let key = "'\"$API_KEY\""

  /// Returns the option for a header line; nil for lines that curl writes itself and for lines about the connection.
  private static func option(_ field: HeaderField) -> String? {
    let name = field.name.lowercased()
    guard !["host", "content-length", "transfer-encoding", "connection", "expect", "keep-alive"].contains(name) else { return nil }
    // A name with a colon and no value would remove the line.
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
  fileprivate var quoted: String { "'\(escaped)'" }

  /// The text for use between single quotes. It is split by Unicode scalars: a quote and a combining mark are one character.
  fileprivate var escaped: String {
    unicodeScalars.split(separator: "'", omittingEmptySubsequences: false).map { String($0) }.joined(separator: "'\\''")
  }
}

extension [UInt8] {
  /// The text if it is short and survives a terminal and copying; else nil.
  fileprivate var shownInShell: String? {
    guard count <= 4_096, let text = String(validating: self, as: UTF8.self) else { return nil }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control } ? text : nil
  }
}
