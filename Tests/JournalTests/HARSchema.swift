/// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec), as far as an archive without pages goes.
indirect enum HARShape: Sendable {
  case text
  /// A text of which the specification says what it is.
  case told(String, @Sendable (String) -> Bool)
  case whole
  /// Milliseconds, -1 where it does not apply.
  case time
  case list(HARShape)
  case object(must: [String: HARShape], may: [String: HARShape] = [:])

  /// What is wrong with a value, each with its place.
  func faults(_ value: Any?, _ place: String) -> [String] {
    switch self {
    case .text: value is String ? [] : ["\(place) is no text"]
    case .told(let what, let holds): (value as? String).map(holds) ?? false ? [] : ["\(place) is not \(what)"]
    case .whole: (value as? Double).map { $0 == $0.rounded() && $0 >= -1 } ?? false ? [] : ["\(place) is no whole number"]
    case .time: (value as? Double).map { $0 >= 0 || $0 == -1 } ?? false ? [] : ["\(place) is no time"]
    case .list(let element):
      (value as? [Any])?.enumerated().flatMap { element.faults($1, "\(place)[\($0)]") } ?? ["\(place) is no list"]
    case .object(let must, let may):
      (value as? [String: Any]).map { Self.faults($0, must, may, place) } ?? ["\(place) is no object"]
    }
  }

  private static func faults(_ members: [String: Any], _ must: [String: HARShape], _ may: [String: HARShape], _ place: String) -> [String] {
    let missing = must.keys.filter { members[$0] == nil }.map { "\(place) has no \($0)" }
    let strange = members.keys.filter { must[$0] == nil && may[$0] == nil }.map { "\(place) has \($0)" }
    let inside = members.flatMap { name, value in (must[name] ?? may[name])?.faults(value, "\(place).\(name)") ?? [] }
    return (missing + strange + inside).sorted()
  }
}

extension HARShape {
  static let archive = HARShape.object(must: [
    "log": .object(
      must: [
        "version": .told("1.2") { $0 == "1.2" }, "creator": .object(must: ["name": .text, "version": .text]), "entries": .list(entry),
      ],
      may: ["pages": .list(.object(must: [:]))])
  ])

  private static let entry = HARShape.object(
    must: [
      "startedDateTime": .told("a time") { $0.count == 24 && $0.hasSuffix("Z") }, "time": .time, "request": request, "response": response,
      "cache": .object(must: [:]), "timings": timings,
    ],
    may: ["connection": .text, "comment": .text])

  private static let pair = HARShape.object(must: ["name": .text, "value": .text])

  private static let request = HARShape.object(
    must: [
      "method": .text, "url": .told("a URL") { $0.hasPrefix("http://") }, "httpVersion": .told("HTTP/1.1") { $0 == "HTTP/1.1" },
      "cookies": .list(pair), "headers": .list(pair), "queryString": .list(pair), "headersSize": .whole, "bodySize": .whole,
    ],
    may: [
      "postData": .object(must: ["mimeType": .text, "params": .list(pair), "text": .text], may: ["encoding": base64, "comment": .text])
    ])

  private static let response = HARShape.object(must: [
    "status": .whole, "statusText": .text, "httpVersion": .text, "cookies": .list(pair), "headers": .list(pair), "redirectURL": .text,
    "headersSize": .whole, "bodySize": .whole,
    "content": .object(must: ["size": .whole, "mimeType": .text], may: ["text": .text, "encoding": base64]),
  ])

  private static let timings = HARShape.object(must: [
    "blocked": .time, "dns": .time, "connect": .time, "ssl": .time, "send": .time, "wait": .time, "receive": .time,
  ])

  private static let base64 = HARShape.told("base64") { $0 == "base64" }
}
