"""The same request again and again: against nginx as the limit, and against other mocks.

The mock parses and validates each in full; a peer does what its row says.
"""

import http.client

from bench import samples
from bench.figures import LESS_THAN_THEIRS, MORE_THAN_THEIRS, Figure, Row, Table, compared, own_goal, ratio_goal
from bench.load import answer_of, failures, post_once, rate_pairs
from bench.peers import microhttpd, nginx
from bench.peers.listed import LIMITS, PEERS, MicroHTTPD, Nginx
from bench.server import Unmeasurable

LOAD = """
Answers a second, sent by wrk with one thread and 16 connections, which takes a core of the machine for itself; so the processor time
that the server needs for a request stands beside the ratio."""

PARSES = "parses the body"

SMALL_EDITS = f"""
{LOAD} nginx sends a file as large as our answer: to a GET, and to the very POST that we get (`error_page 405 =200 $uri`: nginx refuses
to POST to a file, so the file is the page of that refusal, and the body is discarded). Beside that, libmicrohttpd as the mock uses it,
with nothing around it: its own ratio to nginx is the most that the mock could have."""

LARGE_POSTS = """
Milliseconds from the first byte of the request to the last one of the answer, over one kept connection. `again` is a post that was
there before: taken in, parsed and validated, its picture drawn already; `new` has a prompt of its own, so that the image is decoded,
drawn and encoded, too. nginx's discarding does not wait for the last few megabytes: it answers while they are still in the socket's
buffers."""


def measure(run):
    with run.mock() as mock:
        return [
            small_edits(run, mock),
            rates(run, mock, samples.tiny()),
            medium_posts(run, mock),
            rates(run, mock, samples.form(), (Nginx, nginx.WHOLE), (MicroHTTPD, microhttpd.BARE)),
            large_posts(run, mock),
        ]


def small_edits(run, mock):
    """The limit of what a server can do with a small request."""
    table = Table("Repeated small edits", SMALL_EDITS)
    for sample in (samples.tiny(), samples.small(), samples.tiny_form()):
        table.text += f" {sample.title}: {sizes(mock, sample)}"
        for way in (nginx.GET, nginx.STATIC):
            add_rates(run, table, mock, Nginx, way, sample, ratio_goal("at least", 0.6), sample.title)
        add_rates(run, table, mock, MicroHTTPD, microhttpd.BARE, sample, None, sample.title)
    return table


def medium_posts(run, mock):
    table = rates(run, mock, samples.medium(), (Nginx, nginx.WHOLE), (MicroHTTPD, microhttpd.BARE))
    parsing = [row for row in table.rows if row.remark.startswith(PARSES)]
    if parsing:
        fastest = max(parsing, key=lambda row: row.theirs.median)
        name, rate = fastest.against.split(":")[0], fastest.theirs.median
        table.text += f" The fastest of the peers that parse the JSON is {name} with {rate:,.0f} a second."
    target, effort = samples.medium().target, run.effort
    alone = [run.wrk.rate(mock, target, effort.close_seconds).per_second for _ in range(effort.close_pairs)]
    table.rows.insert(0, Row("answers, validated", Figure.of(alone, "/s"), goal=own_goal("over", 2000, "/s")))
    return table


def rates(run, mock, sample, *limits):
    """One sample against limits, each with its way, and everything else."""
    table = Table(f"The same post again: {sample.title}", f"{sizes(mock, sample)} {LOAD}")
    for limit, way in limits:
        add_rates(run, table, mock, limit, way, sample, None)
    for peer in PEERS:
        for way in peer.ways:
            add_rates(run, table, mock, peer, way, sample, MORE_THAN_THEIRS)
    return table


def sizes(mock, sample):
    return f"{len(sample.target.body):,} B in, {len(answer_of(mock, sample.target)):,} B out."


def add_rates(run, table, mock, peer, way, sample, goal, what="answers"):
    close = peer in LIMITS
    count = run.effort.close_pairs if close else run.effort.peer_pairs
    seconds = run.effort.close_seconds if close else run.effort.peer_seconds

    def pairs(server, target):
        run.wrk.rate(server, target, 1 if run.effort.quick else peer.warm_up)
        return rate_pairs(run.wrk, mock, sample.target, server, target, count, seconds)

    with_peer(run, table, mock, peer, way, sample, lambda measured: rate_row(what, way, measured, goal), pairs)


def rate_row(what, way, pairs, goal):
    cpu = tuple(Figure.of([pair[side].cpu for pair in pairs]).median for side in (0, 1))
    rates = [(ours.per_second, theirs.per_second) for ours, theirs in pairs]
    remark = "; ".join(filter(None, [PARSES if way.parses else "", failures(pairs)]))
    return compared(what, rates, "/s", described(way), goal, cpu, remark)


def described(way):
    return f"{way.name}: {way.does}"


def with_peer(run, table, mock, peer, way, sample, row, pairs):
    """Starts the peer with this sample's answer, checks that it gives it, measures; what fails is listed in the table."""
    if reason := peer.missing() or peer.refuses(way, sample):
        return table.leave_out(way.name, reason)
    answers = run.answers(mock, sample)
    try:
        with peer(answers, run.new_folder("peer")) as server:
            server.start(way, sample)
            target = server.target(way, sample)
            check_size(answer_of(server, target), answers.bodies[sample.name], way)
            table.rows.append(row(pairs(server, target)))
    except Unmeasurable as reason:
        table.leave_out(way.name, reason)


def check_size(body, expected, way):
    if len(body) != len(expected) and way is not nginx.DISCARD:
        raise Unmeasurable(f"its answer has {len(body):,} B instead of {len(expected):,}")


def large_posts(run, mock):
    """One at a time: what counts is how long a client waits."""
    sample = samples.large()
    table = Table(f"One post: {sample.title}", f"{sizes(mock, sample)} {LARGE_POSTS}")
    add_times(run, table, mock, Nginx, nginx.DISCARD, sample, ratio_goal("at most", 2), "again")
    add_times(run, table, mock, Nginx, nginx.DISCARD, sample, ratio_goal("at most", 2), "new")
    add_times(run, table, mock, Nginx, nginx.WHOLE, sample, None, "again")
    add_times(run, table, mock, MicroHTTPD, microhttpd.BARE, sample, None, "again")
    for peer in PEERS:
        for way in peer.ways:
            add_times(run, table, mock, peer, way, sample, LESS_THAN_THEIRS, "again")
    return table


def add_times(run, table, mock, peer, way, sample, goal, which):
    count = run.effort.large_posts if peer in LIMITS else run.effort.peer_pairs

    def pairs(server, target):
        ours = http.client.HTTPConnection("127.0.0.1", mock.port, timeout=60)
        theirs = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        post_once(ours, sample.target)
        own_targets = [new_large(index) if which == "new" else sample.target for index in range(count)]
        return [(milliseconds(mock, ours, own), milliseconds(server, theirs, target)) for own in own_targets]

    def row(measured):
        return compared(which, measured, "ms", described(way), goal)

    with_peer(run, table, mock, peer, way, sample, row, pairs)


def new_large(index):
    """The same image with a prompt that was not there before."""
    return samples.json_target(f"Make it snow {index}", samples.largest_image())


def milliseconds(server, connection, target):
    try:
        seconds, status, body = post_once(connection, target)
    except (OSError, http.client.HTTPException) as error:
        raise server.failure(f"no answer: {error!r}") from error
    if status != 200:
        raise server.failure(f"it answers {status}: {body[:200].decode(errors='replace')}")
    return seconds * 1000
