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
  ///
  /// - Parameter isAccepted: whether its images are going to be digested, so that nothing else has to tell it from others.
  func taken(_ form: SubmittedForm?, isAccepted: Bool) -> SubmittedForm? {
    switch self {
    case .none: nil
    case .facts: form?.kept(isAccepted: isAccepted)
    case .form: form
    }
  }
}

extension SubmittedForm {
  /// The fields without the body that they came in; texts up to the length that patterns look at.
  func kept(isAccepted: Bool) -> SubmittedForm {
    detached(textsUpTo: TextPattern.longestText, checksum: isAccepted ? nil : { Checksum.crc32($0, in: $1) })
  }
}
