/// What the messages of a JSON edit say: the prompt, and the images that they refer to.
///
/// The page: "The source image can be referenced inline (e.g. as a URL or embedded reference)". An image is a URL that begins or ends a line,
/// or stands in Markdown's `![…](…)`; a data URL or an image's bare base64 anywhere; and whatever an `image` part has. The words of an image
/// are not part of the prompt. A URL in the middle of a line belongs to its sentence.
struct DGridInstruction: Sendable, Equatable {
  /// A part of what was said.
  enum Piece: Sendable {
    case text(String)
    /// Is an image as a whole: an `image` part.
    case image(String)
  }

  let prompt: String
  /// URLs, data URLs and base64, in order; the first is edited. None: nothing is referred to, which is allowed.
  let images: [String]
  /// The URLs that are part of a sentence.
  let urlsInSentences: [String]

  /// Splits the texts; works on bytes, because an embedded image can be a word of millions of letters.
  init(_ pieces: [Piece]) {
    var texts: [String] = []
    var words: [ArraySlice<UInt8>] = []
    var images: [String] = []
    var urls: [String] = []
    for piece in pieces {
      switch piece {
      case .image(let image): images.append(image)
      case .text(let text):
        texts.append(text)
        for line in Array(text.utf8).split(whereSeparator: { 0x0A...0x0D ~= $0 }) {
          let line = Line(line)
          images += line.images
          urls += line.urlsInSentence
          words += line.words
        }
      }
    }
    prompt = images.isEmpty ? texts.joined(separator: "\n") : String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    self.images = images
    urlsInSentences = urls
  }
}

/// One line of a message, taken apart.
private struct Line {
  /// The words that are not an image.
  private(set) var words: [ArraySlice<UInt8>] = []
  private(set) var images: [String] = []
  private(set) var urlsInSentence: [String] = []

  init(_ line: ArraySlice<UInt8>) {
    let all = line.split { $0 == 0x20 || $0 == 0x09 }.map { ($0, ImageWord($0)) }
    let first = all.firstIndex { $0.1 == nil } ?? all.endIndex
    let last = all.lastIndex { $0.1 == nil } ?? all.startIndex
    for (index, (word, image)) in all.enumerated() {
      guard let image else {
        words.append(word)
        continue
      }
      let text = String(decoding: image.reference, as: UTF8.self)
      if image.isAlwaysImage || index < first || index > last {
        images.append(text)
      } else {
        words.append(word)
        urlsInSentence.append(text)
      }
    }
  }
}

/// A word that is, or has in it, a URL, a data URL or an image in base64.
private struct ImageWord {
  /// Without brackets, quotes and Markdown around it, or a suffix of the language behind it ("…png로").
  let reference: ArraySlice<UInt8>
  /// Tells whether it is an image wherever it stands: only a plain URL can be part of a sentence.
  let isAlwaysImage: Bool

  init?(_ word: ArraySlice<UInt8>) {
    if Self.isBase64(word) {
      (reference, isAlwaysImage) = (word, true)
      return
    }
    let data = word.firstIndex(of: Self.data).flatMap { Self.isEmbedded(word[$0...]) ? $0 : nil }
    guard let start = ([data] + Self.schemes.map { word.firstIndex(of: $0) }).compactMap(\.self).min() else { return nil }
    var reference = word[start...].prefix { $0 < 0x80 && !Self.closing.contains($0) }
    while let last = reference.last, Self.endOfSentence.contains(last) { reference.removeLast() }
    self.reference = reference
    let before = word[..<start]
    isAlwaysImage = start == data || (before.firstIndex(of: Array("![".utf8)) != nil && before.suffix(2).elementsEqual("](".utf8))
  }

  /// Tells whether a data URL is of an image, or at least in base64.
  private static func isEmbedded(_ url: ArraySlice<UInt8>) -> Bool {
    url.firstIndex(of: Array("data:image/".utf8)) == url.startIndex || url.firstIndex(of: Array(";base64,".utf8)) != nil
  }

  /// Tells whether a word is base64, is long enough for the smallest image, and begins as PNG, JPEG, GIF and WebP do.
  private static func isBase64(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 64, base64Beginnings.contains(where: { word.starts(with: $0) }) else { return false }
    return word.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || base64Signs.contains($0) }
  }

  private static let base64Beginnings = ["iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR"].map { Array($0.utf8) }
  private static let base64Signs = Array("+/=".utf8)
  private static let schemes = ["https://", "http://"].map { Array($0.utf8) }
  private static let data = Array("data:".utf8)
  private static let closing = Array(")]>\"'}`".utf8)
  /// Part of the sentence around the URL, not of the URL.
  private static let endOfSentence = Array(".,;:!?".utf8)
}

extension ArraySlice<UInt8> {
  /// Finds the text, letters A–Z in any case, within the first 256 bytes.
  fileprivate func firstIndex(of text: [UInt8]) -> Index? {
    let last = Swift.min(endIndex - text.count, startIndex + 256)
    guard last >= startIndex else { return nil }
    return (startIndex...last).first { index in text.indices.allSatisfy { self[index + $0] | 0x20 == text[$0] | 0x20 } }
  }
}
