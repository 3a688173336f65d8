internal import Formats

extension FuzzTarget {
  /// Coding by tables and in blocks gives what coding letter by letter gives, and errors at the same place; data URLs come apart into their pieces.
  static let base64 = FuzzTarget("base64", upTo: 160) { input throws(PropertyViolation) in
    let text = Base64.encode(input)
    try demand(text == ReferenceBase64.encode(input), "the bytes are encoded otherwise than letter by letter")
    try demand(Base64Property.decode(text, 0..<text.count) == .bytes(input), "what was encoded is decoded as something else")
    try Base64Property.decoded(input)
    try Base64Property.cores(of: input)
    try DataURLProperty.holds(of: input)
  }
}

private enum Base64Property {
  static func decode(_ text: [UInt8], _ range: Range<Int>) -> ReferenceBase64.Decoded {
    do {
      return .bytes(try Base64.decode(text, in: range))
    } catch {
      return .wrong(at: error.offset)
    }
  }

  /// The input as a text: all of it, and without its ends.
  static func decoded(_ input: [UInt8]) throws(PropertyViolation) {
    try demand(decode(input, 0..<input.count) == ReferenceBase64.decode(input), "the text is decoded otherwise than letter by letter")
    guard input.count > 2 else { return }
    let inner = 1..<input.count - 1
    var wanted = ReferenceBase64.decode(Array(input[inner]))
    if case .wrong(let offset) = wanted { wanted = .wrong(at: offset + 1) }
    try demand(decode(input, inner) == wanted, "a part of the text is decoded otherwise than letter by letter")
  }

  /// Wherever the bytes stand in something encoded, one of their cores stands in its text.
  static func cores(of input: [UInt8]) throws(PropertyViolation) {
    let cores = Base64.cores(of: input)
    for (shift, core) in cores.enumerated() {
      let text = Base64.encode([UInt8](repeating: 0xA5, count: shift + 3) + input + [0x5A])
      let start = 4 + (shift == 0 ? 0 : shift + 1)
      try demand(text.dropFirst(start).starts(with: core), "the core behind \(shift) bytes is not in the text")
    }
  }
}

private enum DataURLProperty {
  static func holds(of input: [UInt8]) throws(PropertyViolation) {
    guard input.count > 2 else { return }
    let range = 1..<input.count - 1
    switch Result(catching: { () throws(SyntaxError) in try DataURL(parsing: input, in: range) }) {
    case .success(let url):
      try demand(range.contains(url.payload.lowerBound - 1) && url.payload.upperBound == range.upperBound, "the payload is outside")
      try demand(input[url.payload.lowerBound - 1] == UInt8(ascii: ","), "there is no comma before the payload")
      try same(url, input)
    case .failure(let error):
      try demand(range.lowerBound...range.upperBound ~= error.offset, "offset \(error.offset) is outside")
    }
  }

  /// Put together again, it is the same URL.
  private static func same(_ url: DataURL, _ input: [UInt8]) throws(PropertyViolation) {
    let pieces = [url.mediaType ?? ""] + url.parameters + (url.isBase64 ? ["base64"] : [])
    // What is no UTF-8 has grown.
    guard !pieces.contains(where: { $0.unicodeScalars.contains("\u{FFFD}") }) else { return }
    let text = Array("data:\(pieces.joined(separator: ";")),".utf8) + input[url.payload]
    let again = Result(catching: { () throws(SyntaxError) in try DataURL(parsing: text, in: 0..<text.count) })
    guard case .success(let again) = again else { throw PropertyViolation("put together again, the URL is none") }
    try demand(
      again.mediaType == url.mediaType && again.parameters == url.parameters && again.isBase64 == url.isBase64
        && text[again.payload] == input[url.payload], "put together again, the URL is another")
  }
}
