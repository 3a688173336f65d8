"""usage: pact_app.py PORT FOLDER"""

import signal
import sys
from pathlib import Path

from pact import Pact, match

pact = Pact("client", "edits")
for answer in Path(sys.argv[2]).iterdir():
    body = {"prompt": match.str("Make it snow"), "image": match.regex("AAAA", regex=r"^[A-Za-z0-9+/=]+$")}
    (
        pact.upon_receiving(answer.name).with_request("POST", f"/json/{answer.name}").with_header("Authorization", "Bearer k")
        .with_body(body, "application/json").will_respond_with(200).with_binary_body(answer.read_bytes(), "image/png"))
with pact.serve(addr="127.0.0.1", port=int(sys.argv[1]), raises=False):
    signal.pause()
