"""10,000 requests that are each answered after 2 s, all of them waiting at once."""

import threading

from bench import delayed, samples
from bench.figures import LESS_THAN_THEIRS, Figure, Row, Table, compared, own_goal
from bench.mock import scenario
from bench.peers.aiohttp import AIOHTTP
from bench.peers.node import Node
from bench.peers.wiremock import WireMock
from bench.server import Unmeasurable

COUNT, DELAY, RAMP = 10_000, 2, 1.8
STEP = "{ validate: off, respond: { error: at-capacity }, delay: 2s }"


TEXT = f"""
{COUNT:,} requests, one a connection, sent evenly over {RAMP} s, each to be answered {DELAY} s after it was sent. Milliseconds by which
the last of 99 in 100 came late, as one client of one thread sees it; it takes a core. Peers delay in their own way: WireMock by
`fixedDelayMilliseconds` with asynchronous answers, aiohttp by `asyncio.sleep`, Node by `setTimeout`."""


def measure(run):
    table = Table("Delayed requests", TEXT)
    runs = [own_run(run, RAMP) for _ in range(run.effort.delayed_runs)]
    table.rows.append(Row(
        "late, 99 in 100", Figure.of([late for late, _, _ in runs], "ms"), goal=own_goal("under", 50, "ms"), remark="all answered"))
    table.rows.append(Row("peak memory", Figure.of([peak for _, peak, _ in runs], "MB"), goal=own_goal("under", 250, "MB")))
    table.rows.append(Row("threads more while they wait", Figure.of([more for _, _, more in runs]), goal=own_goal("at most", 0, "")))
    burst, _, _ = own_run(run, 0)
    table.rows.append(Row("late, 99 in 100, all sent at once", Figure.of([burst], "ms")))
    for peer in (WireMock, AIOHTTP, Node):
        add_peer(run, table, peer)
    return table


def request(path):
    body = b"{}"
    return (
        b"POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%s" % (path.encode(), len(body), body))


def lateness(port, path, ramp):
    """Milliseconds that 99 in 100 were late at most."""
    late = delayed.latenesses(port, COUNT, DELAY, ramp, request(path))
    return late[int(COUNT * 0.99)] * 1000


def own_run(run, ramp):
    """Lateness, peak megabytes, and how many threads more there were while all waited."""
    options = scenario(run.new_folder("slow"), "slow", [STEP])
    with run.mock(*options) as mock:
        # A first one, so that all threads there are have begun.
        delayed.latenesses(mock.port, 1, DELAY, 0, request(samples.VENICE))
        before, samples_taken = mock.threads(), []
        timer = threading.Timer(ramp + DELAY * 0.95, lambda: samples_taken.append(mock.threads()))
        timer.start()
        late = lateness(mock.port, samples.VENICE, ramp)
        timer.join()
        return late, mock.status("VmHWM"), samples_taken[0] - before


def add_peer(run, table, peer):
    if reason := peer.missing():
        return table.leave_out(peer.title, reason)
    ours, _, _ = own_run(run, RAMP)
    try:
        pair = ours, peer_run(run, peer)
        table.rows.append(compared("late, 99 in 100", [pair], "ms", peer.title, LESS_THAN_THEIRS))
    except (Unmeasurable, TimeoutError, OSError) as reason:
        table.leave_out(peer.title, reason)


def peer_run(run, peer):
    with run.mock() as mock:
        answers = run.answers(mock, samples.tiny())
    with peer(answers, run.new_folder("slow")) as server:
        server.start(peer.ways[0], samples.tiny())
        return lateness(server.port, peer.slow, RAMP)
