"""What the mock must reach, measured in one run: medians, and ratios against something else on the same machine.

usage: bench.py MOCK [start|repeated|fresh|large|delays|steps|journal ...]
"""

import base64
import http.client
import io
import json
import os
import platform
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import numpy
import skimage.data
from PIL import Image, ImageOps

import delayed

MOCK = sys.argv[1]
TICK = os.sysconf("SC_CLK_TCK")


class Mock:
    """A mock on a free port."""

    def __init__(self, *options):
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            [MOCK, "serve", "--port", "0", "--generated-dir", "none", "--log", "none", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = json.loads(self.process.stdout.readline())["port"]

    def status(self, key):
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) / 1024 for line in file if line.startswith(key + ":"))

    def cpu(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def post(connection, body, path="/api/v1/image/edit"):
    connection.request("POST", path, body, {"Authorization": "Bearer k", "Content-Type": "application/json"})
    answer = connection.getresponse()
    data = answer.read()
    assert answer.status == 200, data[:300]
    return data


def edit(prompt, image, **more):
    return json.dumps({"prompt": prompt, "image": base64.b64encode(image).decode(), **more}).encode()


def encoded(image, **options):
    buffer = io.BytesIO()
    image.save(buffer, options.pop("format", "PNG"), **options)
    return buffer.getvalue()


def photo(side):
    return Image.fromarray(skimage.data.astronaut()).resize((side, side), Image.LANCZOS)


def start(rows):
    answered, idle = [], []
    for _ in range(21):
        with Mock() as mock:
            with socket.create_connection(("127.0.0.1", mock.port)) as connection:
                connection.sendall(b"GET /api/v1/models?type=inpaint HTTP/1.1\r\nHost: x\r\n\r\n")
                assert connection.recv(12) == b"HTTP/1.1 200"
            answered.append((time.perf_counter() - mock.begun) * 1000)
            idle.append(mock.status("VmRSS"))
    rows.append(("exec to first answered request", f"{statistics.median(answered):.1f} ms", "under 15 ms"))
    rows.append(("resident when idle", f"{statistics.median(idle):.1f} MB", "under 15 MB"))


def scenario(folder, name, steps):
    with open(f"{folder}/{name}.yaml", "w") as file:
        file.write(f"name: {name}\ndescription: A benchmark.\nsteps:\n" + "".join(f"  - {step}\n" for step in steps))
    return ["--scenarios", folder, "--scenario", name]


def delays(rows):
    """10,000 requests that are each answered after 2 s, all of them waiting at once."""
    count, delay = 10_000, 2
    resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
    body = b"{}"
    request = (
        b"POST /api/v1/image/edit HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\n"
        b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    runs, peaks, threads = [], [], set()
    for ramp in [1.8] * 5 + [0]:
        with tempfile.TemporaryDirectory() as folder:
            options = scenario(folder, "slow", ["{ validate: off, respond: { error: at-capacity }, delay: 2s }"])
            with Mock(*options) as mock:
                # A first one, so that all threads there are have begun.
                delayed.latenesses(mock.port, 1, delay, 0, request)
                before = mock.status("Threads") * 1024
                samples = []
                timer = threading.Timer(ramp + delay * 0.95, lambda: samples.append((mock.status("VmRSS"), mock.status("Threads") * 1024)))
                timer.start()
                runs.append((ramp, delayed.latenesses(mock.port, count, delay, ramp, request)))
                timer.join()
                peaks.append(mock.status("VmHWM"))
                threads.add((before, samples[0][1]))
    late = [run[int(count * 0.99)] * 1000 for ramp, run in runs if ramp]
    burst = next(run for ramp, run in runs if not ramp)
    rows.append((
        f"{count:,} requests delayed by {delay} s, sent over 1.8 s",
        f"all answered; 99 in 100 at most {statistics.median(late):.0f} ms late (5 runs: {min(late):.0f} to {max(late):.0f})", "under 50 ms"))
    rows.append((
        "the same, sent as fast as one client can", f"all answered; 99 in 100 at most {burst[int(count * 0.99)] * 1000:.0f} ms late", ""))
    rows.append(("their peak", f"{statistics.median(peaks):.0f} MB", "under 250 MB"))
    rows.append(("threads before, and while they wait", f"{', '.join(f'{a:.0f} and {b:.0f}' for a, b in sorted(threads))}", "the same"))


def steps(rows):
    """The same edit again, through a scenario of a thousand steps for other requests, and through none."""
    image = encoded(photo(256).quantize(32))
    kinds = {
        "for a prompt each": [f"{{ when: {{ prompt: prompt {n} }}, respond: {{ error: timeout }} }}" for n in range(1000)],
        "for a request number each": [f"{{ when: {{ nth: {999000000 + n} }}, respond: {{ error: timeout }} }}" for n in range(1000)],
        "with a glob each": [f'{{ when: {{ prompt: "*prompt {n}*" }}, respond: {{ error: timeout }} }}' for n in range(1000)],
        "with a regular expression each": [f"{{ when: {{ prompt: /prompt {n}$/ }}, respond: {{ error: timeout }} }}" for n in range(1000)],
    }
    for kind, lines in kinds.items():
        with tempfile.TemporaryDirectory() as folder:
            script = post_script(folder, edit("Make it snow", image))
            with Mock() as plain, Mock(*scenario(folder, "thousand", lines)) as scripted:
                pairs = []
                for _ in range(5):
                    pairs.append([
                        wrk(f"http://127.0.0.1:{mock.port}/api/v1/image/edit", script) for mock in (scripted, plain)])
        ratio = statistics.median(a / b for a, b in pairs)
        rows.append((
            f"the same edit through 1,000 steps {kind}",
            f"{statistics.median(a for a, _ in pairs):,.0f}/s; without a scenario {statistics.median(b for _, b in pairs):,.0f}/s; ratio {ratio:.2f}",
            "ratio at least 0.95"))


def wrk(url, script=None, seconds=4):
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", url] + (["-s", script] if script else [])
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in text, text
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith("Requests/sec")))


