/// What a text must be: itself, a glob, a regular expression, a number to compare with, or not there at all.
package enum TextPattern: Sendable, Equatable {
  case exact(String)
  /// There is no such text.
  case absent

  /// - Parameter text: nil when there is none.
  package func matches(_ text: String?) -> Bool {
    switch self {
    case .exact(let expected): text == expected
    case .absent: text == nil
    }
  }
}
