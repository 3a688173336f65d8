import Support
import Testing

/// A fenced block of a Markdown file.
struct DocumentBlock: Sendable, CustomTestStringConvertible {
  let file: String
  let line: Int
  /// What stands behind the fence: `yaml`.
  let kind: String
  let text: String

  var testDescription: String { "\(file):\(line)" }

  static func all(in file: String) throws -> [DocumentBlock] {
    var blocks: [DocumentBlock] = []
    var open: (line: Int, kind: String, lines: [Substring])?
    for (number, line) in try Checkout.text(file).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let block = open, line == "```" {
        blocks.append(DocumentBlock(file: file, line: block.line, kind: block.kind, text: block.lines.joined(separator: "\n") + "\n"))
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = (number + 2, String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }

  /// The block as a whole scenario called `example`: what begins with a step's key is a step, what begins with a step a list of them.
  var scenario: String {
    let words = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.first ?? ""
    if words.hasPrefix("name:") { return text }
    let start = "name: example\ndescription: A block of a page.\n"
    if ["steps:", "quotas:", "seed:"].contains(where: words.hasPrefix) { return start + text }
    if words.hasPrefix("- ") { return start + "steps:\n" + indented(text, by: "  ") }
    return start + "steps:\n  -\n" + indented(text, by: "    ")
  }

  /// The name that the file must have.
  var name: String {
    scenario.split(separator: "\n").first { $0.hasPrefix("name: ") }.map { String($0.dropFirst(6)) } ?? ""
  }

  private func indented(_ text: String, by blanks: String) -> String {
    text.split(separator: "\n").map { "\(blanks)\($0)\n" }.joined()
  }
}

/// Files of this checkout.
enum Checkout {
  static let path = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  static func text(_ file: String) throws -> String { String(decoding: try readFile("\(path)/\(file)", limit: 1 << 20), as: UTF8.self) }

  /// Writes a generated file anew when the environment variable is set.
  static func update(_ file: String, with text: String, when variable: String) throws {
    if environmentVariables()[variable] != nil { try writeFile(Array(text.utf8), "\(path)/\(file)") }
  }
}
