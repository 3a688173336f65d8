package import Formats

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
}

/// Where a response is cut.
package enum CutPoint: Sendable, Equatable {
  /// Before the first byte of the head.
  case start
  /// After the head and so much of the body.
  case body(Extent)

  /// Right after the head.
  package static let head = CutPoint.body(.bytes(0))
}

extension Extent {
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

extension CutPoint {
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
