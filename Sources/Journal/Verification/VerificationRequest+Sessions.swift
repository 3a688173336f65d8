internal import RequestMatching

extension VerificationRequest {
  /// Puts sessions' own names in the place of what is shown of them.
  package mutating func nameSessions(_ name: (String) -> String) {
    session = session.map(name)
    expectations = expectations.map { expectation in
      var pattern = expectation.pattern
      if case .exact(let text)? = pattern.session { pattern.session = .exact(name(text)) }
      if case .exact(let text)? = pattern.key { pattern.key = .exact(name(text)) }
      return Expectation(pattern, when: expectation.when, atLeast: expectation.atLeast, atMost: expectation.atMost)
    }
  }
}
