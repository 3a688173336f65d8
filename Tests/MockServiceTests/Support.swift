import Contract
import Formats
import HTTPMessage
import Images
import Journal
import MockService
import Scenarios
import Support
import TestSupport
import Testing

/// The service in memory, with everything a test wants to say about a request.
struct Mock {
  var configuration = MockConfiguration()
  var service: MockService

  init(_ change: (inout MockConfiguration) -> Void = { _ in }) {
    configuration.clock = .manual()
    change(&configuration)
    service = MockService(configuration)
  }

  /// Returns the response, doing all work on this thread.
  func send(
    _ method: String, _ target: String, headers: [(String, String)] = [], key: String? = "test-key", body: [UInt8] = []
  ) -> Response {
    plan(head(method, target, headers: headers, key: key), body).response
  }

  /// The head of a request as clients of the mock send it.
  func head(_ method: String, _ target: String, headers: [(String, String)] = [], key: String? = "test-key") -> RequestHead {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    var list = HeaderList([HeaderField("Host", "mock.test:8080")])
    if let key { list.append("Authorization", "Bearer \(key)") }
    for (name, value) in headers { list.append(name, value) }
    return RequestHead(method: method, path: halves[0], query: halves.count > 1 ? halves[1] : "", headers: list)
  }

  /// Returns the plan for the response to a whole request.
  func plan(_ head: RequestHead, _ body: [UInt8] = []) -> DeliveryPlan {
    switch respond(head, body) {
    case .ready(let plan): plan
    case .deferred(let work), .background(let work): work()
    }
  }

  /// Tells whether the response is made without work for another thread.
  func answersAtOnce(_ path: String, headers: [(String, String)], body: [UInt8]) -> Bool {
    if case .ready = respond(head("POST", path, headers: headers), body) { true } else { false }
  }

  private func respond(_ head: RequestHead, _ body: [UInt8]) -> Work<DeliveryPlan> {
    switch service.admit(head) {
    case .refuse(let plan): return .ready(plan)
    case .collect(let intake):
      let limit = intake.limit
      let kept = body.count > limit ? RequestBody.tooLarge(limit: limit, received: body.count) : .complete(body)
      let request = Request(head: head, body: kept)
      return intake.respond.map { $0(request) } ?? service.respond(to: request)
    }
  }

  func venice(_ members: [(String, JSONOutput)]) -> Response {
    send("POST", "/api/v1/image/edit", headers: [jsonType], body: JSONOutput.object(members).serialized())
  }

  func dgrid(_ fields: [FormField], key: String? = "test-key") -> Response {
    send("POST", "/v1/images/edits", headers: [FormField.contentType], key: key, body: FormField.body(fields))
  }
}

let jsonType = ("Content-Type", "application/json")

/// One part of a multipart form.
enum FormField {
  case text(String, String)
  case file(String, [UInt8], filename: String = "image.png", type: String = "application/octet-stream")

  static let contentType = contentType("edge")

  static func contentType(_ boundary: String) -> (String, String) { ("Content-Type", "multipart/form-data; boundary=\(boundary)") }

  static func body(_ fields: [FormField], boundary: String = "edge") -> [UInt8] {
    fields.flatMap { $0.bytes(boundary) } + Array("--\(boundary)--\r\n".utf8)
  }

  private func bytes(_ boundary: String) -> [UInt8] {
    switch self {
    case .text(let name, let value): Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    case .file(let name, let data, let filename, let type):
      Array(
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"\r\nContent-Type: \(type)\r\n\r\n".utf8)
        + data + [13, 10]
    }
  }
}

