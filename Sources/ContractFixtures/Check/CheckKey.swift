internal import Formats
internal import HTTPMessage

/// The key that requests are sent with. It is the only type that writes texts about a check, so no key is printed.
package struct CheckKey: Sendable, Equatable {
  let text: String
  private let isSecret: Bool

  /// The key in every form that is looked for.
  private let forms: [[UInt8]]

  private init(_ text: String, isSecret: Bool) {
    self.text = text
    self.isSecret = isSecret
    let key = Array(text.utf8)
    forms = [key] + Base64.cores(of: key).filter { $0.count >= Self.shortestCore }
  }

  /// Makes a key that must never be printed.
  package init(secret: String) { self.init(secret, isSecret: true) }

  /// The key that fixtures are written with; it is not secret.
  package static let standard = CheckKey("test-key", isSecret: false)

  private static let shown = "[key]"

  /// The text without the key, where it is a secret.
  func redacting(_ text: String) -> String { isSecret ? String(decoding: redacting(Array(text.utf8)), as: UTF8.self) : text }

  /// The answer without the key: a text that is cut short later must not end in the middle of it.
  func redacting(_ response: Response) -> Response {
    guard isSecret else { return response }
    var response = response
    response.headers = HeaderList(response.headers.fields.map { HeaderField($0.name, redacting($0.value)) })
    response.body = redacting(response.body)
    return response
  }

  private func redacting(_ bytes: [UInt8]) -> [UInt8] { forms.reduce(bytes, replacing) }

  /// Fewer letters of base64 are found by chance.
  private static let shortestCore = 8

  private func replacing(_ bytes: [UInt8], _ key: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if let end = end(of: key, in: bytes, at: position) {
        result += Self.shown.utf8
        position = end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }

  /// Where the key ends that begins there, each letter as it is or as JSON or a URL may write it: `\/`, `\u002f`, `%2F`.
  private func end(of key: [UInt8], in bytes: [UInt8], at start: Int) -> Int? {
    var position = start
    for letter in key {
      guard let length = Self.length(of: letter, in: bytes, at: position) else { return nil }
      position += length
    }
    return position
  }

  private static func length(of letter: UInt8, in bytes: [UInt8], at position: Int) -> Int? {
    guard position < bytes.count else { return nil }
    if bytes[position] == letter { return 1 }
    switch bytes[position] {
    case UInt8(ascii: "\\"):
      if position + 1 < bytes.count, bytes[position + 1] == letter { return 2 }
      return bytes[position...].starts(with: "\\u00".utf8) && hex(bytes, position + 4) == letter ? 6 : nil
    case UInt8(ascii: "%"): return hex(bytes, position + 1) == letter ? 3 : nil
    default: return nil
    }
  }

  /// The byte that two digits stand for.
  private static func hex(_ bytes: [UInt8], _ position: Int) -> UInt8? {
    guard position + 2 <= bytes.count else { return nil }
    return UInt8(String(decoding: bytes[position..<position + 2], as: UTF8.self), radix: 16)
  }
}
