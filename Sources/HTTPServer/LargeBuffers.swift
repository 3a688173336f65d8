internal import CHTTP
internal import Support

/// Has buffers of 4 MiB and more go back to the system as soon as they are freed. Call it once, before the first large buffer.
///
/// By default glibc raises the size from which an allocation is a mapping of its own up to 32 MiB as large buffers come and go, and then
/// keeps them in its heaps; setting the size turns that off. Below it are the buffers of an ordinary edit, which are worth keeping: as
/// mappings their page faults took a fifth of a new edit's time. With four heaps each thread of a usual start has its own: with fewer they
/// wait for each other (15 % of the time of small requests), with more the smaller buffers leave more behind.
package func returnLargeBuffersToSystem() {
  // A heap besides the first reserves 64 MiB of addresses.
  http_set_heap_limits(4 << 20, MemoryLimit.isAddressSpaceShort ? 1 : 4)
}

/// Has what buffers below that size left free in the heaps go back, too: worth the while after many of them.
func returnFreeMemory() { http_return_free_memory() }
