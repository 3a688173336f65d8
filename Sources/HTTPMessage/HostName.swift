/// Names of hosts, without port, in small letters.
package enum HostName {
  /// Tells whether a name is `localhost`, `::1`, or an address of 127.0.0.0/8.
  package static func isLoopback(_ name: String) -> Bool { name == "localhost" || name == "::1" || octets(name)?[0] == 127 }

  /// Reads an IPv4 address in its common spelling; nil: the name is none.
  package static func octets(_ name: String) -> [UInt8]? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    // Other spellings of a number, such as 0177, mean something else to other readers.
    let octets = parts.compactMap { part in UInt8(part).flatMap { "\($0)" == part ? $0 : nil } }
    return parts.count == 4 && octets.count == 4 ? octets : nil
  }
}
