"""The C program that times bare libraries: built here, and spoken to line by line."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ("libpng", "libjpeg", "libwebp", "libdeflate")


def compiler():
    """The one that builds the mock's C, where it is beside swift."""
    swift = shutil.which("swift")
    beside = Path(swift).resolve().with_name("clang") if swift else None
    return os.environ.get("CC") or (str(beside) if beside and beside.exists() else "cc")


def build(folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *LIBRARIES], capture_output=True, text=True, check=True).stdout.split()
    shims = ROOT / "Sources/CCodecs"
    sources = [*sorted((ROOT / "Benchmarks/bare").glob("*.c")), *sorted(shims.glob("*.c"))]
    program = folder / "bare"
    subprocess.run([compiler(), "-O2", f"-I{shims}/include", "-o", program, *sources, *flags], check=True)
    return program


class Bare:
    """A process with one input and one answer in memory."""

    def __init__(self, program, input_path, answer_path):
        self.process = subprocess.Popen([program, input_path, answer_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def milliseconds(self, task):
        """By the clock, and of the processor."""
        self.process.stdin.write(task + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the bare libraries failed at `{task}`")
        return tuple(int(text) / 1e6 for text in line.split()[:2])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
