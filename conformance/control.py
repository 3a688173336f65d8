"""What no schema says of the control API: which parts of a scenario go together, and which patterns a request can fit at all."""

import json
import pathlib
import zlib

import yaml

SCENARIOS = [yaml.safe_load(path.read_text()) for path in sorted(pathlib.Path(__file__).parent.parent.glob("scenarios/*.yaml"))]


def scenario(body):
    """A shipped one under the body's name: steps that were drawn by lot leave each other nothing, or undo each other."""
    lot = zlib.crc32(json.dumps(body).encode()) % len(SCENARIOS)
    kept = {key: value for key, value in body.items() if key in ("name", "description", "seed")}
    if type(kept.get("seed")) is float:
        # JSON has whole numbers with a point, too; a seed is digits, for no fraction is exact to its last ones.
        kept["seed"] = int(kept["seed"])
    return {**SCENARIOS[lot], **kept}


def possible(name, pattern):
    """A pattern that some request fits: ranges do not run backwards, paths begin with a slash, and a text is no broken regular expression."""
    if isinstance(pattern, dict):
        # The names of headers have no case: two of them could contradict each other.
        return {key.lower() if name == "header" else key: possible(key, value) for key, value in pattern.items()}
    if isinstance(pattern, list):
        return [possible(name, one) for one in pattern]
    if name in ("width", "height", "bytes", "nth"):
        return pattern if type(pattern) is int and pattern > 0 else ">= 1"
    if name in ("method", "path"):
        pattern = str(pattern)
    if isinstance(pattern, str):
        pattern = pattern.replace("/", "_").replace(";", "_")
    return f"/{pattern}" if name == "path" else pattern


def expectation(asked):
    asked = {**asked, "when": possible("when", asked["when"])}
    return {**asked, "at-least": 0} if "at-least" in asked and "at-most" in asked else asked


def fit(case):
    """Puts right what is meant to be right and cannot be by the document alone."""
    operation = f"{case.method} {case.operation.path}"
    if operation == "POST /_mock/scenarios":
        case.body = scenario(case.body)
    if operation == "POST /_mock/verify":
        case.body = {**case.body, "expect": [expectation(asked) for asked in case.body["expect"]]}
        # Who asks for 400 or 500 gets it, which looks like a refusal or a breakdown.
        if "status" in (case.query or {}):
            case.query = {**case.query, "status": 409}
