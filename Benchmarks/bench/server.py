"""A server process with its children: started, asked, weighed, stopped."""

import http.client
import os
import signal
import socket
import subprocess
import time

TICK = os.sysconf("SC_CLK_TCK")


class Unmeasurable(Exception):
    """Why there is no figure."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A command in a session of its own, so that its children are found and stopped with it."""

    # A Java program on a busy machine takes several seconds.
    patience = 60
    # What a problem with it is raised as: a peer that fails has no figure, and the run goes on.
    failure = Unmeasurable

    def __init__(self, command, port, log, environment=None, cpus=None):
        self.port = port
        self.log = log
        self.begun = time.perf_counter()
        with open(log, "wb") as output:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                env={**os.environ, **(environment or {})},
                preexec_fn=(lambda: os.sched_setaffinity(0, cpus)) if cpus else None)

    def wait_for_answer(self, target):
        """Asks until the server answers with 200, and returns the seconds since it was started."""
        while True:
            self.check_running()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
                connection.request(target.method, target.path, target.body, target.headers)
                status = connection.getresponse().status
                connection.close()
                if status == 200:
                    return time.perf_counter() - self.begun
                # Some listen before they know their routes.
                problem = f"answers {status}"
            except (ConnectionError, http.client.HTTPException) as error:
                problem = error
            if time.perf_counter() - self.begun > self.patience:
                raise self.failure(f"no answer within {self.patience} s ({problem})")
            # A tighter loop would take a core from what is starting.
            time.sleep(0.001)

    def check_running(self):
        if self.process.poll() is not None:
            with open(self.log, errors="replace") as text:
                lines = text.read().strip().splitlines()
            raise self.failure(f"it ended with code {self.process.returncode}: {lines[-1] if lines else 'no word'}")

    def processes(self):
        """Ids of the session's processes."""
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and self.owns(int(name))]

    def owns(self, number):
        try:
            return os.getsid(number) == self.process.pid
        except ProcessLookupError:
            return False

    def cpu(self):
        """Seconds of processor time so far, of all processes that run."""
        ticks = 0
        for number in self.processes():
            with open(f"/proc/{number}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICK

    def memory(self):
        """Resident megabytes of all processes; what they share is counted once (PSS)."""
        return sum(megabytes(f"/proc/{number}/smaps_rollup", "Pss") for number in self.processes())

    def status(self, key):
        """A figure of the first process: VmRSS, VmHWM in megabytes."""
        return megabytes(f"/proc/{self.process.pid}/status", key)

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def stop(self):
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def megabytes(path, key):
    with open(path) as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith(key + ":"))
