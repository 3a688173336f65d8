/// One way for an answer, or its way to the client, to go wrong.
///
/// One fault, one file: its name and its parameters are its keys in a scenario file, and `FaultTable.all` lists it. Reading, schema and
/// documentation are made from these declarations; docs/faults.md says how to add one.
package protocol Fault: Sendable {
  /// Its key under `fault:`.
  static var name: String { get }
  /// What it does, as one sentence that starts with a verb: `Ends the body early, in order.`
  static var summary: String { get }
  static var parameters: [FaultParameter] { get }
  /// Which faults it cannot stand beside.
  static var group: FaultGroup { get }

  /// Every declared parameter has a value of its kind: the file's, or the default.
  init(_ values: FaultValues)

  /// Puts the fault into the answer.
  func apply(to draft: inout AnswerDraft)
}

/// A fault that happens while the request is still being read: only the head is known then, and there may be no answer at all.
package protocol RequestFault: Fault {
  func apply(to intake: inout IntakeDraft)
}

extension RequestFault {
  package func apply(to draft: inout AnswerDraft) {}
}

/// Faults of one group exclude each other in a step, except for `.free` ones.
package enum FaultGroup: String, Sendable, CaseIterable {
  /// How the answer ends: a connection ends once.
  case ending
  /// What the pictures of the answer are.
  case picture
  /// What the answer is instead.
  case page
  /// How the body is cut up on the wire.
  case pacing
  /// Stands beside every other fault.
  case free
}

/// What a fault wants of the request's intake.
package struct IntakeDraft: Sendable, Equatable {
  package var bytesPerSecond: Int?
  package var cutAfter: Int?
  package var resets = false

  package init() {}
}
