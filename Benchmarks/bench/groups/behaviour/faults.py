"""Answers that go wrong on purpose."""

import socket
import time

from bench import samples
from bench.figures import MORE_THAN_THEIRS, Table, compared
from bench.mock import scenario
from bench.peers.node import Node
from bench.peers.wiremock import WireMock
from bench.server import Unmeasurable

REFUSAL = "{ respond: { error: rate-limited } }"
RESET = "{ fault: reset }"


TEXT = """
Refusals by a scenario (429 to the 2 kB post) with wrk as elsewhere; connections that are reset instead of answered, one after the other
by a client in Python, which takes most of that time. The mock has validated the request before."""


def measure(run):
    table = Table("Faulted requests", TEXT)
    add_plain(run, table)
    for peer in (WireMock, Node):
        add_peer(run, table, peer)
    return table


def faulty(run, step):
    return run.mock(*scenario(run.new_folder("fault"), "fault", [step]))


def add_plain(run, table):
    """What a scripted refusal costs beside an answer of the same mock."""
    target = samples.tiny().target
    with faulty(run, REFUSAL) as refusing, run.mock() as plain:
        run.wrk.rate(plain, target, 1)
        pairs = [
            (refusals(run, refusing, target), run.wrk.rate(plain, target, run.effort.close_seconds).per_second)
            for _ in range(run.effort.close_pairs)]
    table.rows.append(compared("429 by a scenario", pairs, "/s", "the mock, answering with a picture"))


def refusals(run, server, target):
    return run.wrk.rate(server, target, run.effort.peer_seconds, expected_status=429).per_second


def add_peer(run, table, peer):
    if reason := peer.missing():
        return table.leave_out(peer.title, reason)
    sample = samples.tiny()
    with run.mock() as mock:
        answers = run.answers(mock, sample)
    try:
        with peer(answers, run.new_folder("fault")) as server, faulty(run, REFUSAL) as refusing, faulty(run, RESET) as resetting:
            server.start(peer.ways[0], sample)
            their_refusal, their_reset = sample.at(peer.refused), sample.at(peer.reset)
            # Their programs get faster as they run.
            run.wrk.rate(server, their_refusal, peer.warm_up, expected_status=429)
            counts, seconds = range(run.effort.peer_pairs), run.effort.peer_seconds
            refused = [(refusals(run, refusing, sample.target), refusals(run, server, their_refusal)) for _ in counts]
            reset = [(resets(resetting, sample.target, seconds), resets(server, their_reset, seconds)) for _ in counts]
    except Unmeasurable as reason:
        return table.leave_out(peer.title, reason)
    table.rows.append(compared("429", refused, "/s", peer.title, MORE_THAN_THEIRS))
    table.rows.append(compared("connection reset", reset, "/s", peer.title, MORE_THAN_THEIRS))


def resets(server, target, seconds):
    """Connections a second that ended with a reset; one that ends in another way is no figure."""
    headers = "".join(f"{name}: {value}\r\n" for name, value in target.headers.items())
    head = f"{target.method} {target.path} HTTP/1.1\r\nHost: x\r\n{headers}Content-Length: {len(target.body)}\r\n\r\n"
    request = head.encode() + target.body
    begun, count = time.perf_counter(), 0
    while time.perf_counter() - begun < seconds:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(request)
            try:
                answer = connection.recv(65536)
            except ConnectionResetError:
                count += 1
            else:
                raise server.failure(f"it does not reset the connection, but sends {answer[:60]!r}")
    return count / (time.perf_counter() - begun)
