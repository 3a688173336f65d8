"""usage: run [--quick] [--json PATH] [--write] [GROUP ...]

Measures the groups named, or all: start, posts, edits, behaviour, connections, cores.
  --quick      each row once and briefly, to see that everything works
  --json PATH  where the results go (default: .build/bench/results.json)
  --write      writes docs/benchmarks.md of the results and of Benchmarks/notes.md
  --only-write the same with results that are there, without measuring
"""

import argparse
import datetime
import json
import os
import resource
import shlex
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

from bench import machine, report
from bench.bare import ROOT
from bench.effort import FULL, QUICK
from bench.groups import GROUPS
from bench.load import Wrk
from bench.run import Run

PAGE = ROOT / "docs/benchmarks.md"
NOTES = ROOT / "Benchmarks/notes.md"


def options():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description="Measures the mock; see docs/benchmarks.md.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)} (default: all)")
    parser.add_argument("--quick", action="store_true", help="each row once and briefly, to see that everything works")
    parser.add_argument("--json", type=Path, default=ROOT / ".build/bench/results.json", help="where the results go")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md of them")
    parser.add_argument("--only-write", action="store_true", help="do not measure; write the page of the results that are there")
    parser.add_argument("--mock", help="the program that is measured")
    chosen = parser.parse_args()
    if unknown := set(chosen.groups) - set(GROUPS):
        parser.error(f"there is no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    return chosen


def allow_files():
    """As many open files as this user may have, for 10,000 connections; servers started from here get the same."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def measured(chosen):
    """All results, as they go into the JSON."""
    begun, busy = time.monotonic(), machine.busy_share()
    with tempfile.TemporaryDirectory(prefix="image-edit-mock-bench-") as folder:
        os.chmod(folder, 0o755)
        run = Run(chosen.mock, QUICK if chosen.quick else FULL, Path(folder), Wrk(folder))
        groups = [group(run, name) for name in chosen.groups or GROUPS]
    return {
        "date": datetime.date.today().isoformat(),
        "command": shlex.join(["Benchmarks/run", *arguments()]),
        "quick": chosen.quick,
        "busy": busy,
        "minutes": (time.monotonic() - begun) / 60,
        "machine": machine.described(chosen.mock),
        "peers": machine.peer_versions(),
        "groups": groups,
    }


def arguments():
    """What was asked for, without the program's path, which is this machine's own."""
    return [text for text in sys.argv[1:] if not text.startswith("--mock=")]


def group(run, name):
    """A group that fails is said to have failed, and does not take the others with it."""
    print(f"measuring {name} …", file=sys.stderr, flush=True)
    try:
        return {"name": name, "failed": None, "tables": [report.as_value(table) for table in GROUPS[name](run)]}
    except Exception as error:
        traceback.print_exc()
        table = {"title": name, "text": "", "rows": [], "unmeasured": [{"what": "the whole group", "reason": repr(error)}]}
        return {"name": name, "failed": repr(error), "tables": [table]}


def main():
    chosen = options()
    allow_files()
    # Else the servers, which have sessions of their own, would outlive it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if not chosen.only_write:
        report.write(chosen.json, measured(chosen))
        print(f"results: {chosen.json}", file=sys.stderr)
    results = json.loads(chosen.json.read_text())
    page = report.page(results, NOTES.read_text())
    print(page)
    if chosen.write or chosen.only_write:
        PAGE.write_text(page)
    return 1 if any(group["failed"] for group in results["groups"]) else 0


sys.exit(main())
