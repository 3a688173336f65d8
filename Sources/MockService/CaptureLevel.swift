internal import Contract
internal import Journal
internal import Scenarios
internal import Support

/// How much of the edit that a request asks for somebody wants to be told.
enum CaptureLevel: Sendable {
  case none
  /// The fields without the body that they came in: it is too long to be held on to.
  case facts
  /// The fields as they are.
  case form

  /// What is handed on of a form.
  func taken(_ form: SubmittedForm?) -> SubmittedForm? {
    switch self {
    case .none: nil
    case .facts: form?.withoutLongBody
    case .form: form
    }
  }
}
