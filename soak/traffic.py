"""What clients send, and what is the right answer to each of it."""

import base64
import hashlib
import json
import os
import threading
import time

from wire import Connection, Ended, Wrong

IMAGES = os.path.join(os.path.dirname(__file__), "..", "fixtures", "images")
JSON = "application/json"
SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "webp": b"RIFF"}

# Each is chosen for all requests of its name, so that every one of them has the same right answer.
SCENARIOS = {
    "soak-reset": ("fault: { reset: { after: 100B } }", "reset"),
    "soak-empty": ("fault: empty-reply", "closed"),
    "soak-cut": ("fault: { truncate: { after: 50% } }", "closed"),
    "soak-garbage": ("fault: garbage", "closed"),
    "soak-slow": ("delay: 30ms", 200),
    "soak-error": ("respond: { error: at-capacity }", 503),
    "soak-sliced": ("fault: { slice: { size: 40KiB, every: 1ms } }", 200),
}
# Written anew all the time, now one way and now the other.
SWING = {"rate-limited": 429, "unknown-error": 500}


def scenario(name, step):
    return f"name: {name}\ndescription: For the soak.\nsteps:\n  - {{ when: {{ endpoint: edit }}, {step} }}\n"


def write(folder, name, text):
    """Moved into its place, so that nobody reads half of it."""
    with open(f"{folder}/.{name}", "w") as file:
        file.write(text)
    os.replace(f"{folder}/.{name}", f"{folder}/{name}.yaml")


def write_scenarios(folder):
    """Returns the folder."""
    for name, (step, _) in SCENARIOS.items():
        write(folder, name, scenario(name, step))
    write(folder, "soak-swing", scenario("soak-swing", "respond: { error: rate-limited }"))
    return folder


def image(name):
    with open(os.path.join(IMAGES, name), "rb") as file:
        return file.read()


class Memory:
    """The answers that must always be the same, by what was asked."""

    def __init__(self):
        self.digests = {}
        self.lock = threading.Lock()

    def check(self, key, body):
        digest = hashlib.sha256(body).hexdigest()
        with self.lock:
            first = self.digests.setdefault(key, digest)
        if digest != first:
            raise Wrong(f"{key}: another picture than the first time")


