"""What a peer is: how it is started, and what it does with a request."""

import importlib.metadata
import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.server import Server, free_port

APPS = Path(__file__).resolve().parents[2] / "apps"
CORES = len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Way:
    """One of the ways in which a peer can answer: what it does with the body, in words, and whether it parses it."""

    name: str
    does: str
    parses: bool
    prefix: str = ""
    method: str = "POST"


class Peer(Server):
    """A server that answers `POST /SHAPE/NAME` with the file NAME; SHAPE is json or form.

    Subclasses say their `title`, the `ways` they are measured in, the `package` that they are made of, and their command.
    """

    title = ""
    ways = ()
    package = ""
    # Seconds of load before the first figure; virtual machines compile what they have seen often.
    warm_up = 1

    def __init__(self, answers, folder, cpus=None):
        self.answers = answers
        port = free_port()
        super().__init__(self.command(port, folder), port, folder / f"{type(self).__name__}.log", self.environment(), cpus)

    @classmethod
    def missing(cls):
        """Why it cannot be started here; None when it can."""
        if importlib.util.find_spec(cls.package) is None:
            return f"the Python package {cls.package} is not installed (see the warning of Benchmarks/run)"
        return None

    @classmethod
    def version(cls):
        return importlib.metadata.version(cls.package)

    def command(self, port, folder):
        raise NotImplementedError

    def environment(self):
        return {}

    def start(self, way, sample):
        """Waits until it answers, and returns the seconds from its start to then."""
        return self.wait_for_answer(self.target(way, sample))

    def target(self, way, sample):
        """The sample as this peer takes it."""
        return sample.at(f"{way.prefix}/{sample.shape}/{sample.name}")

    @classmethod
    def refuses(cls, way, sample):
        """Why this sample is not sent to it; None when it is."""
        return None


class PythonApp(Peer):
    """A program of `apps`, started as `python apps/NAME.py PORT FOLDER`."""

    app = ""

    def command(self, port, folder):
        return [sys.executable, str(APPS / self.app), str(port), str(self.answers.folder)]


class JSONOnly:
    """For peers whose few lines take JSON and nothing else."""

    @classmethod
    def refuses(cls, way, sample):
        return None if sample.shape == "json" else "its program takes JSON only"


def tool(name):
    """The path of a script that a package has brought into this environment."""
    return str(Path(sys.executable).parent / name)
