"""Pact's mock server, in Rust, driven from Python: the consumer's side of contract tests."""

import importlib.metadata

from bench.peers.peer import JSONOnly, PythonApp, Way


class Pact(JSONOnly, PythonApp):
    title = "Pact"
    ways = (Way("Pact", "parses the JSON and matches types and a pattern of each field; does not decode the image", True),)
    package = "pact"
    app = "pact_app.py"

    @classmethod
    def version(cls):
        return importlib.metadata.version("pact-python")
