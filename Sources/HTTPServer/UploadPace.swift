/// The pace at which a body is taken in.
struct UploadPace: Sendable {
  let start: Duration
  let bytesPerSecond: Int

  /// When so many bytes may have come.
  func deadline(received: Int) -> Duration { start + .seconds(received) / bytesPerSecond }
}
