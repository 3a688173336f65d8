"""nginx: no mock, but the limit of what a server on this machine can do."""

import re
import shutil
import subprocess

from bench.peers.peer import CORES, Peer, Way

GET = Way("nginx static, GET", "sends a file; there is no body", False, "/static", "GET")
STATIC = Way("nginx static", "sends a file, and discards the body meanwhile", False, "/static")
DISCARD = Way("nginx, discarding", "discards the body (`return 200`), and answers 2 bytes", False, "/discard")
WHOLE = Way("nginx, whole body", "takes the body in whole, then sends a file", False, "/whole")


class Nginx(Peer):
    """A POST to a file is 405 in nginx, and the page of that error is the file itself, with 200: a GET inside, which discards the body.

    `mirror` is what makes nginx wait for the whole body before it answers; its subrequest ends at once.
    """

    title = "nginx"
    ways = (STATIC,)
    package = "nginx"
    # Each takes memory from the start.
    connections = 1024

    @classmethod
    def missing(cls):
        return None if shutil.which("nginx") else "nginx is not installed (Debian: apt-get install nginx-light)"

    @classmethod
    def version(cls):
        text = subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr
        return re.search(r"nginx/(\S+)", text)[1]

    def command(self, port, folder):
        root = self.answers.folder
        routes = "".join(
            f"location /static/{shape}/ {{ alias {root}/; error_page 405 =200 $uri; }}\n"
            f"location /whole/{shape}/ {{ alias {root}/; error_page 405 =200 $uri; mirror /mirrored; }}\n"
            for shape in ("json", "form"))
        temporary = " ".join(f"{kind}_temp_path {folder}/nginx-{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        configuration = folder / "nginx.conf"
        configuration.write_text(
            f"worker_processes {CORES}; pid {folder}/nginx.pid; daemon off;\n"
            f"events {{ worker_connections {self.connections}; }}\n"
            "http { access_log off; sendfile on; keepalive_requests 100000000; open_file_cache max=10; default_type image/png;\n"
            "client_max_body_size 0; client_body_buffer_size 64m;\n"
            f"{temporary}\n"
            f"server {{ listen 127.0.0.1:{port}; {routes}\n"
            "location /discard/ { return 200 ok; }\n"
            "location = /mirrored { internal; return 204; } } }\n")
        return ["nginx", "-c", str(configuration), "-e", str(folder / "nginx-error.log")]

    def target(self, way, sample):
        target = super().target(way, sample)
        return target if way.method == "POST" else type(target)("GET", target.path)
