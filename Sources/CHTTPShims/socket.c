#include "CHTTPShims.h"

// glibc's <netinet/tcp.h> has a shorter struct tcp_info, and cannot stand beside this one.
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stddef.h>

/// Bytes that are dropped at most, so that a client that sends without end is not listened to without end.
enum { drain_step = 1 << 20, drain_steps = 16 };

int64_t http_socket_acknowledged(int descriptor) {
  struct tcp_info info;
  socklen_t size = sizeof info;
  const size_t needed = offsetof(struct tcp_info, tcpi_bytes_acked) + sizeof info.tcpi_bytes_acked;
  return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && size >= needed ? (int64_t)info.tcpi_bytes_acked : -1;
}

void http_socket_drain(int descriptor) {
  // With MSG_TRUNC, TCP drops the bytes instead of copying them.
  for (int step = 0; step < drain_steps; step++)
    if (recv(descriptor, NULL, drain_step, MSG_TRUNC | MSG_DONTWAIT) <= 0)
      return;
}
