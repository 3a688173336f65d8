extension Duration {
  /// Milliseconds, a begun one not counted.
  package var wholeMilliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
