#define _GNU_SOURCE
#include "system.h"

// glibc's <netinet/tcp.h> has a shorter struct tcp_info, and cannot stand beside this one.
#include <linux/tcp.h>
#include <malloc.h>
#include <netinet/in.h>
#include <poll.h>
#include <stddef.h>

int system_accept(int listener, struct sockaddr *peer, socklen_t *peer_length) {
  return accept4(listener, peer, peer_length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

int64_t system_acknowledged_bytes(int descriptor) {
  struct tcp_info info;
  socklen_t size = sizeof info;
  const size_t needed = offsetof(struct tcp_info, tcpi_bytes_acked) + sizeof info.tcpi_bytes_acked;
  return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && size >= needed ? (int64_t)info.tcpi_bytes_acked : -1;
}

enum system_peer_state system_peer_state(int descriptor) {
  struct pollfd entry = {.fd = descriptor, .events = POLLRDHUP};
  if (poll(&entry, 1, 0) <= 0)
    return system_peer_open;
  // A reset that follows an end of file is told by no read.
  return entry.revents & POLLERR ? system_peer_broken : system_peer_ended;
}

void system_set_heap_limits(int mapping_threshold, int heap_count) {
  mallopt(M_MMAP_THRESHOLD, mapping_threshold);
  mallopt(M_ARENA_MAX, heap_count);
  mallopt(M_TRIM_THRESHOLD, 2 * mapping_threshold);
}

void system_return_free_memory(void) { malloc_trim(0); }
