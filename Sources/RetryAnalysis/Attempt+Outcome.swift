extension Attempt {
  /// Whether it leaves something to ask for again: no answer, an error, or a damaged answer.
  var isFailing: Bool { damage != nil || status.map { $0 >= 400 } ?? true }

  var asksForRetry: Bool { isToldToRetry || retryAfter != nil }

  /// How long the client could read that it is to wait.
  var askedPause: Duration? { status == nil ? nil : retryAfter }

  /// Whether the same request gets the same answer again.
  ///
  /// Not when the answer itself asks for a retry, nor when it was damaged: what cannot be read may be asked for once more.
  var isHopeless: Bool { hasHopelessStatus && damage == nil && !asksForRetry }

  var hasHopelessStatus: Bool { status.map(Self.hopelessStatuses.contains) ?? false }

  /// Statuses about the request, the key or the account. Others of the 4xx are about time: 408, 409, 425, 429.
  private static let hopelessStatuses = [400, 401, 402, 403, 404, 413, 422]
}
