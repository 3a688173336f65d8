import Contract
import Formats
import Images
import TestClient
import Testing

/// What a client received, and checks of it.
struct ReceivedResponse {
  enum End { case closed, reset }

  let reception: Rest
  let caller: Caller
  let location: SourceLocation

  /// Expects a whole response that is an error: its status, these headers (nil: not there), and this text somewhere in its body.
  @discardableResult
  func fails(_ status: Int, _ headers: KeyValuePairs<String, String?> = [:], says text: String = "") -> ReceivedResponse {
    isWhole(status, headers)
    #expect(text.isEmpty || self.text.contains(text), "\(self.text.prefix(300))", sourceLocation: location)
    return self
  }

  /// Expects a whole 200 with a picture that can be decoded, of the format that its type says.
  @discardableResult
  func succeeds(_ headers: KeyValuePairs<String, String?> = [:]) throws -> ReceivedResponse {
    isWhole(200, headers)
    let file = try pictureFile()
    #expect(ImageHeader.read(file).format == .png, sourceLocation: location)
    #expect(throws: Never.self, sourceLocation: location) { try decode(file) }
    return self
  }

  /// Expects a whole 200, whatever it carries.
  @discardableResult
  func isAnswered(_ headers: KeyValuePairs<String, String?> = [:]) -> ReceivedResponse {
    isWhole(200, headers)
    return self
  }

  /// Expects that not a byte came before the end.
  func isNothing(_ end: End) {
    #expect(reception.bytes.isEmpty, "\(text.prefix(200))", sourceLocation: location)
    #expect(end == (reception.isReset ? .reset : .closed), sourceLocation: location)
  }

  /// Expects a head that announces a body, of which this share came before the end; a reset may lose some of it.
  func breaksOff(at share: Double, _ end: End) throws {
    let head = try #require(reception.head, sourceLocation: location)
    let length = try #require(head["Content-Length"].flatMap(Int.init), sourceLocation: location)
    let sent = Int(Double(length) * share)
    #expect(end == .closed ? reception.body.count == sent : reception.body.count <= sent, sourceLocation: location)
    #expect(end == (reception.isReset ? .reset : .closed), sourceLocation: location)
  }

  /// Returns the file of the picture, taken out of DGrid's JSON.
  func pictureFile() throws -> [UInt8] {
    switch caller.api {
    case .venice: reception.body
    case .dgrid: try Base64.decode(Array(try member("b64_json").utf8))
    }
  }

  func decode(_ file: [UInt8]) throws {
    var raster = Raster()
    try ImageDecoder.decode(file, as: ImageHeader.read(file).format ?? .png, maximumArea: 1 << 26, into: &raster)
  }

  /// Returns the text of the first member of that name; none of them holds anything that JSON escapes.
  func member(_ name: String) throws -> String {
    let start = try #require(text.utf8.firstRange(of: "\"\(name)\":\"".utf8), sourceLocation: location).upperBound
    return String(decoding: text.utf8[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  subscript(name: String) -> String? { reception.head?[name] }

  /// Whether as much came as the head announces.
  var isWhole: Bool { self["Content-Length"] == "\(reception.body.count)" }

  var status: Int? { reception.head?.status }

  var text: String { String(decoding: reception.body, as: UTF8.self) }

  private func isWhole(_ status: Int, _ headers: KeyValuePairs<String, String?>) {
    #expect(self.status == status, "\(text.prefix(300))", sourceLocation: location)
    #expect(!reception.isReset, sourceLocation: location)
    #expect(self["Content-Length"] == "\(reception.body.count)", sourceLocation: location)
    for (name, value) in headers { #expect(self[name] == value, "\(name)", sourceLocation: location) }
  }
}

/// A response that is decided, and not all of it has come.
struct PendingResponse {
  let client: RawClient
  let caller: Caller

  /// Expects that nothing comes before the clock has moved on so far, and then something does.
  func comes(after time: Duration, at location: SourceLocation = #_sourceLocation) throws -> ReceivedResponse {
    try isSilent(for: time, at: location)
    return try rest(at: location)
  }

  /// Expects that nothing comes until the last millisecond of the time, which is then over.
  func isSilent(for time: Duration, at location: SourceLocation = #_sourceLocation) throws {
    try isSilent(at: location)
    caller.advance(by: time - .milliseconds(1))
    try isSilent(at: location)
    caller.advance(by: .milliseconds(1))
  }

  func isSilent(at location: SourceLocation = #_sourceLocation) throws {
    try caller.mock.settle()
    #expect(client.isQuiet, sourceLocation: location)
  }

  /// Reads the head, and returns the length that it announces.
  func bodyLength(at location: SourceLocation = #_sourceLocation) throws -> Int {
    let head = try client.readResponse(toHead: true)
    return try #require(head["Content-Length"].flatMap(Int.init), sourceLocation: location)
  }

  func read(_ count: Int) throws { _ = try client.read(count) }

  func rest(at location: SourceLocation = #_sourceLocation) throws -> ReceivedResponse {
    ReceivedResponse(reception: try client.readRest(), caller: caller, location: location)
  }
}
