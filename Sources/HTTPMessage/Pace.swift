/// How fast the bytes of the bodies move.
package struct Pace: Sendable, Equatable {
  package enum Download: Sendable, Equatable {
    case bytesPerSecond(Int)
    /// So many pieces of the same size, evenly over a time.
    case chunks(Int, over: Duration)
  }

  /// The answer's body.
  package var download: Download?
  /// The request's body, in bytes a second.
  package var upload: Int?

  package init(download: Download? = nil, upload: Int? = nil) {
    self.download = download
    self.upload = upload
  }
}
