internal import Glibc

/// Unix time in whole seconds.
package func unixTime() -> Int { time(nil) }

/// The process's own number.
package func processID() -> Int { Int(getpid()) }

/// The numeric id of the user.
package func userID() -> Int { Int(getuid()) }

/// The environment; where a name is set twice, the first counts, as for `getenv`.
package func environmentVariables() -> [String: String] {
  var variables: [String: String] = [:]
  var entry = unsafe environ
  while let text = unsafe entry.pointee {
    let halves = unsafe String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2, variables[String(halves[0])] == nil { variables[String(halves[0])] = String(halves[1]) }
    unsafe entry += 1
  }
  return variables
}
