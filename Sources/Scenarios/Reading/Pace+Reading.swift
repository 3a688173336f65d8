internal import Formats
internal import HTTPMessage

extension Pace {
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`pace`", keys: ScenarioKeys.pace.map(\.name), &problems) else { return nil }
    self.init()
    if mapping.isEmpty { problems.add(node, "`pace` is empty; write `{ bytes-per-second: 20000 }`") }
    let rate = mapping["bytes-per-second"]?.bytes("bytes-per-second", in: ValueLimits.rates, &problems)
    let chunks = Self.chunks(mapping, &problems)
    if mapping["bytes-per-second"] != nil, mapping["chunks"] != nil {
      problems.add(mapping.place("chunks"), "`chunks` stands beside `bytes-per-second`, and both say how fast the answer goes; keep one")
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
