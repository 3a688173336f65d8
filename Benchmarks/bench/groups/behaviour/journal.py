"""The journal: what it costs a request, what it holds, and how long it takes to read."""

import threading
import time

from bench import samples
from bench.figures import LESS_THAN_THEIRS, Figure, Row, Table, compared, own_goal, ratio_goal
from bench.load import Target, answer_of
from bench.peers.wiremock import STUB, WireMock
from bench.server import Unmeasurable


def measure(run):
    return [costs(run), holding(run), reading(run)]


def costs(run):
    table = Table("Journalled requests", "The same edit again, with the journal and without one (`--journal-requests 0`).")
    with run.mock() as kept, run.mock("--journal-requests", "0") as plain:
        for sample in (samples.small(), samples.medium()):
            pairs = [
                tuple(run.wrk.rate(mock, sample.target, run.effort.close_seconds).per_second for mock in (kept, plain))
                for _ in range(run.effort.close_pairs)]
            table.rows.append(compared(sample.title, pairs, "/s", "without a journal", ratio_goal("at least", 0.9)))
    return table


def holding(run):
    """A long run of large posts, which somebody watches for its second half."""
    seconds = run.effort.journal_seconds
    what = samples.medium().title
    text = f"{what} for {seconds} s, and as long again while the newest 100 entries are read once a second."
    table = Table("The journal under load", text)
    with run.mock() as mock:
        alone = run.wrk.rate(mock, samples.medium().target, seconds).per_second
        watched, reads = watched_rate(run, mock, seconds)
        kept = mock.ask("/_mock/health")["journal"]
        peak = mock.status("VmHWM")
    table.rows.append(compared("posts while it is read", [(watched, alone)], "/s", "before"))
    table.rows.append(Row(
        "peak memory", Figure.of([peak], "MB"), goal=own_goal("under", 150, "MB"),
        remark=f"{kept['requests']:,} requests kept in {kept['bytes'] / 1048576:.0f} MiB"))
    table.rows.append(Row("a read under load", Figure.of(reads, "ms")))
    return table


def watched_rate(run, mock, seconds):
    done, reads = threading.Event(), []

    def watch():
        while not done.wait(1):
            reads.append(read_time(mock, Target("GET", "/_mock/requests?limit=100")))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        rate = run.wrk.rate(mock, samples.medium().target, seconds).per_second
    finally:
        done.set()
        watcher.join()
    return rate, reads


def read_time(server, target):
    """Milliseconds."""
    begun = time.perf_counter()
    answer_of(server, target)
    return (time.perf_counter() - begun) * 1000


def reading(run):
    """Both have 100 entries of 27 kB posts and more."""
    table = Table("Reading the journal", "The newest 100 entries as JSON after posts of 27 kB, nothing else going on.")
    if reason := WireMock.missing():
        table.leave_out(WireMock.title, reason)
        return table
    sample = samples.small()
    with run.mock() as mock:
        answers = run.answers(mock, sample)
        try:
            with WireMock(answers, run.new_folder("journal")) as server:
                server.start(STUB, sample)
                run.wrk.rate(server, server.target(STUB, sample), WireMock.warm_up)
                run.wrk.rate(mock, sample.target, 1)
                ours, theirs = Target("GET", "/_mock/requests?limit=100"), Target("GET", "/__admin/requests?limit=100")
                pairs = [(read_time(mock, ours), read_time(server, theirs)) for _ in range(run.effort.peer_pairs)]
                table.rows.append(compared("100 entries", pairs, "ms", WireMock.title, LESS_THAN_THEIRS))
        except Unmeasurable as reason:
            table.leave_out(WireMock.title, reason)
    return table
