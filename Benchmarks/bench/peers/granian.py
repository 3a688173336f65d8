"""Granian with orjson and pybase64: the fastest parsing mock that a few lines of Python make, its HTTP, JSON and base64 in Rust and C."""

from bench.peers.peer import APPS, CORES, JSONOnly, Peer, Way, tool


class Granian(JSONOnly, Peer):
    title = "Granian, orjson and pybase64"
    ways = (Way("Granian", "parses the JSON (orjson) and decodes the image's base64 (pybase64)", True),)
    package = "granian"

    def command(self, port, folder):
        return [
            tool("granian"), "--interface", "rsgi", "--host", "127.0.0.1", "--port", str(port), "--workers", str(CORES),
            "--log-level", "error", "--working-dir", str(APPS), "granian_app:application"]

    def environment(self):
        return {"ANSWERS": str(self.answers.folder)}
