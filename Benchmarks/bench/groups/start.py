"""From exec to the first answer, and the memory of a server that has answered once."""

from bench import samples
from bench.figures import LESS_THAN_THEIRS, Figure, Row, Table, compared, own_goal
from bench.mock import MODELS
from bench.peers.listed import ALL, LIMITS
from bench.server import Unmeasurable

TEXT = """
Milliseconds from exec to the end of the first answer: the mock's is its list of models, a peer's a file to the 2 kB post. A peer is
asked again and again until it answers, about once in a millisecond. Memory is what is resident then: all of the mock's pages, and of a
peer's processes together what they share counted once. nginx and libmicrohttpd
are in this table to compare with, and are no mocks."""


def measure(run):
    table = Table("Start and idle memory", TEXT)
    table.rows += own_rows(run)
    with run.mock() as mock:
        answers = run.answers(mock, samples.tiny())
    for peer in ALL:
        table.rows += peer_rows(run, table, peer, answers)
    return [table]


def own_start(run):
    """Milliseconds and megabytes."""
    with run.mock() as mock:
        return mock.wait_for_answer(MODELS) * 1000, mock.status("VmRSS")


def own_rows(run):
    times, sizes = zip(*(own_start(run) for _ in range(run.effort.starts)), strict=True)
    return [
        Row("exec to first answer", Figure.of(times, "ms"), goal=own_goal("under", 10, "ms")),
        Row("resident when idle", Figure.of(sizes, "MB"), goal=own_goal("under", 12, "MB")),
    ]


def peer_start(run, peer, answers):
    with peer(answers, run.new_folder("start")) as server:
        seconds = server.start(peer.ways[0], samples.tiny())
        return seconds * 1000, server.memory()


def peer_rows(run, table, peer, answers):
    if reason := peer.missing():
        table.leave_out(peer.title, reason)
        return []
    try:
        pairs = [(own_start(run), peer_start(run, peer, answers)) for _ in range(run.effort.peer_starts)]
    except Unmeasurable as reason:
        table.leave_out(peer.title, reason)
        return []
    goal = None if peer in LIMITS else LESS_THAN_THEIRS
    return [
        compared("exec to first answer", [(ours[0], theirs[0]) for ours, theirs in pairs], "ms", peer.title, goal),
        compared("resident when idle", [(ours[1], theirs[1]) for ours, theirs in pairs], "MB", peer.title, goal),
    ]
