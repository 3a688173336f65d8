"""FastAPI with Pydantic under uvicorn: the usual hand-written mock."""

import sys

from bench.peers.peer import APPS, CORES, Peer, Way


class FastAPI(Peer):
    """With a worker a core, uvloop and httptools: as fast as uvicorn goes."""

    title = "FastAPI, Pydantic and uvicorn"
    ways = (Way("FastAPI", "parses the JSON, validates two fields and decodes base64 with Pydantic; takes forms apart", True),)
    package = "fastapi"

    def command(self, port, folder):
        return [
            sys.executable, "-m", "uvicorn", "fastapi_app:app", "--app-dir", str(APPS), "--port", str(port), "--workers", str(CORES),
            "--log-level", "warning", "--no-access-log"]

    def environment(self):
        return {"ANSWERS": str(self.answers.folder)}
