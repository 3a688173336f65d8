/// The text of the messages, taken apart: what to do, and the image it refers to.
///
/// "The source image can be referenced inline (e.g. as a URL or embedded reference)": the first URL or base64 data URL in the text is it.
struct DGridInstruction: Sendable, Equatable {
  let prompt: String
  /// A URL or a data URL; nil: the text refers to no image, and none is needed.
  let source: String?

  init(_ text: String) {
    var words: [Substring] = []
    var found: Substring?
    for word in text.split(whereSeparator: \.isWhitespace) {
      let reference = Self.reference(in: word)
      if found == nil { found = reference }
      if reference == nil { words.append(word) }
    }
    source = found.map(String.init)
    prompt = found == nil ? text : words.joined(separator: " ")
  }

  /// The reference in a word, freed of brackets, quotes and Markdown around it.
  private static func reference(in word: Substring) -> Substring? {
    let starts = ["https://", "http://", "data:image/"]
    guard let start = starts.compactMap({ word.range(ofASCII: $0) }).min() else { return nil }
    var reference = word[start...].prefix { !closing.contains($0) }
    while let last = reference.last, endOfSentence.contains(last) { reference.removeLast() }
    return reference
  }

  private static let closing: Set<Character> = [")", "]", ">", "\"", "'", "}", "`", "”", "’"]
  /// Belongs to the sentence that an address ends, not to the address.
  private static let endOfSentence: Set<Character> = [".", ",", ";", ":", "!", "?"]
}

extension Substring {
  /// Where the text first appears, letters A–Z in any case.
  fileprivate func range(ofASCII text: String) -> Index? {
    let wanted = Array(text.utf8)
    guard utf8.count >= wanted.count else { return nil }
    var index = startIndex
    for _ in 0...(utf8.count - wanted.count) {
      let candidate = utf8[index...].prefix(wanted.count)
      if zip(candidate, wanted).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return index }
      utf8.formIndex(after: &index)
      // An image reference starts a word or stands behind punctuation near its start.
      if utf8.distance(from: startIndex, to: index) > 64 { return nil }
    }
    return nil
  }
}
