"""What the figures were measured on, and with."""

import os
import platform
import re
import shutil
import subprocess
import time

from bench.bare import LIBRARIES, ROOT
from bench.peers.listed import ALL


def described(program):
    """Names and values, as they stand in the page."""
    return {
        "image-edit-mock": first_match([program, "--version"], r"(\S+)") + f", sources at commit {commit()}",
        "processor": processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{memory_in_gigabytes():.0f} GB",
        "system": f"{os_name()}, {platform.system()} {platform.release()}",
        "C libraries": ", ".join(f"{name} {library_version(name)}" for name in LIBRARIES),
        "wrk": first_match(["wrk", "-v"], r"wrk (\S+)"),
        "Python": platform.python_version(),
        "Java": first_match(["java", "-version"], r'version "([^"]+)"') if shutil.which("java") else "not installed",
    }


def peer_versions():
    """Of each peer: its name, its version or why it is missing, and what it does with a request."""
    return [peer_version(peer, peer.missing()) for peer in ALL]


def peer_version(peer, missing):
    return {"peer": peer.title, "version": None if missing else peer.version(), "missing": missing, "does": [way.does for way in peer.ways]}


def commit():
    """Of the sources; the program that is measured is usually theirs."""
    run = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
    return run.stdout.strip() or "unknown (no git)"


def processor():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())


def memory_in_gigabytes():
    with open("/proc/meminfo") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("MemTotal")) / 1048576


def os_name():
    return platform.freedesktop_os_release().get("PRETTY_NAME", "an unnamed system")


def library_version(name):
    return subprocess.run(["pkg-config", "--modversion", name], capture_output=True, text=True, check=True).stdout.strip()


def first_match(command, pattern):
    """These programs say their version anywhere, and exit as they like."""
    run = subprocess.run(command, capture_output=True, text=True)
    found = re.search(pattern, run.stdout + run.stderr)
    return found[1] if found else "of unknown version"


def busy_share(seconds=1):
    """The part of the processor time that others take while nothing is measured, 0 to 1."""
    before = cpu_times()
    time.sleep(seconds)
    passed = [after - earlier for after, earlier in zip(cpu_times(), before, strict=True)]
    idle = passed[3] + passed[4]
    return 1 - idle / sum(passed)


def cpu_times():
    """user, nice, system, idle, iowait, irq, softirq, steal; guest time is part of user's."""
    with open("/proc/stat") as file:
        return [int(value) for value in file.readline().split()[1:9]]
