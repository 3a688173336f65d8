internal import HTTPMessage
internal import RequestMatching

/// Patterns by a mark that every request they let through has: one exact text, or three bytes of its prompt.
struct RequestMarks: Sendable {
  private var byPrompt: [String: [Int]] = [:]
  private var bySession: [String: [Int]] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byModel: [String: [Int]] = [:]
  /// By lower-case name, then by value.
  private var byHeader: [String: [String: [Int]]] = [:]
  private var byPiece = PromptPieces()
  /// Those without such a mark.
  private var unmarked: [Int] = []

  init() {}

  init(_ patterns: [RequestPattern]) {
    var pieces: [(pattern: Int, text: [UInt8])] = []
    for (index, pattern) in patterns.enumerated() {
      if let texts = pattern.prompt?.exactTexts {
        for text in texts { byPrompt[text, default: []].append(index) }
      } else if let texts = pattern.session?.exactTexts {
        for text in texts { bySession[text, default: []].append(index) }
      } else if let texts = pattern.key?.exactTexts {
        for text in texts { byKey[text, default: []].append(index) }
      } else if let header = pattern.headers.first(where: { $0.value.exactTexts != nil }), let texts = header.value.exactTexts {
        for text in texts { byHeader[header.name.lowercased(), default: [:]][text, default: []].append(index) }
      } else if let text = pattern.prompt?.requiredText, text.utf8.count >= PromptPieces.length {
        pieces.append((index, Array(text.utf8)))
      } else if let texts = pattern.model?.exactTexts {
        for text in texts { byModel[text, default: []].append(index) }
      } else {
        unmarked.append(index)
      }
    }
    byPiece = PromptPieces(pieces)
  }

  /// Indices of the patterns that may let the request through, in order.
  func candidates(_ facts: RequestFacts) -> [Int] {
    var found: [Int] = []
    if !byPrompt.isEmpty, let prompt = facts.prompt { found += byPrompt[prompt] ?? [] }
    if !bySession.isEmpty { found += bySession[facts.session] ?? [] }
    if !byKey.isEmpty, let key = facts.key { found += byKey[key] ?? [] }
    if !byModel.isEmpty, let model = facts.model { found += byModel[model] ?? [] }
    for (name, values) in byHeader {
      for value in facts.head.headers.values(of: name) { found += values[value] ?? [] }
    }
    if let prompt = facts.prompt { found += byPiece.candidates(prompt) }
    return found.isEmpty ? unmarked : Set(unmarked + found).sorted()
  }
}

extension TextPattern {
  /// The texts that it lets through, where it is those and no others.
  fileprivate var exactTexts: [String]? {
    switch self {
    case .exact(let text): [text]
    case .anyOf(let patterns):
      patterns.reduce([]) { texts, pattern in texts.flatMap { texts in pattern.exactTexts.map { texts + $0 } } }
    case .present, .absent, .glob, .regex, .compared: nil
    }
  }

  /// A text that stands somewhere in every text that it lets through.
  fileprivate var requiredText: String? {
    switch self {
    case .glob(let glob): glob.longestLiteral
    case .regex(let regex): regex.leadingLiteral
    case .exact, .present, .absent, .compared, .anyOf: nil
    }
  }
}
