internal import Images

extension ImagePattern {
  /// Whether every image that the other lets through gets through here, too.
  package func covers(_ other: ImagePattern) -> Bool {
    width.covers(other.width) && height.covers(other.height) && bytes.covers(other.bytes)
      && (formats.isEmpty || (!other.formats.isEmpty && other.formats.allSatisfy(formats.contains)))
      && (hasAlpha == nil || hasAlpha == other.hasAlpha)
  }
}

extension NumberPattern? {
  /// A size that is asked for has to be known, so that only nothing is as wide as nothing.
  fileprivate func covers(_ other: NumberPattern?) -> Bool {
    guard let self else { return true }
    return other.map(self.covers) ?? false
  }
}
