internal import Glibc
internal import MockCommand
internal import Support

// Standard output is written at once, even into a pipe: tests wait for the ready line.
let output = CommandOutput(
  standardOutput: { try? writeAll(Array($0.utf8), to: STDOUT_FILENO, named: "standard output") },
  standardError: { try? writeAll(Array($0.utf8), to: STDERR_FILENO, named: "standard error") },
  isErrorReady: { takesBytes(STDERR_FILENO) })

exit(MockCommand.run(arguments: Array(CommandLine.arguments.dropFirst()), environment: environmentVariables(), output: output))
