"""The requests that are sent: the same ones to the mock and to its peers."""

import base64
import json
from dataclasses import dataclass
from functools import cache

from bench import pictures
from bench.load import Target

VENICE = "/api/v1/image/edit"
DGRID = "/v1/images/edits"
BOUNDARY = "benchmark-boundary"


@dataclass(frozen=True)
class Sample:
    """A request as the mock takes it. `shape` is json or form."""

    name: str
    title: str
    shape: str
    target: Target

    def at(self, path, **headers):
        """The same request for another server, which has its own paths."""
        return Target("POST", path, self.target.body, {**self.target.headers, **headers})


def json_target(prompt, image, **more):
    body = json.dumps({"prompt": prompt, "image": base64.b64encode(image).decode(), **more}).encode()
    return Target("POST", VENICE, body, {"Authorization": "Bearer k", "Content-Type": "application/json"})


def form_target(path, image, content_type="image/png", **fields):
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode() for name, text in fields.items()]
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="image"; filename="image"\r\nContent-Type: {content_type}\r\n\r\n'
    body = b"".join([*parts, head.encode(), image, f"\r\n--{BOUNDARY}--\r\n".encode()])
    return Target("POST", path, body, {"Authorization": "Bearer k", "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})


@cache
def tiny():
    return Sample("tiny", "2 kB of JSON", "json", json_target("Make it snow", pictures.encoded(pictures.drawing())))


@cache
def small():
    image = pictures.encoded(pictures.photograph(256).quantize(32))
    return Sample("small", "27 kB of JSON", "json", json_target("Make it snow", image))


@cache
def tiny_form():
    """Has a small answer as well: DGrid edits at 256x256."""
    image = pictures.encoded(pictures.drawing().convert("RGBA"))
    target = form_target(DGRID, image, prompt="Make it snow", model="dall-e-2", size="256x256", response_format="b64_json")
    return Sample("tiny-form", "2 kB of multipart, answered with JSON", "form", target)


@cache
def megabyte():
    """A PNG of a megabyte that does not compress."""
    return pictures.encoded(pictures.noise(590), compress_level=1)


@cache
def medium():
    return Sample("medium", "1.4 MB of JSON", "json", json_target("Make it snow", megabyte()))


@cache
def form():
    return Sample("form", "1 MB of multipart", "form", form_target(VENICE, megabyte(), prompt="Make it snow"))


@cache
def largest_image():
    """Just below Venice's limit of 25 MB."""
    image = pictures.encoded(pictures.noise(2900), compress_level=1)
    assert 25_000_000 < len(image) < 26_214_400, len(image)
    return image


@cache
def large():
    return Sample("large", "25 MB image in JSON", "json", json_target("Make it snow", largest_image()))
