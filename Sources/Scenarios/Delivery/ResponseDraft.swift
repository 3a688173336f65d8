package import Contract
package import HTTPMessage

/// A response while faults and pace are put into it; `plan` turns it into a delivery plan.
///
/// Nothing is computed before `plan`: what a fault writes here does not depend on the other faults.
package struct ResponseDraft: Sendable {
  package var response: Response
  package let api: API
  /// Whether the request is HEAD: then the head is all of it.
  package let isHEAD: Bool
  /// The step's random numbers; a fault takes the stream of its own name.
  package let draws: SeededRandom
  /// The Content-Type to send; nil: the true one.
  package var contentType: String?
  /// Header lines that are sent once more; without a value, with the one they have.
  package var repeats: [HeaderField] = []
  /// Header lines after all others, sent as they are.
  package var extraFields: [HeaderField] = []
  /// How the head announces the body; nil: by its length.
  package var framing: RawResponse.Framing?
  /// How many more bytes the head announces than are sent.
  package var lengthError = 0
  /// Where the response ends early.
  package var cut: CutPoint?
  /// Bytes that are sent at the cut, or after the body.
  package var tail: [UInt8] = []
  /// How long the connection stays open after the last byte.
  package var linger = Duration.zero
  package var ending = RawResponse.Ending.close
  /// Where in the body nothing moves for a while.
  package var stalls: [Stall] = []
  /// The step's pace.
  package var download: Pace.Download?
  /// A fault's pace, which wins over the step's.
  package var pace: WirePace?

  /// A time in which nothing moves.
  package struct Stall: Sendable, Equatable {
    package let after: Extent
    package let time: Duration

    /// Makes a stall after so much of the body.
    package init(after: Extent, time: Duration) {
      self.after = after
      self.time = time
    }
  }

  /// Makes a draft of the response as it is.
  package init(_ response: Response, api: API, isHEAD: Bool = false, draws: SeededRandom) {
    self.response = response
    self.api = api
    self.isHEAD = isHEAD
    self.draws = draws
  }
}

extension ResponseDraft {
  /// Puts `contentType` and `repeats` into the header lines.
  mutating func writeHeaders() {
    if let contentType { response.headers = response.headers.replacing("Content-Type", with: contentType) }
    for field in repeats { if field.name.isServerHeader { repeatServerField(field) } else { repeatField(field) } }
  }

  private mutating func repeatField(_ field: HeaderField) {
    let present = response.headers[field.name]
    let value = field.value.isEmpty ? present ?? "" : field.value
    if value.isEmpty { return }
    if present == nil { response.headers.append(field.name, value) }
    response.headers.append(field.name, value)
  }

  /// Repeats a header of the server's: only the length is known here, `DuplicateHeadersFault` asks for the values of the others.
  private mutating func repeatServerField(_ field: HeaderField) {
    if !field.value.isEmpty {
      extraFields.append(field)
    } else if field.name.equalsIgnoringASCIICase("Content-Length"), case .length(let length) = announced {
      extraFields.append(HeaderField(field.name, "\(length)"))
    }
  }
}

extension String {
  /// Whether the server writes header lines of this name itself, and drops those of a response.
  var isServerHeader: Bool {
    ["Content-Length", "Transfer-Encoding", "Connection", "Date", "Server"].contains { equalsIgnoringASCIICase($0) }
  }
}

extension HeaderList {
  /// Returns the list with one line of that name, where the first was.
  fileprivate func replacing(_ name: String, with value: String) -> HeaderList {
    let first = fields.firstIndex { $0.name.equalsIgnoringASCIICase(name) } ?? fields.endIndex
    var others = fields.filter { !$0.name.equalsIgnoringASCIICase(name) }
    others.insert(HeaderField(name, value), at: first)
    return HeaderList(others)
  }
}