def post_script(folder, body):
    """A wrk script that posts the body as an edit."""
    os.chmod(folder, 0o755)
    with open(f"{folder}/body.json", "wb") as file:
        file.write(body)
    with open(f"{folder}/post.lua", "w") as file:
        file.write(
            f'local file = io.open("{folder}/body.json", "rb")\nwrk.method = "POST"\nwrk.body = file:read("*a")\n'
            'wrk.headers["Content-Type"] = "application/json"\nwrk.headers["Authorization"] = "Bearer k"\n')
    return f"{folder}/post.lua"


def journal(rows):
    """The same edit again and again, with the journal and without; and a minute of it, while others read the journal."""
    noise = numpy.random.default_rng(1).integers(0, 256, (590, 590, 3), dtype=numpy.uint8)
    bodies = {"1.4 MB": edit("Make it snow", encoded(Image.fromarray(noise), compress_level=1)), "27 kB": edit("Make it snow", encoded(photo(256).quantize(32)))}
    for name, body in bodies.items():
        with tempfile.TemporaryDirectory() as folder, Mock() as kept, Mock("--journal-requests", "0") as plain:
            script = post_script(folder, body)
            pairs = [[wrk(f"http://127.0.0.1:{mock.port}/api/v1/image/edit", script) for mock in (kept, plain)] for _ in range(9)]
        ratio = statistics.median(a / b for a, b in pairs)
        rows.append((
            f"the same edit of {name} ({len(body):,} B), journalled",
            f"{statistics.median(a for a, _ in pairs):,.0f}/s; without a journal {statistics.median(b for _, b in pairs):,.0f}/s; ratio {ratio:.2f}",
            "ratio at least 0.90"))
    with tempfile.TemporaryDirectory() as folder, Mock() as mock:
        script = post_script(folder, bodies["1.4 MB"])
        url = f"http://127.0.0.1:{mock.port}"
        alone = wrk(f"{url}/api/v1/image/edit", script, 20)
        done, reads = threading.Event(), []

        def read():
            while not done.wait(1):
                begun = time.perf_counter()
                urllib.request.urlopen(f"{url}/_mock/requests?limit=100").read()
                reads.append(time.perf_counter() - begun)

        reader = threading.Thread(target=read)
        reader.start()
        watched = wrk(f"{url}/api/v1/image/edit", script, 40)
        done.set()
        reader.join()
        with urllib.request.urlopen(f"{url}/_mock/health") as answer:
            kept = json.load(answer)["journal"]
        rows.append((
            "a minute of 1.4 MB posts", f"peak {mock.status('VmHWM'):.0f} MB, {kept['requests']:,} requests kept in {kept['bytes'] / 1048576:.0f} MiB",
            "under 150 MB"))
        rows.append((
            "the last 40 s of it, read once a second", f"{watched:,.0f}/s, before {alone:,.0f}/s; a read takes {statistics.median(reads) * 1000:.0f} ms", ""))


