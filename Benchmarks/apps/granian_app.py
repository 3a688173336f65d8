"""Run by granian; ANSWERS names the folder."""

import os
from pathlib import Path

import orjson
import pybase64

answers = {f"/json/{path.name}": path.read_bytes() for path in Path(os.environ["ANSWERS"]).iterdir()}


async def application(scope, protocol):
    body = orjson.loads(await protocol())
    if not body["prompt"] or not pybase64.b64decode(body["image"], validate=True):
        protocol.response_empty(400, [])
    else:
        protocol.response_bytes(200, [("content-type", "image/png")], answers[scope.path])
