package import HTTPMessage

extension Pace.Download {
  /// The slices of a body of `count` bytes.
  ///
  /// At a rate: what moves in 100 ms, or one byte where that is less; the time between two is exact, so the whole body keeps the rate.
  /// In chunks: the last may be smaller, and where the bytes do not divide there may be fewer; they share the time all the same.
  package func wirePace(of count: Int) -> WirePace {
    switch self {
    case .bytesPerSecond(let rate):
      let slice = max(1, rate / 10)
      return WirePace(slice: slice, interval: .seconds(slice) / rate)
    case .chunks(let chunks, let time):
      let slice = max(1, (count + chunks - 1) / chunks)
      return WirePace(slice: slice, interval: time / max(1, (count + slice - 1) / slice))
    }
  }
}
