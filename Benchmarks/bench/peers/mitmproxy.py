"""mitmproxy with a script that answers: the usual way to mock what a program says through a proxy."""

from bench.peers.peer import APPS, Peer, Way, tool


class Mitmproxy(Peer):
    title = "mitmproxy"
    ways = (Way("mitmproxy", "answers by path; takes the body in and does not look at it", False),)
    package = "mitmproxy"

    def command(self, port, folder):
        # It insists on an upstream; lazily it never connects to it.
        return [
            tool("mitmdump"), "--quiet", "--mode", "reverse:http://127.0.0.1:9", "--set", "connection_strategy=lazy",
            "--set", f"confdir={folder}/mitmproxy", "--listen-host", "127.0.0.1", "--listen-port", str(port),
            "--scripts", str(APPS / "mitmproxy_script.py")]

    def environment(self):
        return {"ANSWERS": str(self.answers.folder)}
