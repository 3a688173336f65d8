"""The mock itself, on a free port."""

import json
import os
import subprocess
import time
import urllib.request

from bench.load import Target
from bench.server import Server

MODELS = Target("GET", "/api/v1/models?type=inpaint")


class Mock(Server):
    """Serves with the options given. Validation is as always: there is no way to switch it off for all requests."""

    # Nothing is a reason to leave the mock itself out.
    failure = RuntimeError

    def __init__(self, program, *options, cpus=None):
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--generated-dir", "none", "--log", "none", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=(lambda: os.sched_setaffinity(0, cpus)) if cpus else None)
        self.port = json.loads(self.process.stdout.readline())["port"]

    def check_running(self):
        if self.process.poll() is not None:
            raise self.failure(f"the mock ended with code {self.process.returncode}")

    def ask(self, path):
        """An answer of its own endpoints, as a value."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
            return json.load(answer)


def scenario(folder, name, steps):
    """Options for a scenario with those steps for all requests."""
    with open(f"{folder}/{name}.yaml", "w") as file:
        file.write(f"name: {name}\ndescription: A benchmark.\nsteps:\n" + "".join(f"  - {step}\n" for step in steps))
    return ["--scenarios", str(folder), "--scenario", name]
