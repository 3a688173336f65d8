"""The mock as a process: where it listens, and what it holds of the system."""

import json
import os
import signal
import subprocess
import threading


class Mock:
    """A mock that reads its scenarios from a folder, and says everything it has to say into `log`."""

    def __init__(self, program, scenarios):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--generated-dir", "none", "--log", "none", "--scenarios", scenarios],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        ready = self.process.stdout.readline()
        if not ready:
            raise SystemExit(f"soak: the mock does not start: {self.process.stderr.read()}")
        self.port = json.loads(ready)["port"]
        self.log = []
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.is_running():
            self.process.kill()

    def _listen(self):
        for line in self.process.stderr:
            self.log.append(line)
            # Only what is said of trouble is of interest, and a run of an hour must not keep all of it.
            del self.log[:-1000]

    def resident(self):
        """Bytes in memory."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def threads(self):
        return len(os.listdir(f"/proc/{self.process.pid}/task"))

    def is_running(self):
        return self.process.poll() is None

    def stop(self):
        """Ends it as its users do; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=60)
