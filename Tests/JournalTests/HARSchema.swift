/// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec), as far as an archive without pages goes.
indirect enum HARShape: Sendable {
  case text
  /// A text with a condition.
  case such(String, @Sendable (String) -> Bool)
  case whole
  /// Milliseconds, -1 where it does not apply.
  case time
  case list(HARShape)
  case object(must: [String: HARShape], may: [String: HARShape] = [:])

  /// Returns the mistakes of a value, each with its path.
  func mistakes(_ value: Any?, _ path: String) -> [String] {
    switch self {
    case .text: value is String ? [] : ["\(path) is no text"]
    case .such(let what, let holds): (value as? String).map(holds) ?? false ? [] : ["\(path) is not \(what)"]
    case .whole: (value as? Double).map { $0 == $0.rounded() && $0 >= -1 } ?? false ? [] : ["\(path) is no whole number"]
    case .time: (value as? Double).map { $0 >= 0 || $0 == -1 } ?? false ? [] : ["\(path) is no time"]
    case .list(let element):
      (value as? [Any])?.enumerated().flatMap { element.mistakes($1, "\(path)[\($0)]") } ?? ["\(path) is no list"]
    case .object(let must, let may):
      (value as? [String: Any]).map { Self.mistakes($0, must, may, path) } ?? ["\(path) is no object"]
    }
  }

  private static func mistakes(_ members: [String: Any], _ must: [String: HARShape], _ may: [String: HARShape], _ path: String) -> [String]
  {
    let missing = must.keys.filter { members[$0] == nil }.map { "\(path) has no \($0)" }
    let strange = members.keys.filter { must[$0] == nil && may[$0] == nil }.map { "\(path) has \($0)" }
    let inside = members.flatMap { name, value in (must[name] ?? may[name])?.mistakes(value, "\(path).\(name)") ?? [] }
    return (missing + strange + inside).sorted()
  }
}

extension HARShape {
  static let archive = HARShape.object(must: [
    "log": .object(
      must: [
        "version": .such("1.2") { $0 == "1.2" }, "creator": .object(must: ["name": .text, "version": .text]), "entries": .list(entry),
      ],
      may: ["pages": .list(.object(must: [:]))])
  ])

  private static let entry = HARShape.object(
    must: [
      "startedDateTime": .such("a time") { $0.count == 24 && $0.hasSuffix("Z") }, "time": .time, "request": request, "response": response,
      "cache": .object(must: [:]), "timings": timings,
    ],
    may: ["connection": .text, "comment": .text])

  private static let pair = HARShape.object(must: ["name": .text, "value": .text])

  private static let request = HARShape.object(
    must: [
      "method": .text, "url": .such("a URL") { $0.hasPrefix("http://") }, "httpVersion": .such("HTTP/1.1") { $0 == "HTTP/1.1" },
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

  private static let base64 = HARShape.such("base64") { $0 == "base64" }
}
