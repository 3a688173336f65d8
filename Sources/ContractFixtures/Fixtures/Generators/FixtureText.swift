internal import Formats

/// A text of a fixture: as it stands, or made by a generator.
indirect enum FixtureText: Sendable {
  case plain(String)
  case repeated(FixtureText, times: Int)
  case base64(FixtureBytes)
  case dataURL(FixtureBytes, type: String)
  case joined([FixtureText])
  /// The bytes of a file beside the fixture; they need not be text.
  case file([UInt8])

  /// The text in UTF-8.
  func bytes() -> [UInt8] {
    switch self {
    case .plain(let text): return Array(text.utf8)
    case .repeated(let text, let times): return text.bytes().repeated(times)
    case .base64(let bytes): return Base64.encode(bytes.bytes())
    case .dataURL(let bytes, let type): return "data:\(type);base64,".utf8 + Base64.encode(bytes.bytes())
    case .joined(let texts): return texts.reduce(into: []) { $0 += $1.bytes() }
    case .file(let bytes): return bytes
    }
  }

  /// The text as a JSON string; base64 goes in without another look at it.
  var output: JSONOutput {
    switch self {
    case .plain(let text): .string(text)
    case .base64, .dataURL: .ascii(bytes())
    case .repeated, .joined, .file: .string(String(decoding: bytes(), as: UTF8.self))
    }
  }
}

extension [UInt8] {
  fileprivate func repeated(_ times: Int) -> [UInt8] {
    if count == 1 { return [UInt8](repeating: self[0], count: times) }
    var result: [UInt8] = []
    result.reserveCapacity(count * times)
    for _ in 0..<times { result += self }
    return result
  }
}
