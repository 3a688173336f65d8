internal import Formats
internal import HTTPMessage
internal import Journal

/// The keys that a request shows, to be taken out wherever they occur.
struct Secrets: Sendable {
  /// Longest first: one may be part of another.
  private let texts: [[UInt8]]

  /// Shorter ones are placeholders such as `test`: taking each of their letters out of a picture would protect nobody.
  static let shortest = 8

  init(_ head: RequestHead) {
    var found = head.headers.fields.flatMap(Self.values)
    for item in head.query.split(separator: "&") {
      let halves = item.split(separator: "=", maxSplits: 1).map(String.init)
      guard halves.count == 2, Redaction.query(String(item)) != item else { continue }
      found += [halves[1], (try? PercentEncoding.decode(query: halves[1])) ?? halves[1]]
    }
    let plain = Set(found.filter { $0.utf8.count >= Self.shortest && $0 != Redaction.mark }).map { Array($0.utf8) }
    texts = (plain + plain.flatMap(Base64.cores).filter { $0.count >= Self.shortest })
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// What a header line has that is secret: the whole value, and what follows a scheme or a cookie's name.
  private static func values(_ field: HeaderField) -> [String] {
    guard Redaction.value(of: field) != field.value else { return [] }
    let words = field.value.split(separator: " ", maxSplits: 1).dropFirst().map(String.init)
    let cookies = field.value.split(separator: ";").compactMap { $0.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init) }
    return [field.value] + words + cookies
  }

  /// The bytes with the mark in the place of each secret; bytes that are no text keep their length, since formats count theirs.
  func removed(from bytes: [UInt8]) -> [UInt8] {
    let present = texts.filter { bytes.place(of: $0, from: 0) != nil }
    guard !present.isEmpty else { return bytes }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    return present.reduce(bytes) { bytes, text in
      bytes.replacingAll(text, with: isText ? Array(Redaction.mark.utf8) : [UInt8](repeating: UInt8(ascii: "*"), count: text.count))
    }
  }

  func removed(from text: String) -> String {
    occur(in: Array(text.utf8)) ? String(decoding: removed(from: Array(text.utf8)), as: UTF8.self) : text
  }

  /// Whether one of them is there as it stands.
  func occur(in bytes: [UInt8]) -> Bool { texts.contains { bytes.place(of: $0, from: 0) != nil } }
}

extension [UInt8] {
  /// Where `text` occurs first.
  fileprivate func place(of text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return nil }
    var start = start
    while let place = self[start...].firstIndex(of: first), place + text.count <= count {
      if self[place..<place + text.count].elementsEqual(text) { return place }
      start = place + 1
    }
    return nil
  }

  fileprivate func replacingAll(_ text: [UInt8], with mark: [UInt8]) -> [UInt8] {
    guard var place = place(of: text, from: 0) else { return self }
    var (result, end) = ([UInt8](), 0)
    while true {
      result += self[end..<place] + mark
      end = place + text.count
      guard let next = self.place(of: text, from: end) else { return result + self[end...] }
      place = next
    }
  }
}
