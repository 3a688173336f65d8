/// The bytes of a file in a fixture.
enum FixtureBytes: Sendable {
  /// Known when the fixture was read: a file of `fixtures/images`, or a small picture of another format.
  case ready([UInt8])
  case png(FlatPNG)
  case text(FixtureText)

  func bytes() -> [UInt8] {
    switch self {
    case .ready(let bytes): bytes
    case .png(let png): png.bytes()
    case .text(let text): text.bytes()
    }
  }
}
