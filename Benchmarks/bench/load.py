"""Sending requests: many at once with wrk, or one after the other over one kept connection."""

import hashlib
import http.client
import re
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Target:
    """A request, to be sent again and again."""

    method: str
    path: str
    body: bytes = b""
    headers: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Rate:
    """What a run of wrk came to."""

    per_second: float
    # Seconds of the server's processor time.
    cpu: float
    errors: int


def post_once(connection, target):
    """Sends a request over a kept connection and reads the answer: seconds, status, body."""
    begun = time.perf_counter()
    connection.request(target.method, target.path, target.body, target.headers)
    answer = connection.getresponse()
    body = answer.read()
    return time.perf_counter() - begun, answer.status, body


def answer_of(server, target, timeout=60):
    """The answer to one request, which must be 200."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=timeout)
    try:
        _, status, body = post_once(connection, target)
    except TimeoutError:
        raise server.failure(f"no answer within {timeout} s") from None
    except (OSError, http.client.HTTPException) as error:
        raise server.failure(f"no answer: {error!r}") from error
    finally:
        connection.close()
    if status != 200:
        raise server.failure(f"it answers {status}: {body[:200].decode(errors='replace')}")
    return body


class Wrk:
    """wrk with one thread, which takes a core of the machine that it shares with the server."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def rate(self, server, target, seconds, connections=16, expected_status=200, cpus=None):
        """Requests a second, answered as expected. The rate of refusals is none: that raises."""
        command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s", self.script(target)]
        if cpus:
            command = ["taskset", "-c", ",".join(map(str, cpus)), *command]
        before = server.cpu()
        try:
            text = self.run([*command, f"http://127.0.0.1:{server.port}{target.path}"], seconds + 120)
            used = server.cpu() - before
            server.check_running()
            return self.read(text, used, expected_status)
        except (ValueError, subprocess.TimeoutExpired) as problem:
            raise server.failure(problem) from problem

    @staticmethod
    def run(command, patience):
        run = subprocess.run(command, capture_output=True, text=True, timeout=patience)
        return run.stdout + run.stderr

    @staticmethod
    def read(text, used, expected_status):
        """Only a run in which everything was answered as expected is a figure."""
        done = re.search(r"(\d+) requests in", text)
        rate = re.search(r"Requests/sec:\s*([\d.]+)", text)
        if not done or not rate or int(done[1]) == 0:
            raise ValueError(f"nothing was answered; wrk says: {text.strip()[-200:]}")
        others = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
        unexpected = int(others[1]) if others else 0
        if expected_status != 200:
            unexpected = int(done[1]) - unexpected
        if unexpected:
            raise ValueError(f"{unexpected} of {done[1]} answers had another status than {expected_status}")
        errors = re.search(r"Socket errors: (.*)", text)
        return Rate(float(rate[1]), used / int(done[1]), sum(map(int, re.findall(r"\d+", errors[1]))) if errors else 0)

    def script(self, target):
        """A script that sends the target; its body is a file beside it."""
        name = hashlib.sha256(f"{target.method} {target.path} {target.headers}".encode() + target.body).hexdigest()[:16]
        path = self.folder / f"{name}.lua"
        if not path.exists():
            (self.folder / f"{name}.body").write_bytes(target.body)
            lines = [f'wrk.method = "{target.method}"']
            if target.body:
                lines += [f'local file = io.open("{self.folder}/{name}.body", "rb")', 'wrk.body = file:read("*a")']
            lines += [f'wrk.headers["{key}"] = "{value}"' for key, value in target.headers.items()]
            path.write_text("\n".join(lines) + "\n")
        return str(path)


def rate_pairs(wrk, ours, our_target, theirs, their_target, count, seconds, connections=16):
    """Pairs of runs against the two servers, one after the other."""
    return [
        (wrk.rate(ours, our_target, seconds, connections), wrk.rate(theirs, their_target, seconds, connections))
        for _ in range(count)
    ]


def failures(pairs):
    """Connections that failed in pairs of rates, in words; none needs no word."""
    ours, theirs = sum(pair[0].errors for pair in pairs), sum(pair[1].errors for pair in pairs)
    return f"connections that failed: ours {ours}, theirs {theirs}" if ours or theirs else ""
