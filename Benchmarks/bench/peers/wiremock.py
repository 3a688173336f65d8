"""WireMock: the jar that the `wiremock` package carries."""

import importlib.util
import json
import shutil
from pathlib import Path

from bench.peers.peer import Peer, Way

DELAY = 2

STUB = Way("WireMock", "answers by URL; reads the body and journals it", False, "/plain")
JSON_PATH = Way(
    "WireMock, JSONPath", "matches `$.prompt` and `$.image` by JSONPath: parses the JSON, does not decode the image", True, "/matched")


def jar():
    folder = Path(importlib.util.find_spec("wiremock").origin).parent / "server"
    return next(folder.glob("wiremock-standalone-*.jar"))


def stub(path, response, **more):
    return {"request": {"method": "POST", "url": path, **more}, "response": response}


class WireMock(Peer):
    """Its journal is bounded, since it has no bound of its own and keeps whole bodies. Delayed answers take no thread (`async`)."""

    title = "WireMock"
    ways = (STUB, JSON_PATH)
    package = "wiremock"
    warm_up = 4
    slow, reset, refused = "/slow", "/reset", "/refused"

    @classmethod
    def missing(cls):
        if shutil.which("java") is None:
            return "java is not installed (Debian: apt-get install default-jre-headless)"
        return super().missing()

    @classmethod
    def version(cls):
        return jar().stem.removeprefix("wiremock-standalone-")

    def command(self, port, folder):
        root = folder / "wiremock"
        (root / "mappings").mkdir(parents=True, exist_ok=True)
        if not (root / "__files").exists():
            (root / "__files").symlink_to(self.answers.folder)
        (root / "mappings" / "stubs.json").write_text(json.dumps({"mappings": self.stubs()}))
        return [
            "java", "-jar", str(jar()), "--port", str(port), "--bind-address", "127.0.0.1", "--root-dir", str(root), "--disable-banner",
            "--disable-request-logging", "--max-request-journal-entries", "100", "--async-response-enabled", "true",
            # Without this it drops connections when 10,000 come at once.
            "--jetty-accept-queue-size", "16384"]

    def stubs(self):
        patterns = [{"matchesJsonPath": {"expression": path, "matches": ".+"}} for path in ("$.prompt", "$.image")]
        stubs = [
            stub(self.slow, {"status": 200, "fixedDelayMilliseconds": DELAY * 1000, "body": "{}"}),
            stub(self.reset, {"fault": "CONNECTION_RESET_BY_PEER"}),
            stub(self.refused, {"status": 429, "headers": {"Retry-After": "1"}, "body": '{"error":"Rate limit exceeded"}'}),
        ]
        for sample in self.answers.samples.values():
            answer = {"status": 200, "bodyFileName": sample.name, "headers": {"Content-Type": "image/png"}}
            stubs.append(stub(f"{STUB.prefix}/{sample.shape}/{sample.name}", answer))
            if sample.shape == "json":
                stubs.append(stub(f"{JSON_PATH.prefix}/{sample.shape}/{sample.name}", answer, bodyPatterns=patterns))
        return stubs

    @classmethod
    def refuses(cls, way, sample):
        return "JSONPath is for JSON" if way is JSON_PATH and sample.shape != "json" else None
