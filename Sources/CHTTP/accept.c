#define _GNU_SOURCE
#include "CHTTP.h"

int http_accept(int listener, struct sockaddr *peer, socklen_t *peer_length) {
  return accept4(listener, peer, peer_length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
