internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images

/// How far a request is from a part of a pattern: 0 fits, up to 1 is a wrong value, 2 is a missing one, 3 another API or endpoint.
///
/// A near miss is the request whose distances have the smallest sum, so one typing error is nearer than another text,
/// and a wrong text is nearer than none.
enum PatternDistance {
  static let wrong = 1.0
  static let missing = 2.0
  /// Another API or endpoint: whatever else fits, it is another kind of request.
  static let otherKind = 3.0
  /// A value that does not fit is never at distance 0.
  private static let least = 0.01
  /// Bytes of each text that are compared. It bounds the work, which grows with the square.
  static let mostBytes = 100

  /// Returns the distance of a value by which two parts may differ, given how much of it differs.
  static func wrong(_ difference: Double, of whole: Double) -> Double { max(least, min(wrong, difference / max(whole, 1))) }

  /// Returns the distance of two numbers, as a share of the larger one.
  static func wrong(_ found: Double, expected: Double) -> Double { wrong(abs(found - expected), of: max(abs(found), abs(expected))) }
}

extension TextPattern {
  /// Returns how far a text is from the pattern; nil: there is no text.
  func distance(to text: String?, ignoringCase: Bool = false) -> Double {
    if matches(text, ignoringCase: ignoringCase) { return 0 }
    guard let text else { return PatternDistance.missing }
    switch self {
    case .exact(let expected):
      if let expected = DecimalNumber(expected)?.double, let found = DecimalNumber(text)?.double {
        return PatternDistance.wrong(found, expected: expected)
      }
      return Self.distance(expected, text, ignoringCase)
    case .glob(let glob): return glob.distance(to: text, ignoringCase: ignoringCase)
    case .compared(let comparison):
      return DecimalNumber(text).map { PatternDistance.wrong($0.double, expected: comparison.number) } ?? PatternDistance.wrong
    case .anyOf(let patterns): return patterns.map { $0.distance(to: text, ignoringCase: ignoringCase) }.min() ?? PatternDistance.wrong
    case .present, .absent, .regex: return PatternDistance.wrong
    }
  }

  /// Counts the edits from where the texts begin to differ, as a share of their length.
  private static func distance(_ expected: String, _ found: String, _ ignoringCase: Bool) -> Double {
    let same = zip(expected.utf8, found.utf8).prefix { $0 == $1 }.count
    let parts = expected.utf8.dropFirst(same).prefix(PatternDistance.mostBytes).map(GlobPattern.Part.byte)
    let edits = GlobPattern.edits(parts, found.utf8.dropFirst(same).prefix(PatternDistance.mostBytes), ignoringCase)
    let whole = min(PatternDistance.mostBytes, max(expected.utf8.count, found.utf8.count))
    return PatternDistance.wrong(Double(edits), of: Double(whole))
  }

  /// Returns the distance of the nearest header of that name.
  func distance(header name: String, of head: RequestHead) -> Double {
    if matches(header: name, of: head) { return 0 }
    return head.headers.fields.filter { $0.name.equalsIgnoringASCIICase(name) }.map { distance(to: $0.value) }.min()
      ?? PatternDistance.missing
  }

  /// Returns the distance of the nearest field of that name.
  func distance(field name: String, of form: SubmittedForm?) -> Double {
    if matches(field: name, of: form) { return 0 }
    return (form?.fields ?? []).filter { $0.name.isSame(as: name) }.map { distance(to: $0.value) }.min() ?? PatternDistance.missing
  }

  private func distance(to value: SubmittedValue) -> Double {
    switch value {
    case .text(let text): text.isLonger(than: Self.longestText) ? PatternDistance.wrong : distance(to: text.string)
    case .boolean(let flag): distance(to: flag ? "true" : "false")
    case .number(let lexeme): distance(to: lexeme)
    case .other(type: "null"): PatternDistance.missing
    case .file, .other: PatternDistance.wrong
    }
  }
}

extension GlobPattern {
  fileprivate func distance(to text: String, ignoringCase: Bool) -> Double {
    let start = parts.prefix(PatternDistance.mostBytes)
    let edits = Self.edits(Array(start), text.utf8.prefix(PatternDistance.mostBytes), ignoringCase)
    return PatternDistance.wrong(Double(edits), of: Double(start.count { $0 != .many }))
  }

  /// Counts the bytes to insert, delete or replace until the text fits. What a `*` takes costs nothing.
  fileprivate static func edits(_ parts: [Part], _ text: some Sequence<UInt8>, _ ignoringCase: Bool) -> Int {
    // row[i]: the edits until the text so far fits the first i parts.
    var row = [0]
    for part in parts { row.append(row[row.count - 1] + (part == .many ? 0 : 1)) }
    for byte in text {
      var diagonal = row[0]
      row[0] += 1
      for (index, part) in parts.enumerated() {
        let above = row[index + 1]
        let cost =
          switch part {
          case .many: min(row[index], above)
          case .one: min(diagonal, row[index] + 1, above + 1)
          case .byte(let wanted):
            min(
              diagonal + (byte == wanted || ignoringCase && byte.asciiLowercased == wanted.asciiLowercased ? 0 : 1), row[index] + 1,
              above + 1)
          }
        diagonal = above
        row[index + 1] = cost
      }
    }
    return row[parts.count]
  }
}

extension NumberPattern {
  /// Returns how far a number is from the nearest range.
  func distance(to number: Int) -> Double {
    if matches(number) { return 0 }
    let bounds = ranges.map { number < $0.lowerBound ? $0.lowerBound : $0.upperBound }
    return bounds.map { PatternDistance.wrong(Double(number), expected: Double($0)) }.min() ?? PatternDistance.wrong
  }
}

extension CountPattern {
  /// Returns how far a request's number within its session is from the nearest that is meant.
  package func distance(to count: Int) -> Double {
    let distances = parts.map { part in
      switch part {
      case .within(let numbers): numbers.distance(to: count)
      case .every(let step):
        count % step == 0 ? 0 : PatternDistance.wrong(Double(min(count % step, step - count % step)), of: Double(max(count, step)))
      }
    }
    return distances.min() ?? PatternDistance.wrong
  }
}

extension ImagePattern {
  /// Returns how far a part of the image is from the pattern.
  func distance(_ part: Part, _ image: ImageFacts?) -> Double {
    if holds(part, image) { return 0 }
    guard let image else { return PatternDistance.missing }
    let distance: Double? =
      switch part {
      case .width: image.size.flatMap { width?.distance(to: $0.width) }
      case .height: image.size.flatMap { height?.distance(to: $0.height) }
      case .bytes: bytes?.distance(to: image.byteCount)
      case .format, .alpha: nil
      }
    return distance ?? PatternDistance.wrong
  }
}
