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
    if let sign = unsafe strchr(text, Int32(UInt8(ascii: "="))) {
      let name = unsafe String(decoding: UnsafeRawBufferPointer(start: text, count: sign - text), as: UTF8.self)
      if variables[name] == nil { variables[name] = unsafe String(cString: sign + 1) }
    }
    unsafe entry += 1
  }
  return variables
}
