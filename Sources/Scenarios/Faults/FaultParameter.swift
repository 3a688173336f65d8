package import Formats

/// A parameter of a fault: a key of its mapping.
package struct FaultParameter: Sendable, Equatable {
  /// What values a parameter takes.
  package enum Kind: Sendable, Equatable {
    /// Bytes (`1KiB`, `2000`) or a share of the body (`50%`).
    case extent
    /// `start`: before a single byte is sent. `head`: right after the header lines. Or an extent of the body, sent before it.
    case cutPoint
    /// Bytes only.
    case bytes
    /// `250ms`, `2s`, `1m`.
    case duration
    /// A whole number within bounds.
    case count(ClosedRange<Int>)
    case text
    /// One of these words; a file may write one that is a number as a number.
    case choice([String])
    /// `true` or `false`.
    case flag
  }

  /// The key in the scenario file.
  package let name: String
  /// What its value must be.
  package let kind: Kind
  /// The default, as a file would have it, without quotation marks.
  package let standard: String
  /// What it is, as a phrase: `how much of the body is sent`.
  package let summary: String

  /// Declares a parameter.
  package init(_ name: String, _ kind: Kind, standard: String, _ summary: String) {
    self.name = name
    self.kind = kind
    self.standard = standard
    self.summary = summary
  }
}

/// The values of all parameters of a fault. A getter of the wrong kind returns zero, an empty text or false.
package struct FaultValues: Sendable, Equatable {
  /// A value of one of the kinds.
  package enum Value: Sendable, Equatable {
    /// Of the kinds `extent` and `bytes`.
    case extent(Extent)
    case cutPoint(CutPoint)
    case duration(Duration)
    case count(Int)
    /// Of the kinds `text` and `choice`.
    case text(String)
    case flag(Bool)
  }

  private let values: [String: Value]

  /// Makes values by name.
  package init(_ values: [String: Value]) { self.values = values }

  func extent(_ name: String) -> Extent { if case .extent(let extent)? = values[name] { extent } else { .bytes(0) } }
  func cutPoint(_ name: String) -> CutPoint { if case .cutPoint(let point)? = values[name] { point } else { .start } }
  /// Returns the value of a parameter that takes bytes only.
  func bytes(_ name: String) -> Int { if case .extent(.bytes(let count))? = values[name] { count } else { 0 } }
  func duration(_ name: String) -> Duration { if case .duration(let duration)? = values[name] { duration } else { .zero } }
  func count(_ name: String) -> Int { if case .count(let count)? = values[name] { count } else { 0 } }
  /// Returns a text, or the word of a choice.
  func text(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }
  func flag(_ name: String) -> Bool { if case .flag(let flag)? = values[name] { flag } else { false } }
}

/// A number of bytes, or a share of a whole.
package enum Extent: Sendable, Equatable {
  case bytes(Int)
  /// 0 to 100.
  case percent(Double)

  /// Returns so many of `count` bytes, never more than there are.
  package func of(_ count: Int) -> Int {
    switch self {
    case .bytes(let bytes): min(bytes, count)
    case .percent(let share): min(count, Int((Double(count) * share / 100).rounded(.down)))
    }
  }

  /// Parses bytes, or a share such as `50%`.
  package init(parsing text: String) throws(TextSyntaxError) {
    guard text.hasSuffix("%") else {
      do { self = .bytes(try ByteCountText.count(text)) } catch {
        throw TextSyntaxError("\(error), or a share of the body, such as `50%`")
      }
      return
    }
    guard let share = DecimalNumber(String(text.dropLast()))?.double, 0...100 ~= share else {
      throw TextSyntaxError("'\(text)' is no share; write one from `0%` to `100%`")
    }
    self = .percent(share)
  }
}

/// Where a response is cut.
package enum CutPoint: Sendable, Equatable {
  /// Before the first byte of the head.
  case start
  /// After the head and so much of the body.
  case body(Extent)

  /// Right after the head.
  package static let head = CutPoint.body(.bytes(0))

  /// Parses `start`, `head`, or an extent of the body.
  package init(parsing text: String) throws(TextSyntaxError) {
    switch text {
    case "start": self = .start
    case "head": self = .head
    default:
      do { self = .body(try Extent(parsing: text)) } catch { throw TextSyntaxError("\(error), or `start`, or `head`") }
    }
  }
}
