internal import Formats
internal import Scenarios

/// What the mock was asked in a way that it does not understand, with what to write instead.
public struct ImageEditMockError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A mistake at one place of a text.
  public struct Problem: Sendable, Equatable {
    /// Counted from 1, as is the column.
    public let line: Int
    public let column: Int
    /// What is wrong, and what to write instead.
    public let message: String
  }

  public let description: String
  /// With their places, where a text was given.
  public let problems: [Problem]

  init(_ description: String) {
    self.description = description
    problems = []
  }

  init(_ found: DocumentProblems) {
    description = found.description
    problems = found.all.map { Problem(line: $0.place.line, column: $0.place.column, message: $0.message) }
  }
}
