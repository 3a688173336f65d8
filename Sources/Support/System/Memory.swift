internal import CSupport
internal import Glibc

/// How much memory the process may take.
package enum MemoryLimit {
  /// Bytes that one cache or queue may grow to: a quarter of the memory, and never more than 1 GiB.
  ///
  /// An eighth of an address space that is limited (`ulimit -v`), after what a start takes of it: there a body and what is made of it must fit
  /// beside each other, and running out ends the process.
  package static var share: Int {
    let limited = addressSpace.map { max(leastShare, ($0 - takenByStart) / 8) }
    return min(largestShare, memory / 4, limited ?? .max)
  }

  /// The largest `share`, in bytes.
  package static let largestShare = 1 << 30
  /// Bytes of code and of the threads' stacks.
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

  /// Reads a number that the kernel tells in a file. Not by `readFile`: these files say that they are empty.
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

/// From this size on a buffer is worth large pages, in bytes: below it, there are too few faults to save.
private let largeBufferSize = 4 << 20

/// Returns zeros, in large pages where they are many.
///
/// Touching 32 MB for the first time in pages of 4 KiB takes some 20 ms, in pages of 2 MiB 5.
package func zeroedBuffer(_ count: Int) -> [UInt8] {
  guard count >= largeBufferSize else { return [UInt8](repeating: 0, count: count) }
  var buffer: [UInt8] = []
  reserveLarge(&buffer, count)
  buffer.append(contentsOf: repeatElement(0, count: count))
  return buffer
}

/// Reserves memory for an empty buffer, in large pages where it is much.
package func reserveLarge(_ buffer: inout [UInt8], _ capacity: Int) {
  buffer.reserveCapacity(capacity)
  guard capacity >= largeBufferSize else { return }
  unsafe buffer.withUnsafeMutableBytes { bytes in
    guard let start = bytes.baseAddress else { return }
    // Whole large pages only, so that no neighbour of the buffer is advised on. It is advice: a system that does not take it loses nothing.
    let page = UInt(2 << 20)
    let first = (UInt(bitPattern: start) + page - 1) & ~(page - 1)
    let end = (UInt(bitPattern: start) + UInt(capacity)) & ~(page - 1)
    guard end > first, let address = unsafe UnsafeMutableRawPointer(bitPattern: first) else { return }
    _ = unsafe madvise(address, Int(end - first), MADV_HUGEPAGE)
  }
}

/// Returns buffers of 4 MiB and more to the system as soon as they are freed. To be called once, before the first large buffer.
///
/// By default glibc raises the size from which an allocation is a mapping of its own up to 32 MiB as large buffers come and go, and then
/// keeps them in its heaps; setting the size turns that off. Below it are the buffers of an ordinary edit, which are worth keeping: as
/// mappings their page faults took a fifth of a new edit's time. With four heaps each thread of a usual start has its own: with fewer they
/// wait for each other (15 % of the time of small requests), with more the smaller buffers leave more behind.
package func returnLargeBuffersToSystem() {
  // A heap besides the first reserves 64 MiB of addresses.
  system_set_heap_limits(4 << 20, MemoryLimit.isAddressSpaceShort ? 1 : 4)
}

/// Returns to the system what smaller buffers have left free in the heaps: worth the time after many of them.
package func returnFreeMemory() { system_return_free_memory() }
