internal import HTTPMessage

/// A request as one can write it down: a line with method and target, header lines, an empty line, the body as it is.
struct RequestText {
  let request: Request

  init(_ text: [UInt8]) {
    var rest = text[...]
    let line = Self.line(&rest).split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let target = line.count > 1 ? line[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false) : []
    var headers = HeaderList()
    while !rest.isEmpty {
      let header = Self.line(&rest)
      if header.isEmpty { break }
      let halves = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      // The server's library answers lines without a colon by itself.
      guard halves.count == 2, !halves[0].isEmpty else { continue }
      headers.append(String(halves[0]), String(halves[1].drop { $0 == " " }))
    }
    let path = target.first.map(String.init) ?? "/"
    let head = RequestHead(
      method: line.first.map(String.init) ?? "", path: path, query: target.count > 1 ? String(target[1]) : "", headers: headers)
    request = Request(head: head, body: .complete(Array(rest)))
  }

  /// Up to the next line feed; control characters, which do not get through the server's library, are dropped.
  private static func line(_ rest: inout ArraySlice<UInt8>) -> String {
    let line = rest.prefix { $0 != 0x0A }
    rest = rest.dropFirst(line.count + 1)
    return String(decoding: line.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }, as: UTF8.self)
  }
}