def repeated(rows):
    """The same 256x256 edit again and again, against nginx serving that answer as a static file."""
    image = encoded(photo(256).quantize(32))
    with tempfile.TemporaryDirectory() as folder, Mock() as mock:
        body = edit("Make it snow", image)
        script = post_script(folder, body)
        answer = post(http.client.HTTPConnection("127.0.0.1", mock.port), body)
        with open(f"{folder}/answer.png", "wb") as file:
            file.write(answer)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        with open(f"{folder}/nginx.conf", "w") as file:
            file.write(
                f"worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off;\n"
                "events { worker_connections 1024; }\n"
                f"http {{ access_log off; sendfile on; keepalive_requests 100000000; open_file_cache max=10; types {{ image/png png; }}\n"
                f"server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n")
        nginx = subprocess.Popen(["nginx", "-c", f"{folder}/nginx.conf", "-e", f"{folder}/error.log"], stderr=subprocess.DEVNULL)
        try:
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except ConnectionRefusedError:
                    assert nginx.poll() is None, "nginx did not start"
            pairs = [
                (wrk(f"http://127.0.0.1:{mock.port}/api/v1/image/edit", script), wrk(f"http://127.0.0.1:{port}/answer.png"))
                for _ in range(5)
            ]
        finally:
            nginx.terminate()
            nginx.wait()
    ours, theirs = (statistics.median(side) for side in zip(*pairs))
    ratio = statistics.median(a / b for a, b in pairs)
    rows.append((
        f"same edit of 256x256 again ({len(body)} B in, {len(answer)} B out)",
        f"{ours:,.0f}/s; nginx static {theirs:,.0f}/s; ratio {ratio:.2f}", "ratio at least 0.5"))


def fresh(rows):
    """New edits of 1024x1024, each with a prompt of its own; Pillow posterizes and saves the same picture in process."""
    picture = photo(1024)
    drawn = Image.open(os.path.join(os.path.dirname(__file__), '../fixtures/images/square.png')).convert("RGB").resize((1024, 1024))
    inputs = {
        "photo as PNG": (picture, encoded(picture)), "photo as JPEG": (picture, encoded(picture, format="JPEG", quality=90)),
        "drawing as PNG": (drawn, encoded(drawn)),
    }
    for name, (image, file) in inputs.items():
        walls, pillow, posterized = [], [], []
        with Mock() as mock:
            connection = http.client.HTTPConnection("127.0.0.1", mock.port)
            post(connection, edit("warm up", file))
            bodies = [edit(f"Make it snow {index}", file) for index in range(40)]
            used = mock.cpu()
            for body in bodies:
                begun = time.perf_counter()
                post(connection, body)
                walls.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                opened = Image.open(io.BytesIO(file))
                opened.load()
                loaded = time.perf_counter()
                encoded(ImageOps.posterize(opened.convert("RGB"), 4), compress_level=1)
                ended = time.perf_counter()
                pillow.append(ended - begun)
                posterized.append(ended - loaded)
            used = (mock.cpu() - used) / len(bodies)
        wall, load, save = (statistics.median(times) * 1000 for times in (walls, pillow, posterized))
        rows.append((
            f"new edit of 1024x1024, {name}",
            f"{wall:.1f} ms over HTTP, {used * 1000:.1f} ms of one core; Pillow {save:.1f} ms ({load:.1f} with loading); "
            f"ratio {wall / save:.2f} ({wall / load:.2f})", "faster than Pillow; under 25 ms of one core"))


def large(rows):
    """A PNG of 25 MB in JSON: noise, so that it does not compress."""
    noise = numpy.random.default_rng(1).integers(0, 256, (2900, 2900, 3), dtype=numpy.uint8)
    file = encoded(Image.fromarray(noise), compress_level=1)
    assert 25_000_000 < len(file) < 26_214_400, len(file)
    body = edit("Make it snow", file)
    walls, peaks, after = [], [], []
    for _ in range(5):
        with Mock() as mock:
            connection = http.client.HTTPConnection("127.0.0.1", mock.port)
            begun = time.perf_counter()
            post(connection, body)
            walls.append((time.perf_counter() - begun) * 1000)
            peaks.append(mock.status("VmHWM"))
            post(connection, edit("small", encoded(photo(256))))
            after.append(mock.status("VmRSS"))
    size = len(body) / 1048576
    rows.append((
        f"a {len(file) / 1e6:.1f} MB image in JSON", f"{statistics.median(walls):.0f} ms", "under 100 ms"))
    rows.append((
        f"its peak, for a body of {size:.1f} MB", f"{statistics.median(peaks):.0f} MB = {statistics.median(peaks) / size:.2f} bodies", "under 3 bodies"))
    rows.append(("resident afterwards", f"{statistics.median(after):.1f} MB", "under 60 MB"))


def main():
    rows = []
    kinds = {"start": start, "repeated": repeated, "fresh": fresh, "large": large, "delays": delays, "steps": steps, "journal": journal}
    for name in sys.argv[2:] or kinds:
        kinds[name](rows)
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    print(f"\n{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}\n")
    print("| what | measured | goal |\n| --- | --- | --- |")
    for row in rows:
        print("| " + " | ".join(row) + " |")


main()
