internal import Glibc

/// How much memory the process may have.
package enum MemoryLimit {
  /// Bytes that one thing which grows with what clients do may take: a quarter of the memory, and never more than 1 GiB.
  ///
  /// An eighth of an address space that is limited (`ulimit -v`), after what a start takes of it: there a body and what is made of it must fit
  /// beside each other, and running out ends the process.
  package static var share: Int {
    let limited = addressSpace.map { max(leastShare, ($0 - takenByStart) / 8) }
    return min(largestShare, memory / 4, limited ?? .max)
  }

  package static let largestShare = 1 << 30
  /// Code, and the threads' stacks.
  private static let takenByStart = 112 << 20
  /// An ordinary edit must be possible wherever a start is.
  private static let leastShare = 4 << 20

  /// Whether the address space is so small that what threads reserve of it counts.
  package static var isAddressSpaceShort: Bool { addressSpace.map { $0 < 2 << 30 } ?? false }

  /// Bytes by `ulimit -v`; nil: there is no limit.
  private static var addressSpace: Int? {
    var limit = rlimit()
    guard unsafe getrlimit(Int32(RLIMIT_AS.rawValue), &limit) == 0, limit.rlim_cur < rlim_t(Int.max) else { return nil }
    return Int(limit.rlim_cur)
  }

  /// Bytes of the machine, or of the container that the process is in.
  private static var memory: Int {
    let machine = max(1, sysconf(Int32(_SC_PHYS_PAGES))) * max(1, sysconf(Int32(_SC_PAGESIZE)))
    let ofContainer = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].compactMap(number)
    return min(machine, ofContainer.min() ?? machine)
  }

  /// Not by `readFile`: these files say that they are empty.
  private static func number(in path: String) -> Int? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { bytes in
      let count = unsafe read(descriptor, bytes.baseAddress, bytes.count)
      let digits = unsafe bytes.prefix(max(0, count)).prefix { $0 >= 0x30 && $0 <= 0x39 }
      return unsafe Int(String(decoding: digits, as: UTF8.self))
    }
  }
}
