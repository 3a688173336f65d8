internal import HTTPMessage

extension String {
  /// Whether both are the same bytes; lengths are compared first, and Unicode's equivalences do not count.
  func isSame(as other: String, _ ignoringCase: Bool = false) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return ignoringCase ? equalsIgnoringASCIICase(other) : utf8.elementsEqual(other.utf8)
  }
}
