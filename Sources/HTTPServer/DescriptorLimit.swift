internal import Glibc

/// How many files and sockets the process may have open.
enum DescriptorLimit {
  /// Descriptors that are left for everything besides connections.
  private static let spare = 100

  /// Raises the process's limit as far as so many connections need and the system allows. Returns how many connections fit then.
  static func makeRoom(for connections: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(Int32(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
    let needed = rlim_t(connections + spare)
    if limit.rlim_cur < needed {
      var raised = limit
      raised.rlim_cur = min(needed, limit.rlim_max)
      if unsafe setrlimit(Int32(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return limit.rlim_cur >= needed ? connections : max(1, Int(limit.rlim_cur) - spare)
  }
}
