"""A script for mitmdump; ANSWERS names the folder."""

import os
from pathlib import Path

from mitmproxy import http

answers = {path.name: path.read_bytes() for path in Path(os.environ["ANSWERS"]).iterdir()}


def request(flow):
    answer = answers.get(flow.request.path.rsplit("/", 1)[1])
    flow.response = http.Response.make(200 if answer else 404, answer or b"", {"Content-Type": "image/png"})
