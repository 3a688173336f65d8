"""What a group of rows is given to measure with."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.answers import Answers
from bench.effort import Effort
from bench.load import Wrk
from bench.mock import Mock


@dataclass(frozen=True)
class Run:
    program: str
    effort: Effort
    # For everything that is written meanwhile.
    folder: Path
    wrk: Wrk

    def mock(self, *options, cpus=None):
        return Mock(self.program, *options, cpus=cpus)

    def new_folder(self, name):
        """An empty folder that servers of other users can read, too: nginx's workers are such."""
        folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.folder))
        folder.chmod(0o755)
        return folder

    def answers(self, mock, *samples):
        return Answers(self.new_folder("answers"), mock, samples)
