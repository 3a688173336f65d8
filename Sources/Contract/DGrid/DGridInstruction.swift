/// The text of the messages, taken apart: what to do, and the image it refers to.
///
/// "The source image can be referenced inline (e.g. as a URL or embedded reference)": the first URL or base64 data URL in the text is it.
/// Words that hold one are no part of the prompt.
struct DGridInstruction: Sendable, Equatable {
  let prompt: String
  /// A URL or a data URL; nil: the text refers to no image, and none is needed.
  let source: String?

  /// Works on bytes: an embedded image can be a word of millions of letters.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var prompt: [UInt8] = []
    var source: String?
    for word in bytes.split(whereSeparator: \.isBlank) {
      if let reference = Self.reference(in: word) {
        source = source ?? String(decoding: reference, as: UTF8.self)
      } else {
        if !prompt.isEmpty { prompt.append(0x20) }
        prompt.append(contentsOf: word)
      }
    }
    self.source = source
    self.prompt = source == nil ? text : String(decoding: prompt, as: UTF8.self)
  }

  /// The reference in a word, freed of brackets, quotes and Markdown around it, and of what a language attaches behind ("…png로").
  private static func reference(in word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let start = schemes.compactMap({ word.firstPlace(of: $0) }).min() else { return nil }
    var reference = word[start...].prefix { $0 < 0x80 && !closing.contains($0) }
    while let last = reference.last, endOfSentence.contains(last) { reference.removeLast() }
    return reference
  }

  private static let schemes = ["https://", "http://", "data:image/"].map { Array($0.utf8) }
  private static let closing = Array(")]>\"'}`".utf8)
  /// Belongs to the sentence that an address ends, not to the address.
  private static let endOfSentence = Array(".,;:!?".utf8)
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }
}

extension ArraySlice<UInt8> {
  /// Where the text first appears, letters A–Z in any case, within what may stand before a reference in a word.
  fileprivate func firstPlace(of text: [UInt8]) -> Index? {
    let last = Swift.min(endIndex - text.count, startIndex + 256)
    guard last >= startIndex else { return nil }
    return (startIndex...last).first { place in text.indices.allSatisfy { self[place + $0] | 0x20 == text[$0] | 0x20 } }
  }
}
