"""A small client for Venice's image edits: what the tests in this folder test.

It keeps one connection open, asks again what may go better the next time, and waits as it is told.
"""

import base64
import email.utils
import http.client
import json
import time
import urllib.parse

AGAIN = {408, 409, 429, 500, 502, 503, 504}


class EditFailed(Exception):
    """There is no picture, and asking again would not help."""

    def __init__(self, message, status=None):
        super().__init__(message)
        self.status = status


class EditClient:
    def __init__(self, base_url, key, headers=None, attempts=4, first_pause=0.05, sleep=time.sleep):
        url = urllib.parse.urlsplit(base_url)
        kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
        self.connection = kind(url.netloc, timeout=30)
        self.path = f"{url.path}/image/edit"
        self.headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", **(headers or {})}
        self.attempts, self.first_pause, self.sleep = attempts, first_pause, sleep

    def edit(self, prompt, image, **fields):
        """The edited picture's bytes."""
        body = json.dumps({"prompt": prompt, "image": base64.b64encode(image).decode(), **fields})
        for attempt in range(self.attempts):
            pause = self.first_pause * 2 ** attempt
            try:
                self.connection.request("POST", self.path, body, self.headers)
                answer = self.connection.getresponse()
                # Raises IncompleteRead when it is less than Content-Length says.
                data = answer.read()
            except (OSError, http.client.HTTPException) as error:
                self.connection.close()
                failed = EditFailed(f"no answer: {error!r}")
            else:
                if answer.status == 200:
                    return data
                failed = EditFailed(f"{answer.status}: {data.decode(errors='replace')}", answer.status)
                if answer.status not in AGAIN:
                    raise failed
                pause = told_to_wait(answer.headers, pause)
            if attempt + 1 < self.attempts:
                self.sleep(pause)
        raise failed

    def close(self):
        self.connection.close()


def told_to_wait(headers, otherwise):
    """Seconds: Retry-After, else until Venice's quota begins anew, by the server's own clock.

    Venice's page has that in Unix seconds; on the wire it is milliseconds.
    """
    if "Retry-After" in headers:
        return float(headers["Retry-After"])
    if headers.get("x-ratelimit-remaining-requests") == "0" and "x-ratelimit-reset-requests" in headers:
        now = email.utils.parsedate_to_datetime(headers["Date"]).timestamp() if "Date" in headers else time.time()
        reset = int(headers["x-ratelimit-reset-requests"])
        return max(0, (reset / 1000 if reset > 1e11 else reset) - now)
    return otherwise
