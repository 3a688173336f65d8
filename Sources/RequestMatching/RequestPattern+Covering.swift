internal import Contract

extension RequestPattern {
  /// Whether everything that the other lets through gets through here, too.
  ///
  /// Careful: where it cannot be told, such as of two globs that are not the same, it says no.
  package func covers(_ other: RequestPattern) -> Bool {
    RequestKinds(self).isSuperset(of: RequestKinds(other)) && coversContents(of: other) && coversCounts(of: other)
  }

  /// Whether it asks for something that only a body has.
  package var wantsBody: Bool {
    image != nil || [model, prompt].contains { $0.map { !$0.acceptsNone } ?? false } || fields.contains { !$0.value.acceptsNone }
  }

  /// Without `nth`: patterns that are the same but for it share a count.
  package var uncounted: RequestPattern {
    var pattern = self
    pattern.nth = nil
    return pattern
  }

  /// Whether the other asks for as much, `api`, `endpoint`, `valid` and `nth` aside.
  package func coversContents(of other: RequestPattern) -> Bool {
    prompt.covers(other.prompt) && model.covers(other.model) && key.covers(other.key)
      && session.covers(other.session, isAlwaysThere: true) && method.covers(other.method, ignoringCase: true, isAlwaysThere: true)
      && path.covers(other.path, isAlwaysThere: true) && contentType.covers(other.contentType, ignoringCase: true)
      && headers.covers(other.headers, areHeaders: true) && fields.covers(other.fields, areHeaders: false) && coversImage(of: other)
  }

  private func coversImage(of other: RequestPattern) -> Bool {
    guard let image else { return true }
    return other.image.map(image.covers) ?? false
  }

  /// Counts of different requests have nothing to do with each other.
  private func coversCounts(of other: RequestPattern) -> Bool {
    guard let nth, !nth.letsAll else { return true }
    guard let theirs = other.nth, uncounted == other.uncounted else { return false }
    return nth.covers(theirs)
  }
}
