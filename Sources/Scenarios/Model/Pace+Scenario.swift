internal import Formats
package import HTTPMessage

extension Pace {
  /// Reads `pace`: how fast the bodies move.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`pace`", keys: ScenarioKeys.pace.map(\.name), &problems) else { return nil }
    self.init()
    if mapping.isEmpty { problems.add(node, "`pace` is empty; write `{ bytes-per-second: 20000 }`") }
    let rate = mapping["bytes-per-second"]?.bytes("bytes-per-second", in: ValueLimits.rates, &problems)
    let chunks = Self.chunks(mapping, &problems)
    if mapping["bytes-per-second"] != nil, mapping["chunks"] != nil {
      problems.add(mapping.position("chunks"), "`chunks` stands beside `bytes-per-second`, and both say how fast the answer goes; keep one")
    }
    download = rate.map(Download.bytesPerSecond) ?? chunks
    upload = mapping["upload-bytes-per-second"]?.bytes("upload-bytes-per-second", in: ValueLimits.rates, &problems)
  }

  private static func chunks(_ mapping: YAMLMapping, _ problems: inout ProblemList) -> Download? {
    switch (mapping["chunks"], mapping["over"]) {
    case (nil, nil): return nil
    case (nil, .some), (.some, nil):
      problems.add(mapping.node, "`chunks` and `over` go together; write `{ chunks: 5, over: 2s }`")
      return nil
    case (let chunks?, let over?):
      let count = chunks.count("chunks", in: 1...10_000, &problems)
      let time = over.duration("over", &problems)
      return count.flatMap { count in time.map { .chunks(count, over: $0) } }
    }
  }
}

extension Pace.Download {
  /// Returns the slices of a body of `count` bytes.
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
