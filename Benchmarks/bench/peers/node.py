"""Node's own HTTP server: what a JavaScript developer writes without a framework."""

import shutil
import subprocess

from bench.peers.peer import APPS, CORES, JSONOnly, Peer, Way


class Node(JSONOnly, Peer):
    """A process a core (`cluster`)."""

    title = "Node"
    ways = (Way("Node", "parses the JSON and decodes the image's base64", True),)
    warm_up = 2
    slow, reset, refused = "/slow", "/reset", "/refused"

    @classmethod
    def missing(cls):
        return None if shutil.which("node") else "node is not installed (Debian: apt-get install nodejs)"

    @classmethod
    def version(cls):
        return subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip().lstrip("v")

    def command(self, port, folder):
        return ["node", str(APPS / "node_app.js"), str(port), str(self.answers.folder), str(CORES)]
