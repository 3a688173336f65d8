internal import Glibc

/// How many files and sockets the process may have open.
enum DescriptorLimit {
  /// Descriptors that are left for everything besides connections: the server's own, files, connections to other servers.
  private static let spare = 100
  /// Where there are few, this much is: a start takes a dozen, and one with a port for `/_mock` twice that.
  private static let leastSpare = 32
  /// A start with fewer has no connection to offer.
  static let least = leastSpare + 4

  /// Raises the process's limit as far as so many connections need and the system allows. Returns how many connections fit then; 0: too few
  /// for a server.
  static func makeRoom(for connections: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
    let needed = rlim_t(connections + HTTPServerConfiguration.surplusConnections(beside: connections) + spare)
    if limit.rlim_cur < needed {
      var raised = limit
      raised.rlim_cur = min(needed, limit.rlim_max)
      if unsafe setrlimit(Int32(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return limit.rlim_cur >= needed ? connections : room(in: Int(limit.rlim_cur))
  }

  /// How many connections so many descriptors are enough for, with those beside them that are only told that there are too many.
  static func room(in descriptors: Int) -> Int {
    guard descriptors >= least else { return 0 }
    let room = descriptors - min(spare, max(leastSpare, descriptors / 2))
    return room - HTTPServerConfiguration.surplusConnections(beside: room)
  }
}
