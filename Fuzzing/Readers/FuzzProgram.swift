internal import Glibc

/// What is between libFuzzer, whose `main` is the program's, and the targets.
package struct FuzzProgram {
  private let target: FuzzTarget

  /// The one of the targets that `--target=NAME` chooses; `--list` prints what there is to choose. libFuzzer leaves alone what begins with two hyphens.
  package init(_ targets: [FuzzTarget]) {
    if CommandLine.arguments.contains("--list") {
      for target in targets { print(target.name, target.longest) }
      exit(0)
    }
    let prefix = "--target="
    let name = CommandLine.arguments.first { $0.hasPrefix(prefix) }?.dropFirst(prefix.count) ?? ""
    guard let target = targets.first(where: { $0.name == name }) else {
      Self.complain("--target is '\(name)'; write one of \(targets.map(\.name).joined(separator: ", "))")
      exit(64)
    }
    self.target = target
  }

  /// Runs the target over an input. What does not hold ends the process: libFuzzer keeps the input of one that dies.
  package func test(_ input: UnsafeBufferPointer<UInt8>) {
    do {
      try target.check(unsafe Array(input))
    } catch {
      Self.complain("\(target.name): \(error)")
      abort()
    }
  }

  private static func complain(_ text: String) {
    let line = Array("fuzz: \(text)\n".utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
  }
}
