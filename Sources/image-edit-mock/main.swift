internal import MockCommand
internal import Support

// Standard output is written at once, even into a pipe: tests wait for the ready line.
let output = CommandOutput(
  standardOutput: { try? StandardStream.output.write($0) }, standardError: { try? StandardStream.error.write($0) },
  isErrorReady: { StandardStream.error.isReady })

exitProcess(MockCommand.run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environmentVariables(), output: output))
