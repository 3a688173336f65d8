"""libmicrohttpd with nothing around it: no mock, but what the mock stands on."""

import subprocess

from bench.bare import compiler
from bench.peers.peer import APPS, CORES, Peer, Way

BARE = Way("libmicrohttpd, bare", "takes the body in whole and looks at none of it, then sends a file from memory", False)


class MicroHTTPD(Peer):
    """With the mock's own options: an epoll thread a core, 64 KiB a connection."""

    title = "libmicrohttpd, bare"
    ways = (BARE,)

    @classmethod
    def missing(cls):
        return None

    @classmethod
    def version(cls):
        return subprocess.run(["pkg-config", "--modversion", "libmicrohttpd"], capture_output=True, text=True, check=True).stdout.strip()

    def command(self, port, folder):
        program = folder / "microhttpd"
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libmicrohttpd"], capture_output=True, text=True, check=True).stdout.split()
        subprocess.run([compiler(), "-O2", "-std=c2x", "-o", program, APPS / "microhttpd_app.c", *flags, "-pthread"], check=True)
        return [str(program), str(port), str(self.answers.folder), str(max(2, CORES))]
