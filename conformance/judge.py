"""Judges what schemathesis has found: judge.py FOLDER EXPLAINED."""

import json
import pathlib
import sys

folder, explained = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def findings(name):
    """What a run has found, as `ST103 GET /models`; a run that could not be is itself a finding."""
    path = folder / f"{name}.json"
    if not path.exists():
        return {f"no report of {name}: see {folder / name}.log"}
    report = json.loads(path.read_text())
    found = {f"{failure['code']} {operation}" for failure in report["failures"] for operation in failure["operations"]}
    found |= {f"error: {error}" for error in report["errors"]}
    if not report["complete"] or not report["test_cases"]["generated"] or report["operations"]["tested"] < report["operations"]["selected"]:
        found.add(f"the run over {name} is not complete: {report['stop_reason']}")
    print(f"{name}: {report['test_cases']['generated']} requests, {report['operations']['tested']} operations, {len(found)} found")
    return found


lines = [line for line in explained.read_text().splitlines() if line and not line.startswith("#")]
known = {line.split(": ", 1)[0] for line in lines}
problems = [f"{name}: {finding}" for name in ("venice", "dgrid", "mock") for finding in sorted(findings(name))]
official = findings("official")
problems += [f"official: {finding} (explained nowhere; see {folder}/official.log)" for finding in sorted(official - known)]
problems += [f"official: {finding} was not found: {explained} explains what is not there" for finding in sorted(known - official)]
for problem in problems:
    print(problem)
print("conformance: " + ("failed" if problems else f"nothing found but the {len(known)} that are explained"))
sys.exit(1 if problems else 0)
