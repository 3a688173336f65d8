"""What a second core is worth."""

import os

from bench import samples
from bench.figures import Figure, Table, compared
from bench.peers import nginx
from bench.peers.listed import Nginx
from bench.server import Unmeasurable

TEXT = """
The server is bound to so many cores, and wrk to the others while there are others; with all of them wrk takes its share from the
server, so the rate of two cores cannot be double that of one: processor time a request says whether more cores make a request dearer.
nginx has a worker for each of the machine's cores in all rows."""


def measure(run):
    cores = sorted(os.sched_getaffinity(0))
    table = Table("Scaling with cores", TEXT)
    if len(cores) < 2:
        table.leave_out("more than one core", "this machine has one")
    for count in counts(len(cores)):
        for sample, way in ((samples.tiny(), nginx.STATIC), (samples.medium(), nginx.WHOLE)):
            add(run, table, cores, count, sample, way)
    return [table]


def counts(cores):
    """1, 2, 4, … and all."""
    return sorted({1 << power for power in range(cores.bit_length()) if 1 << power <= cores} | {cores})


def add(run, table, cores, count, sample, way):
    title = f"{sample.title}, {count} core{'s' if count > 1 else ''}"
    if reason := Nginx.missing():
        return table.leave_out(title, reason)
    server_cpus, load_cpus = cores[:count], cores[count:] or cores
    try:
        with run.mock(cpus=server_cpus) as mock, Nginx(run.answers(mock, sample), run.new_folder("cores"), cpus=server_cpus) as server:
            server.start(way, sample)
            target = server.target(way, sample)
            asked, seconds = ((mock, sample.target), (server, target)), run.effort.close_seconds
            pairs = [
                tuple(run.wrk.rate(one, what, seconds, cpus=load_cpus) for one, what in asked)
                for _ in range(run.effort.peer_pairs)]
    except Unmeasurable as reason:
        return table.leave_out(title, reason)
    cpu = tuple(Figure.of([pair[side].cpu for pair in pairs]).median for side in (0, 1))
    table.rows.append(compared(title, [(ours.per_second, theirs.per_second) for ours, theirs in pairs], "/s", way.name, cpu=cpu))
