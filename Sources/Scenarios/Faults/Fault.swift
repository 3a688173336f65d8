/// One way for a response, or its way to the client, to go wrong.
///
/// One fault, one file: its name and its parameters are its keys in a scenario file, and `FaultTable.all` lists it. Reading, schema and
/// documentation are made from these declarations; docs/faults.md says how to add one.
package protocol Fault: Sendable {
  /// Its key under `fault:`.
  static var name: String { get }
  /// What it does, as one sentence that starts with a verb: `Resets the TCP connection.`
  static var summary: String { get }
  /// Its keys in the file.
  static var parameters: [FaultParameter] { get }
  /// Faults of the same group exclude each other.
  static var group: FaultGroup { get }

  /// Makes the fault: every declared parameter has a value of its kind, the file's or the default.
  init(values: FaultValues)

  /// Returns what is wrong with values that all are of their kind; nil: nothing. The file is refused with it.
  static func objection(to values: FaultValues) -> FaultObjection?

  /// Puts the fault into the response. Faults may come in any order: the draft is the same in the end.
  func apply(to draft: inout ResponseDraft)
}

extension Fault {
  /// Objects to nothing.
  package static func objection(to values: FaultValues) -> FaultObjection? { nil }
}

/// Why a value is refused, though it is of its parameter's kind.
package struct FaultObjection: Sendable, Equatable {
  /// The parameter's name.
  package let parameter: String
  /// What it has to be, as a phrase: `must not be 0`.
  package let message: String

  /// Makes an objection to a parameter's value.
  package init(_ parameter: String, _ message: String) {
    self.parameter = parameter
    self.message = message
  }
}

/// A fault that happens while the request is still being read: only the head is known then, and there may be no response at all.
package protocol RequestFault: Fault {
  /// Puts the fault into the request's intake.
  func apply(to intake: inout IntakeDraft)
}

extension RequestFault {
  /// Leaves the response as it is.
  package func apply(to draft: inout ResponseDraft) {}
}

/// A fault of the picture files: it changes each before it is put into a body, base64 or a URL. A response without pictures stays as it is.
package protocol PictureFault: Fault {
  /// Returns the file that is sent instead of `picture`. The next picture of the response goes on with the same random numbers.
  func changed(_ picture: [UInt8], draws: inout SeededRandom) -> [UInt8]
}

extension PictureFault {
  /// Leaves the response as it is.
  package func apply(to draft: inout ResponseDraft) {}
}

/// Faults of one group exclude each other in a step, except for `.free` ones.
package enum FaultGroup: String, Sendable, CaseIterable {
  case ending, picture, page, pacing, free

  /// What the faults of the group are about, for messages.
  var subject: String {
    switch self {
    case .ending: "how the answer ends"
    case .picture: "what the pictures are"
    case .page: "what the answer is instead"
    case .pacing: "how the body is cut up on the wire"
    case .free: "nothing in common"
    }
  }
}

/// How a request is received while faults and pace are put into it.
package struct IntakeDraft: Sendable, Equatable {
  /// How fast the body is read; nil: as fast as it comes.
  package var bytesPerSecond: Int?
  /// The connection ends after so many bytes of the body, 0: as soon as the headers are in; nil: it does not.
  package var cutAfter: Int?
  /// Whether it then ends with a TCP reset instead of in order.
  package var resets = false

  /// Makes an intake without faults.
  package init() {}
}

/// Every fault there is, in the order of their documentation.
package enum FaultTable {
  /// All faults.
  package static let all: [any Fault.Type] = [
    ResetFault.self, EmptyReplyFault.self, TruncateFault.self, MalformedChunkFault.self, GarbageFault.self, NeverAnswerFault.self,
    SlowCloseFault.self, WrongContentLengthFault.self, DisconnectFault.self, StallFault.self, SliceFault.self, SlowUploadFault.self,
    WrongContentTypeFault.self, DuplicateHeadersFault.self, CorruptImageFault.self, MislabelledImageFault.self,
    PlaceholderImageFault.self, HTMLErrorPageFault.self,
  ]
}
