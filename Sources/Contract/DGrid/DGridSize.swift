internal import Images

/// The values of `size` for each family of models.
enum DGridSize {
  struct Problem {
    let expected: String
    let error: DGridError
  }

  static let dallE2 = ["256x256", "512x512", "1024x1024"]
  static let gpt = ["1024x1024", "1024x1536", "1536x1024", "auto"]
  /// The longest edge of OpenAI's sizes, and the longest that the mock draws.
  static let longestEdge = 3840
  private static let largestArea: UInt64 = 3840 * 2160
  /// gpt-image-2 was seen to refuse 576x1024; the number is the mock's choice.
  private static let smallestArea: UInt64 = 655_360

  /// Returns the only sizes that a family accepts; nil: it accepts others, too.
  static func listed(_ family: DGridModel.Family) -> [String]? {
    switch family {
    case .dallE2: dallE2
    case .gptImage: gpt
    case .unnamed, .dallE3, .gptImage2, .qwen, .unknown: nil
    }
  }

  /// A regular expression (ECMA 262) for what any model can accept, without the bounds on the area. An empty text counts as not sent.
  static let pattern = "^(|auto|[1-9][0-9]{0,3}x[1-9][0-9]{0,3})$"

  /// Says why the model does not accept this size; nil: it does.
  static func problem(_ text: String, _ model: DGridModel) -> Problem? {
    switch model.family {
    case .dallE2: listed(text, dallE2)
    case .gptImage: listed(text, gpt)
    case .gptImage2: text == "auto" ? nil : free(text) ?? stepped(text)
    default: text == "auto" ? nil : free(text)
    }
  }

  /// Reads `1376x768`, with a lower-case x, no sign and no leading zero.
  static func parse(_ text: String) -> PixelSize? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ 1...5 ~= $0.utf8.count && $0.utf8.first != 0x30 }) else { return nil }
    guard let width = String(sides[0]).decimalInteger, let height = String(sides[1]).decimalInteger, width > 0, height > 0 else {
      return nil
    }
    return PixelSize(width: width, height: height)
  }

  private static func listed(_ text: String, _ sizes: [String]) -> Problem? {
    guard !sizes.contains(text) else { return nil }
    return Problem(expected: "one of \(sizes.joined(separator: ", "))", error: .invalidValue("size", text.shortened(), supported: sizes))
  }

  private static func free(_ text: String) -> Problem? {
    guard let size = parse(text) else {
      return Problem(
        expected: "WIDTHxHEIGHT such as 1024x1024, or auto",
        error: DGridError(400, "invalid_value", param: "size", "Invalid value: '\(text.shortened())'. Expected WIDTHxHEIGHT or 'auto'."))
    }
    guard max(size.width, size.height) <= longestEdge else {
      return Problem(
        expected: "a longest edge of at most \(longestEdge)",
        error: refused("Invalid size '\(text)'. The longest edge must be less than or equal to \(longestEdge)."))
    }
    guard size.area <= largestArea else {
      return Problem(
        expected: "at most \(largestArea) pixels",
        error: refused("Invalid size '\(text)'. Requested resolution is above the current maximum pixel budget."))
    }
    return nil
  }

  /// Checks what gpt-image-2 asks of a size beyond `free`.
  private static func stepped(_ text: String) -> Problem? {
    guard let size = parse(text) else { return nil }
    guard size.width % 16 == 0, size.height % 16 == 0 else {
      return Problem(
        expected: "sides in steps of 16", error: refused("Invalid size '\(text)'. Width and height must both be divisible by 16."))
    }
    guard max(size.width, size.height) <= 3 * min(size.width, size.height) else {
      return Problem(
        expected: "a ratio between 1:3 and 3:1", error: refused("Invalid size '\(text)'. The aspect ratio must be between 1:3 and 3:1."))
    }
    guard size.area >= smallestArea else {
      return Problem(
        expected: "at least \(smallestArea) pixels",
        error: refused("Invalid size '\(text)'. Requested resolution is below the current minimum pixel budget."))
    }
    return nil
  }

  private static func refused(_ message: String) -> DGridError { .imageError("invalid_value", param: "size", message) }
}
