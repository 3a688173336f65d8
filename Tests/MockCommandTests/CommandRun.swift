import Synchronization

@testable import MockCommand

/// The exit code and the texts of a command that ends by itself.
struct CommandRun {
  let code: Int32
  let output: String
  let error: String

  init(_ arguments: [String], environment: [String: String] = [:]) {
    let texts = Mutex(("", ""))
    let output = CommandOutput(
      standardOutput: { text in texts.withLock { $0.0 += text } }, standardError: { text in texts.withLock { $0.1 += text } })
    code = MockCommand.run(arguments: arguments, environment: environment, output: output)
    (self.output, error) = texts.withLock(\.self)
  }
}