/// A picture with something in it: a diagonal gradient, with a transparent disc where there is alpha.
func gradient(_ width: Int, _ height: Int, alpha: Bool = false, format: ImageFormat = .png) throws -> [UInt8] {
  var bytes: [UInt8] = []
  for y in 0..<height {
    for x in 0..<width {
      bytes += [UInt8(x * 255 / width), UInt8(y * 255 / height), UInt8((x + y) & 255)]
      let (dx, dy) = (x * 2 - width, y * 2 - height)
      if alpha { bytes.append(dx * dx + dy * dy < width * height / 2 ? 0 : 255) }
    }
  }
  let layout = RowLayout(size: PixelSize(width: width, height: height), channels: alpha ? .rgba : .rgb)
  return try ImageEncoder.encode(Raster(layout: layout, bytes: bytes), as: format)
}

/// A picture that no codec makes smaller.
func noise(_ width: Int, _ height: Int) throws -> [UInt8] {
  var numbers = SplitMix64(seed: 1)
  let bytes = (0..<width * height * 3).map { _ in UInt8(truncatingIfNeeded: numbers.next()) }
  return try ImageEncoder.encode(
    Raster(layout: RowLayout(size: PixelSize(width: width, height: height), channels: .rgb), bytes: bytes), as: .png)
}

/// The pixels of an image file.
func decoded(_ bytes: [UInt8]) throws -> Raster {
  var raster = Raster()
  guard let format = ImageHeader.read(bytes).format else { throw NoImage() }
  try ImageDecoder.decode(bytes, as: format, maximumArea: 1 << 26, into: &raster)
  return raster
}

struct NoImage: Error {}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }
  var rules: [String] { headers["x-mock-rule"]?.split(separator: ",").map { String($0.drop { $0 == " " }) } ?? [] }

  /// The string at a path of keys and places in a JSON body.
  func string(_ path: String...) throws -> String {
    let document = try JSONDocument(parsing: body)
    var value = document.root
    for step in path {
      switch value {
      case .object(let object): value = object[step] ?? .null
      case .array(let elements): value = elements[Int(step) ?? 0]
      default: value = .null
      }
    }
    return switch value {
    case .string(let string): document.text(of: string)
    case .number(let number): number.lexeme
    default: value.typeName
    }
  }
}

extension Mock {
  /// A mock whose scenarios are these files, by name.
  init(scenarios files: [String: String], _ change: (inout MockConfiguration) -> Void = { _ in }) throws {
    let folder = try TemporaryFolder()
    for (name, steps) in files {
      try folder.write(Array("name: \(name)\ndescription: A test.\n\(steps)".utf8), "\(name).yaml")
    }
    let scenarios = try ScenarioSet.load(folder: folder.path)
    self.init {
      $0.scenarios = scenarios
      change(&$0)
    }
  }

  var entries: [JournalEntry] { service.journal.entries }

  /// What the journal has of the newest request.
  func lastEntry() throws -> JournalEntry { try #require(entries.last) }

  func lastRecord() throws -> RequestRecord { try lastEntry().record }

  /// Ends a request without a response.
  func abandon(_ head: RequestHead, _ abandonment: Intake.Abandonment) throws {
    guard case .collect(let intake) = service.admit(head) else { throw NotAdmitted() }
    let tell = try #require(intake.abandoned)
    tell(abandonment)
  }

  /// Begins anew, with an observer of each request.
  mutating func observe(_ configuration: MockConfiguration, _ observer: @escaping @Sendable (RequestRecord) -> Void) {
    self.configuration = configuration
    service = MockService(configuration, observe: observer)
  }

  struct NotAdmitted: Error {}
}

extension JournalEntry {
  /// `name` or `name=text`, with `#` and the length in place of a text that is only counted, for each field.
  var fieldNotes: [String] {
    (snapshot.form?.fields ?? []).map { name, value in
      if let text = value.text { return "\(name)=" + (text.omission.map { "#\($0.byteCount)" } ?? text.string) }
      return value.file.map { "\(name)=file \($0.filename) #\($0.count)" } ?? name
    }
  }
}

/// A gradient of so many pixels as a JSON text.
func gradientText(_ width: Int, _ height: Int) throws -> JSONOutput { .ascii(Base64.encode(try gradient(width, height))) }
