/// Why an exchange is not written down.
struct RecordingError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
