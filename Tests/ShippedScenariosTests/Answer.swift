import Contract
import Formats
import Images
import TestClient
import Testing

/// What a client got, and claims on it.
struct Answer {
  enum End { case closed, reset }

  let reception: Rest
  let caller: Caller
  let place: SourceLocation

  /// The whole answer is an error: its status, these headers (nil: not there), and this text somewhere in its body.
  @discardableResult
  func fails(_ status: Int, _ headers: KeyValuePairs<String, String?> = [:], says text: String = "") -> Answer {
    isWhole(status, headers)
    #expect(text.isEmpty || self.text.contains(text), "\(self.text.prefix(300))", sourceLocation: place)
    return self
  }

  /// A whole 200 with a picture that can be decoded, of the format that its type says.
  @discardableResult
  func succeeds(_ headers: KeyValuePairs<String, String?> = [:]) throws -> Answer {
    isWhole(200, headers)
    let file = try pictureFile()
    #expect(ImageHeader.read(file).format == .png, sourceLocation: place)
    #expect(throws: Never.self, sourceLocation: place) { try decode(file) }
    return self
  }

  /// A whole 200, whatever it carries.
  @discardableResult
  func isAnswered(_ headers: KeyValuePairs<String, String?> = [:]) -> Answer {
    isWhole(200, headers)
    return self
  }

  /// Not a byte came before the end.
  func isNothing(_ end: End) {
    #expect(reception.bytes.isEmpty, "\(text.prefix(200))", sourceLocation: place)
    #expect(end == (reception.isReset ? .reset : .closed), sourceLocation: place)
  }

  /// The head promised a body, of which this share came before the end; a reset may lose some of it.
  func breaksOff(at share: Double, _ end: End) throws {
    let head = try #require(reception.head, sourceLocation: place)
    let length = try #require(head["Content-Length"].flatMap(Int.init), sourceLocation: place)
    let sent = Int(Double(length) * share)
    #expect(end == .closed ? reception.body.count == sent : reception.body.count <= sent, sourceLocation: place)
    #expect(end == (reception.isReset ? .reset : .closed), sourceLocation: place)
  }

  /// The file of the picture, taken out of DGrid's JSON.
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

  /// What stands behind the first member of that name; none of them holds anything that JSON escapes.
  func member(_ name: String) throws -> String {
    let start = try #require(text.utf8.firstRange(of: "\"\(name)\":\"".utf8), sourceLocation: place).upperBound
    return String(decoding: text.utf8[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  subscript(name: String) -> String? { reception.head?[name] }

  /// Whether as much came as the head says.
  var isWhole: Bool { self["Content-Length"] == "\(reception.body.count)" }

  var status: Int? { reception.head?.status }

  var text: String { String(decoding: reception.body, as: UTF8.self) }

  private func isWhole(_ status: Int, _ headers: KeyValuePairs<String, String?>) {
    #expect(self.status == status, "\(text.prefix(300))", sourceLocation: place)
    #expect(!reception.isReset, sourceLocation: place)
    #expect(self["Content-Length"] == "\(reception.body.count)", sourceLocation: place)
    for (name, value) in headers { #expect(self[name] == value, "\(name)", sourceLocation: place) }
  }
}
