#include "CHTTP.h"

// glibc's <netinet/tcp.h> has a shorter struct tcp_info, and cannot stand beside this one.
#include <linux/tcp.h>
#include <netinet/in.h>
#include <stddef.h>

int64_t http_socket_acknowledged(int descriptor) {
  struct tcp_info info;
  socklen_t size = sizeof info;
  const size_t needed = offsetof(struct tcp_info, tcpi_bytes_acked) + sizeof info.tcpi_bytes_acked;
  return getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && size >= needed ? (int64_t)info.tcpi_bytes_acked : -1;
}
