internal import Digests
internal import EditContract
internal import Scenarios

/// How much of the edit that a request asks for somebody wants to be told.
enum Attention: Sendable {
  case none
  /// What a journal keeps: the fields without the body that they came in.
  case facts
  /// What a scenario looks at: the fields as they are.
  case form

  /// What is handed on of a form.
  func taken(_ form: SubmittedForm?) -> SubmittedForm? {
    switch self {
    case .none: nil
    case .facts: form?.kept
    case .form: form
    }
  }
}

extension SubmittedForm {
  /// The fields without the body that they came in; texts up to the length that patterns look at.
  ///
  /// All that is only counted has a checksum, also of a request whose images are going to be digested: they may turn out to be none, and
  /// the same request is to have the same digest whatever comes of it.
  var kept: SubmittedForm { detached(textsUpTo: TextPattern.longestText) { Checksum.crc32($0, in: $1) } }
}