class Client:
    """One client with a key of its own, and one connection."""

    def __init__(self, number, port, memory, random):
        self.key = f"soak-{number}"
        self.connection = Connection(port)
        self.memory = memory
        self.random = random
        self.count = 0
        self.images = {name: image(name) for name in ("square.png", "photo.jpg", "photo.webp", "cutout.png")}
        self.kinds = [
            (30, self.edit_again), (10, self.edit_anew), (12, self.form), (6, self.url), (12, self.refused), (12, self.scripted), (5, self.swing),
            (5, self.hang_up), (4, self.hurry_away), (3, self.look), (1, self.reset),
        ]

    def act(self):
        """Does one thing, chosen by chance; the name of what was done."""
        self.count += 1
        kind = self.random.choices([kind for _, kind in self.kinds], [weight for weight, _ in self.kinds])[0]
        kind()
        return kind.__name__

    def headers(self, **more):
        return {"Authorization": f"Bearer {self.key}", **{name.replace("_", "-"): value for name, value in more.items()}}

    def venice(self, fields, **headers):
        return self.connection.ask("POST", "/api/v1/image/edit", self.headers(Content_Type=JSON, **headers), json.dumps(fields).encode())

    def expect(self, answer, status, *rules):
        if answer.status != status:
            raise Wrong(f"{answer.status} instead of {status}: {answer.body[:200]!r}")
        if "x-mock-request-id" not in answer.headers:
            raise Wrong("no x-mock-request-id")
        if list(rules) != [rule for rule in answer.headers.get("x-mock-rule", "").split(", ") if rule]:
            raise Wrong(f"x-mock-rule is {answer.headers.get('x-mock-rule')}, not {rules}")

    def expect_picture(self, body, format):
        if not body.startswith(SIGNATURES[format]):
            raise Wrong(f"no {format}: {body[:12]!r}")

    def edit_again(self):
        name, format = self.random.choice(sorted(self.images)), self.random.choice(sorted(SIGNATURES))
        fields = {"prompt": f"Make it {name}", "image": base64.b64encode(self.images[name]).decode(), "output_format": format}
        answer = self.venice(fields)
        self.expect(answer, 200)
        self.expect_picture(answer.body, format)
        self.memory.check(f"venice {name} {format}", answer.body)

    def edit_anew(self):
        prompt = f"soak {self.key} {self.count}"
        answer = self.venice({"prompt": prompt, "image": base64.b64encode(self.images["photo.jpg"]).decode(), "output_format": "png"})
        self.expect(answer, 200)
        self.expect_picture(answer.body, "png")
        if b"Prompt\0" + prompt.encode() not in answer.body:
            raise Wrong(f"the picture is not of {prompt!r}")

    def multipart(self, fields, file):
        parts = [f'--xyz\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
        parts.append(b'--xyz\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\n' + file + b"\r\n--xyz--\r\n")
        headers = self.headers(Content_Type="multipart/form-data; boundary=xyz")
        return self.connection.ask("POST", "/v1/images/edits", headers, b"".join(parts))

    def form(self):
        answer = self.multipart({"model": "wanx-v1", "prompt": "Paint it", "response_format": "b64_json"}, self.images["square.png"])
        self.expect(answer, 200)
        picture = base64.b64decode(answer.json()["data"][0]["b64_json"], validate=True)
        self.expect_picture(picture, "png")
        self.memory.check("dgrid square", picture)

    def url(self):
        answer = self.multipart({"model": "wanx-v1", "prompt": "Paint it blue", "response_format": "url"}, self.images["square.png"])
        self.expect(answer, 200)
        url = answer.json()["data"][0]["url"]
        picture = self.connection.ask("GET", "/" + url.split("/", 3)[3], {})
        # The mock's own files carry no request id.
        if picture.status != 200:
            raise Wrong(f"{url}: {picture.status}")
        self.memory.check("dgrid url", picture.body)

    def refused(self):
        fields = {"prompt": "x", "image": base64.b64encode(self.images["square.png"]).decode()}
        which = self.random.randrange(4)
        if which == 0:
            self.expect(self.venice({**fields, "prompt": ""}), 400, "venice.edit.prompt.min-length")
        elif which == 1:
            self.expect(self.venice({**fields, "aspect_ratio": "7:5"}), 400, "venice.edit.aspect_ratio.enum")
        elif which == 2:
            self.expect(self.venice({**fields, "image": base64.b64encode(b"<html>no image</html>" * 40).decode()}), 400, "venice.edit.image.format")
        else:
            answer = self.connection.ask("POST", "/v1/images/edits", {"Content-Type": JSON}, b"{}")
            self.expect(answer, 401, "dgrid.auth.present")

    def scripted(self):
        name = self.random.choice(sorted(SCENARIOS))
        right = SCENARIOS[name][1]
        fields = {"prompt": "Make it square.png", "image": base64.b64encode(self.images["square.png"]).decode(), "output_format": "png"}
        try:
            self.connection.close()
            answer = self.venice(fields, X_Mock_Scenario=name)
        except Ended as ended:
            if not isinstance(right, str) or not str(ended).startswith(right):
                raise Wrong(f"{name}: {ended} instead of {right}") from ended
            return
        if answer.status != right:
            raise Wrong(f"{name}: {answer.status} instead of {right}")
        if right == 200:
            self.memory.check("venice square.png png", answer.body)

    def swing(self):
        answer = self.venice({"prompt": "x", "image": "x"}, X_Mock_Scenario="soak-swing")
        # What the contract refuses goes before the script's errors.
        if answer.status not in (400, *SWING.values()):
            raise Wrong(f"soak-swing: {answer.status}")

    def hang_up(self):
        """Leaves in the middle of the request, in order or not."""
        body = json.dumps({"prompt": "x", "image": "A" * 200_000}).encode()
        self.connection.send("POST", "/api/v1/image/edit", self.headers(Content_Type=JSON), body, self.random.randrange(20, 150_000))
        self.random.choice([self.connection.close, self.connection.reset])()

    def hurry_away(self):
        """Leaves before the answer."""
        body = json.dumps({"prompt": "x", "image": base64.b64encode(self.images["photo.jpg"]).decode()}).encode()
        self.connection.send("POST", "/api/v1/image/edit", self.headers(Content_Type=JSON), body)
        self.random.choice([self.connection.close, self.connection.reset])()

    def look(self):
        for path in ("/_mock/health", f"/_mock/requests?session={self.key}&limit=5", "/_mock/metrics", f"/_mock/conduct?session={self.key}"):
            answer = self.connection.ask("GET", path, {})
            if answer.status != 200:
                raise Wrong(f"{path}: {answer.status} {answer.body[:200]!r}")

    def reset(self):
        body = json.dumps({"session": self.key}).encode()
        answer = self.connection.ask("POST", "/_mock/reset", {"Content-Type": JSON}, body)
        if answer.status // 100 != 2:
            raise Wrong(f"/_mock/reset: {answer.status} {answer.body[:200]!r}")


def swing_until(isOver, folder):
    """Writes one scenario anew, five times a second."""
    names = sorted(SWING)
    while not isOver.wait(0.2):
        names.reverse()
        write(folder, "soak-swing", scenario("soak-swing", f"respond: {{ error: {names[0]} }}"))
