internal import Glibc

/// From this size on a buffer is worth large pages, in bytes: below it, there are too few faults to save.
private let largeBufferSize = 4 << 20

/// So many zeros, in large pages where they are many.
///
/// Touching 32 MB for the first time in pages of 4 KiB takes some 20 ms, in pages of 2 MiB 5.
package func zeroedBuffer(_ count: Int) -> [UInt8] {
  guard count >= largeBufferSize else { return [UInt8](repeating: 0, count: count) }
  var buffer: [UInt8] = []
  reserveLarge(&buffer, count)
  buffer.append(contentsOf: repeatElement(0, count: count))
  return buffer
}

/// Makes room for so many bytes in an empty buffer, in large pages where they are many.
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
