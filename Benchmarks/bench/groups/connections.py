"""From one connection to ten thousand."""

from bench import samples
from bench.figures import MORE_THAN_THEIRS, Figure, Row, Table, compared
from bench.load import failures, rate_pairs
from bench.peers import nginx
from bench.peers.granian import Granian
from bench.peers.listed import Nginx
from bench.peers.node import Node
from bench.server import Unmeasurable

TEXT = """
The 2 kB post again, over so many kept connections at once, each with one request at a time. nginx sends a file as large to the same
post; of the peers, two are here that are made for many connections. Memory is the mock's while they are open, and includes what it
keeps in its caches and its journal."""


class WideNginx(Nginx):
    connections = 20_000


def measure(run):
    table = Table("Connections", TEXT)
    for count in run.effort.connection_counts:
        for peer in (WideNginx, Granian, Node):
            add(run, table, count, peer)
        add_memory(run, table, count)
    return [table]


def add(run, table, count, peer):
    title = named(count)
    way = nginx.STATIC if peer is WideNginx else peer.ways[0]
    if reason := peer.missing():
        return table.leave_out(f"{title}: {way.name}", reason)
    sample = samples.tiny()
    try:
        with run.mock() as mock, peer(run.answers(mock, sample), run.new_folder("connections")) as server:
            server.start(way, sample)
            target = server.target(way, sample)
            run.wrk.rate(server, target, 1)
            pairs = rate_pairs(run.wrk, mock, sample.target, server, target, run.effort.peer_pairs, seconds(run, count), count)
        table.rows.append(compared(
            title, [(ours.per_second, theirs.per_second) for ours, theirs in pairs], "/s", way.name,
            None if peer is WideNginx else MORE_THAN_THEIRS, remark=failures(pairs)))
    except Unmeasurable as reason:
        table.leave_out(f"{title}: {way.name}", reason)


def named(count):
    return "1 connection" if count == 1 else f"{count:,} connections"


def seconds(run, count):
    """Opening the connections is part of wrk's time."""
    return run.effort.peer_seconds + count // 2500


def add_memory(run, table, count):
    with run.mock() as mock:
        run.wrk.rate(mock, samples.tiny().target, seconds(run, count), count)
        table.rows.append(Row(f"{named(count)}, peak memory", Figure.of([mock.status("VmHWM")], "MB")))
