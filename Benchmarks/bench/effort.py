"""How often and how long things are measured."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """Counts of pairs, and seconds of load for each half of a pair."""

    quick: bool
    # Against nginx and ourselves, where ratios are near 1; and against peers, where they are far from it.
    close_pairs: int
    close_seconds: int
    peer_pairs: int
    peer_seconds: int
    starts: int
    peer_starts: int
    large_posts: int
    edits: int
    # At 2K and 4K, where one takes most of a second.
    large_edits: int
    delayed_runs: int
    journal_seconds: int
    connection_counts: tuple


FULL = Effort(
    quick=False, close_pairs=5, close_seconds=2, peer_pairs=3, peer_seconds=1, starts=21, peer_starts=3, large_posts=7,
    edits=11, large_edits=5, delayed_runs=3, journal_seconds=20, connection_counts=(1, 10, 100, 1000, 10_000))

# Enough to see that everything runs; its figures mean nothing.
QUICK = Effort(
    quick=True, close_pairs=1, close_seconds=1, peer_pairs=1, peer_seconds=1, starts=1, peer_starts=1, large_posts=1,
    edits=1, large_edits=1, delayed_runs=1, journal_seconds=3, connection_counts=(1, 100, 10_000))
