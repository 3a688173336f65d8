package import Contract
internal import RequestMatching
internal import Support

extension SubmittedForm {
  /// Longer texts are not kept without the body that they came in.
  static let longestTextWithoutBody = 4_096

  /// The fields without the body that they came in.
  ///
  /// What is only counted has no checksum: digests are made before.
  var withoutBody: SubmittedForm { detached(textsUpTo: Self.longestTextWithoutBody, checksum: nil) }

  /// The fields of a body that is too long to be kept until its request is written down.
  package var withoutLongBody: SubmittedForm {
    detached(textsUpTo: TextPattern.longestText) { Fingerprint($0, in: $1).checksum }
  }
}
