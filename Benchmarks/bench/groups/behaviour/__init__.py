"""Requests that are delayed, faulted, journalled, or pass through a long scenario."""

from bench.groups.behaviour import delays, faults, journal, steps


def measure(run):
    return [delays.measure(run), faults.measure(run), *journal.measure(run), steps.measure(run)]
