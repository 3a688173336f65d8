"""What openai's SDK and curl make of the shipped scenarios: attempts, waits, error classes, exit codes."""

import base64
import subprocess
import sys
import time
import uuid

import openai

url, out = sys.argv[1:]
photo = f"{out}/rocket.png"


class Client:
    """One session of a scenario, with the attempts that the SDK makes."""

    def __init__(self, scenario, **options):
        self.attempts = 0
        http = openai.DefaultHttpxClient(event_hooks={"request": [self.count]})
        key = f"scenario:{scenario}:{uuid.uuid4()}"
        self.sdk = openai.OpenAI(base_url=f"{url}/v1", api_key=key, http_client=http, **options)

    def count(self, request):
        self.attempts += 1

    def edit(self):
        with open(photo, "rb") as image:
            return self.sdk.images.edit(
                model="gpt-image-2", image=image, prompt="Make it golden")


def succeeds(scenario, attempts, seconds=(0, 9)):
    client, start = Client(scenario), time.monotonic()
    assert base64.b64decode(client.edit().data[0].b64_json).startswith(b"\x89PNG"), scenario
    took = time.monotonic() - start
    assert client.attempts == attempts, (scenario, client.attempts)
    assert seconds[0] <= took < seconds[1], (scenario, took)


def fails(scenario, kind, attempts, **options):
    client = Client(scenario, **options)
    try:
        client.edit()
    except openai.APIError as error:
        assert type(error) is kind, (scenario, type(error))
        assert client.attempts == attempts, (scenario, client.attempts)
        return error
    raise AssertionError(f"{scenario}: no {kind.__name__}")


# How often it tries, and how long it waits before.
succeeds("rate-limited-then-ok", attempts=3, seconds=(2, 5))
succeeds("retry-after-date", attempts=2, seconds=(0.9, 4))
succeeds("retry-after-ms", attempts=2, seconds=(0.2, 5))
succeeds("should-retry-on-400", attempts=2)
succeeds("conflict-then-ok", attempts=2)
succeeds("request-timeout-then-ok", attempts=2)
succeeds("third-time-lucky", attempts=3)
succeeds("cdn-502", attempts=2)
fails("retry-after-too-long", openai.RateLimitError, attempts=1)
fails("should-not-retry-on-500", openai.InternalServerError, attempts=1)
fails("always-rate-limited", openai.RateLimitError, attempts=3)
fails("dgrid-down", openai.InternalServerError, attempts=3)
fails("retired-model", openai.NotFoundError, attempts=1)

# A broken wire is tried again like an error; what it is without a second attempt.
for scenario in ["reset-before-answer", "reset-mid-body", "empty-reply", "truncated-body", "malformed-chunk", "garbage-reply"]:
    succeeds(scenario, attempts=2)
    fails(scenario, openai.APIConnectionError, attempts=1, max_retries=0)
fails("never-answer", openai.APITimeoutError, attempts=1, max_retries=0, timeout=0.5)

# Successes that are none.
assert Client("success-false").edit().data is None
assert base64.b64decode(Client("silent-moderation").edit().data[0].b64_json) == b"pending"

# What changes in the course of a session.
for scenario, good, kind in [("key-revoked", 3, openai.AuthenticationError), ("money-runs-out", 2, openai.PermissionDeniedError)]:
    client = Client(scenario)
    for _ in range(good):
        client.edit()
    try:
        client.edit()
    except kind:
        assert client.attempts == good + 1, (scenario, client.attempts)
    else:
        raise AssertionError(scenario)

# curl's exit codes.
for scenario, code in [
    ("rate-limited-then-ok", 0), ("reset-before-answer", 56), ("reset-mid-body", 56), ("empty-reply", 52), ("truncated-body", 18),
    ("wrong-content-length", 18), ("malformed-chunk", 56), ("garbage-reply", 1), ("never-answer", 28), ("stalled-body", 28),
]:
    ended = subprocess.run(
        ["curl", "--silent", "--max-time", "1", "--output", f"{out}/curl-scenario", f"{url}/api/v1/image/edit",
         "-H", f"Authorization: Bearer scenario:{scenario}:{uuid.uuid4()}", "-F", f"image=@{photo}", "-F", "prompt=Make it golden"],
        check=False)
    assert ended.returncode == code, (scenario, ended.returncode)

print(f"scenarios with openai {openai.__version__} and curl: ok")
