internal import Formats
internal import Images

/// Reads the values of fixtures that may be generators: objects whose first key begins with `$`.
struct FixtureGenerators {
  let images: (String) -> [UInt8]?
  /// The bytes of the file of that name beside the fixture; nil when there is none.
  let files: (String) -> [UInt8]?
  /// Tells whether it is an answer that is read: only there a key can be said to be absent.
  var isResponse = false

  private static let texts = ["$repeat", "$base64", "$data-url", "$concat", "$gzip", "$deflate", "$file"]
  private static let kinds = ["$image", "$png", "$jpeg", "$webp", "$heif", "$text", "$file"]
  /// More than any body that is kept.
  private static let mostRepeats = 0...134_217_728

  /// A string, or a generator of one.
  func text(_ node: FixtureNode) throws(FixtureError) -> FixtureText {
    guard node.isObject else { return .plain(try node.string("a string or a generator of one (\(Self.texts.listed))")) }
    let key = try node.generator(of: Self.texts)
    switch key {
    case "$repeat":
      let object = try node.object("a $repeat", ["$repeat", "times"])
      return .repeated(try text(object.required("$repeat")), times: try object.required("times").integer(in: Self.mostRepeats))
    case "$base64": return .base64(try bytes(try node.object("a $base64", ["$base64"]).required("$base64")))
    case "$data-url":
      let object = try node.object("a $data-url", ["$data-url", "type"])
      return .dataURL(try bytes(object.required("$data-url")), type: try object.required("type").string())
    case "$file": return .file(try neighbour(node))
    case "$gzip", "$deflate":
      return .coded(try text(try node.object("a \(key)", [key]).required(key)), key == "$gzip" ? .gzip : .deflate)
    default:
      let elements = try node.object("a $concat", ["$concat"]).required("$concat").elements()
      return .joined(try elements.map(text))
    }
  }

  /// A generator of a file's bytes.
  func bytes(_ node: FixtureNode) throws(FixtureError) -> FixtureBytes {
    switch try node.generator(of: Self.kinds) {
    case "$image":
      let name = try node.object("an $image", ["$image"]).required("$image")
      guard let bytes = images(try name.string()) else { throw name.error("there is no fixtures/images/\(try name.string())") }
      return .ready(bytes)
    case "$png": return .png(try FlatPNG(try node.object("a $png", ["$png"]).required("$png")))
    case "$jpeg": return try picture(.jpeg, node)
    case "$webp": return try picture(.webp, node)
    case "$heif": return .ready(try HEIFBoxes(node.object("a $heif", ["$heif"]).required("$heif")).bytes())
    case "$file": return .ready(try neighbour(node))
    default: return .text(try text(try node.object("a $text", ["$text"]).required("$text")))
    }
  }

  /// The bytes of `{"$file": NAME}`.
  private func neighbour(_ node: FixtureNode) throws(FixtureError) -> [UInt8] {
    let value = try node.object("a $file", ["$file"]).required("$file")
    let name = try value.string("the name of a file beside the fixture")
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
      throw value.error("'\(name)' is no name of a file beside the fixture; write the name alone, without a folder")
    }
    guard let bytes = files(name) else { throw value.error("there is no file \(name) beside the fixture") }
    return bytes
  }

  private func picture(_ format: ImageFormat, _ node: FixtureNode) throws(FixtureError) -> FixtureBytes {
    let key = "$\(format.rawValue)"
    return .ready(try FlatPicture.file(format, try node.object("a \(key)", [key]).required(key)))
  }

  /// Any JSON value, generators of strings in it.
  func json(_ node: FixtureNode) throws(FixtureError) -> FixtureJSON {
    switch node.value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .number(let number): return .number(number)
    case .string: return .string(.plain(try node.string()))
    case .array:
      return .array(try node.elements().map(json))
    case .object:
      if isResponse, try node.isAbsent() { return .absent }
      if node.isGenerator { return .string(try text(node)) }
      return .object(try node.members().map { member throws(FixtureError) in (member.key, try json(member.value)) })
    }
  }
}

extension [String] {
  /// `a, b or c`.
  var listed: String { count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1] }
}

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

/// A text of a fixture: as it stands, or made by a generator.
indirect enum FixtureText: Sendable {
  case plain(String)
  case repeated(FixtureText, times: Int)
  case base64(FixtureBytes)
  case dataURL(FixtureBytes, type: String)
  case joined([FixtureText])
  case coded(FixtureText, ContentCoding)
  /// The bytes of a file beside the fixture; they need not be text.
  case file([UInt8])

  /// The text in UTF-8.
  func bytes() -> [UInt8] {
    switch self {
    case .plain(let text): return Array(text.utf8)
    case .repeated(let text, let times): return text.bytes().repeated(times)
    case .base64(let bytes): return Base64.encode(bytes.bytes())
    case .dataURL(let bytes, let type): return "data:\(type);base64,".utf8 + Base64.encode(bytes.bytes())
    case .joined(let texts): return texts.reduce(into: []) { $0 += $1.bytes() }
    case .coded(let text, let coding): return coding.encode(text.bytes())
    case .file(let bytes): return bytes
    }
  }

  /// The text as a JSON string; base64 goes in without another look at it.
  var output: JSONOutput {
    switch self {
    case .plain(let text): .string(text)
    case .base64, .dataURL: .ascii(bytes())
    case .repeated, .joined, .coded, .file: .string(String(decoding: bytes(), as: UTF8.self))
    }
  }
}

extension [UInt8] {
  fileprivate func repeated(_ times: Int) -> [UInt8] {
    if count == 1 { return [UInt8](repeating: self[0], count: times) }
    var result: [UInt8] = []
    result.reserveCapacity(count * times)
    for _ in 0..<times { result += self }
    return result
  }
}

/// A JSON value of a fixture, whose strings may be made by generators.
enum FixtureJSON: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(FixtureText)
  case array([FixtureJSON])
  case object([(key: String, value: FixtureJSON)])
  /// Of an answer: there must be no such key.
  case absent

  var output: JSONOutput {
    switch self {
    case .null, .absent: .null
    case .bool(let flag): .bool(flag)
    case .number(let number): .number(lexeme: number.lexeme)
    case .string(let text): text.output
    case .array(let elements): .array(elements.map(\.output))
    case .object(let members): .object(members.map { ($0.key, $0.value.output) })
    }
  }
}
