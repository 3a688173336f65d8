"""A client of many connections at once, in one thread: when did each answer come?"""

import select
import socket
import time


def latenesses(port, count, delay, ramp, request):
    """Sends `count` requests, one a connection, evenly over `ramp` seconds, and reads every answer to its end.

    Returns by how many seconds each came later than `delay` after its request was sent. What never came is not called late: that raises.
    """
    sockets = {}
    for _ in range(count):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.setblocking(False)
        sockets[connection.fileno()] = connection
    poller = select.epoll()
    for number in sockets:
        poller.register(number, select.EPOLLIN)
    sent, late, waiting = {}, [], list(sockets)
    begun = time.perf_counter()
    while len(late) < count:
        now = time.perf_counter()
        if now - begun > delay + ramp + 30:
            raise TimeoutError(f"{count - len(late)} of {count} requests were not answered")
        due = count if ramp == 0 else min(count, int((now - begun) / ramp * count))
        while len(sent) < due:
            number = waiting[len(sent)]
            sockets[number].send(request)
            sent[number] = time.perf_counter()
        for number, _ in poller.poll(0.0005 if len(sent) < count else 1, 4096):
            came = time.perf_counter()
            answer = sockets[number].recv(65536)
            if not answer.startswith(b"HTTP/1.1 "):
                raise ConnectionError(f"a connection ended without an answer ({len(late)} of {count} had come)")
            late.append(came - sent[number] - delay)
            poller.unregister(number)
    for connection in sockets.values():
        connection.close()
    return sorted(late)
