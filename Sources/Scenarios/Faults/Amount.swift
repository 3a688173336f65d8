package import Formats

/// A number of bytes, or a share of a whole.
package enum Amount: Sendable, Equatable {
  case bytes(Int)
  /// 0 to 100.
  case percent(Double)

  /// So many of `count` bytes, never more than there are.
  package func of(_ count: Int) -> Int {
    switch self {
    case .bytes(let bytes): min(bytes, count)
    case .percent(let share): min(count, Int((Double(count) * share / 100).rounded(.down)))
    }
  }
}

/// A place in an answer.
package enum Place: Sendable, Equatable {
  /// Before the first byte of the head.
  case start
  /// After the head and so much of the body.
  case body(Amount)

  /// Right after the head.
  package static let head = Place.body(.bytes(0))
}

extension Amount {
  /// Bytes, or `50%`.
  package init(parsing text: String) throws(ScriptSyntaxError) {
    guard text.hasSuffix("%") else {
      do { self = .bytes(try ScriptBytes.count(text)) } catch {
        throw ScriptSyntaxError("\(error), or a share of the body, such as `50%`")
      }
      return
    }
    guard let share = ScriptNumber(String(text.dropLast()))?.double, 0...100 ~= share else {
      throw ScriptSyntaxError("'\(text)' is no share; write one from `0%` to `100%`")
    }
    self = .percent(share)
  }
}

extension Place {
  /// `start`, `head`, or an amount of the body.
  package init(parsing text: String) throws(ScriptSyntaxError) {
    switch text {
    case "start": self = .start
    case "head": self = .head
    default:
      do { self = .body(try Amount(parsing: text)) } catch { throw ScriptSyntaxError("\(error), or `start`, or `head`") }
    }
  }
}
