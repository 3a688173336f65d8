internal import Yams

/// YAML as a tree of texts with places; JSON is YAML.
package enum YAMLText {
  package static let largestFile = 1_048_576
  package static let deepestNesting = 64
  /// An alias counts as everything that it stands for.
  package static let mostValues = 100_000

  /// The one document of the text.
  ///
  /// - Throws: why it is none, at its place.
  package static func parse(_ bytes: [UInt8]) throws(ScriptFailure) -> ScriptNode {
    let text = try text(bytes)
    try refuseCostlyKeys(bytes)
    let root: Yams.Node?
    do {
      // Without resolving: `1:1` and `off` stay what they are.
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw ScriptFailure(error)
    } catch {
      throw ScriptFailure(line: 1, column: 1, "\(error)")
    }
    guard let root else { throw ScriptFailure(line: 1, column: 1, "there is nothing in it; write `name`, `description` and `steps`") }
    var composer = YAMLComposer()
    return try composer.node(root, depth: 1)
  }

  private static func text(_ bytes: [UInt8]) throws(ScriptFailure) -> String {
    guard bytes.count <= largestFile else {
      throw ScriptFailure(line: 1, column: 1, "the file has \(bytes.count) bytes; write at most \(largestFile)")
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw ScriptFailure(line: 1, column: 1, "the file begins with a byte order mark; save it as UTF-8 without one")
    }
    do {
      let whole = try UTF8Span(validating: bytes.span)
      return String(copying: whole)
    } catch {
      throw ScriptFailure(bytes, at: error.byteOffsets.lowerBound, "this is not UTF-8; save the file as UTF-8")
    }
  }

  /// Yams looks for repeated keys by hashing each one whole, and a key that is made of aliases to aliases can be as large as the world.
  private static func refuseCostlyKeys(_ bytes: [UInt8]) throws(ScriptFailure) {
    var (aliases, hasKey) = (0, false)
    var previous = UInt8(ascii: "\n")
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "*"), !isWord(previous), index + 1 < bytes.count, isWord(bytes[index + 1]) { aliases += 1 }
      if byte == UInt8(ascii: ":"), previous == UInt8(ascii: "]") || previous == UInt8(ascii: "}") { hasKey = true }
      if byte == UInt8(ascii: ":"), previous == UInt8(ascii: " ") { hasKey = true }
      if byte == UInt8(ascii: "?"), index + 1 < bytes.count, bytes[index + 1] <= 0x20 { hasKey = true }
      previous = byte
    }
    guard aliases <= mostAliasesBesideKeys || !hasKey else {
      throw ScriptFailure(
        line: 1, column: 1,
        "there are more than \(mostAliasesBesideKeys) aliases, and keys that might be made of them (` :`, `]:` or `? `); write keys as words"
      )
    }
  }

  private static let mostAliasesBesideKeys = 8

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: byte >= 0x80
    }
  }
}
