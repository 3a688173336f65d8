#ifndef SYSTEM_H
#define SYSTEM_H

// What Swift's Glibc module leaves out of Linux and glibc.

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

/// Takes a connection in: a socket that does not block and is not inherited (accept4), or -1 with `errno`.
int system_accept(int listener, struct sockaddr *peer, socklen_t *peer_length);

/// Returns how many bytes the other side of a TCP socket has acknowledged so far (TCP_INFO), or -1 where the system does not tell.
int64_t system_acknowledged_bytes(int descriptor);

/// What is known of the other side of a connection.
enum system_peer_state {
  system_peer_open,
  /// It sends nothing more; whether it still reads shows when something is sent.
  system_peer_ended,
  /// It has reset the connection, or closed it before it had all that was sent.
  system_peer_broken,
} __attribute__((enum_extensibility(closed)));

/// Looks at the socket and takes nothing from it.
enum system_peer_state system_peer_state(int descriptor);

/// Sets from which size on an allocation is a mapping of its own, how many heaps threads share, and lets each heap keep twice that size
/// free at its end (mallopt, glibc).
void system_set_heap_limits(int mapping_threshold, int heap_count);

/// Gives the system back what lies free in all heaps (malloc_trim, glibc).
void system_return_free_memory(void);

#endif
