"""Groups of rows, one a file. Each has `measure(run)`, which gives its tables."""

from bench.groups import behaviour, connections, cores, edits, posts, start

GROUPS = {
    "start": start.measure,
    "posts": posts.measure,
    "edits": edits.measure,
    "behaviour": behaviour.measure,
    "connections": connections.measure,
    "cores": cores.measure,
}
