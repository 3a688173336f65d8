internal import Contract

/// The header lines that are the mock's own, on the answers of both APIs.
enum OwnHeaders {
  static let all: [ResponseHeader] = [
    ResponseHeader("x-mock-request-id", "The request's id in the mock's journal.", mock),
    ResponseHeader("x-mock-scenario", "The scenario that had a hand in the answer.", mock),
  ]

  /// On answers that refuse.
  static let refused = all + [ResponseHeader("x-mock-rule", "The ids of the rules that the request broke.", mock)] + warnings

  /// On answers that accept.
  static let accepted = all + warnings

  private static let warnings = [ResponseHeader("x-mock-warning", "The ids of the rules that the request bent.", mock)]
  private static let mock = "the mock itself"
}
