"""Starts image-edit-mock once for the run, and gives each test a session of its own that is verified when the test is done.

The program is $IMAGE_EDIT_MOCK, or `image-edit-mock` on the PATH.
"""

import json
import math
import os
import subprocess
import urllib.error
import urllib.parse
import urllib.request

import pytest


def pytest_configure(config):
    config.addinivalue_line("markers", "scenario(it): the name of a scenario that the test's session is in, or a whole one as dict")
    config.addinivalue_line("markers", "expects(*names): the rules that the test breaks and the findings of conduct that it earns; each has to come")


@pytest.fixture(scope="session")
def mock_url():
    """Where the mock listens: on a free port, until the run ends. Each pytest-xdist worker has a mock of its own."""
    command = [os.environ.get("IMAGE_EDIT_MOCK", "image-edit-mock"), "serve", "--port", "0", "--generated-dir", "none"]
    # Its log goes to standard error, so pytest shows it with the test that failed.
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        ready = process.stdout.readline()  # comes when the mock listens; is empty when it has ended
        assert ready, f"{command[0]} ended with {process.wait()}"
        yield json.loads(ready)["url"]
    finally:
        process.terminate()
        code = process.wait(timeout=20)
    assert code == 0, f"{command[0]} ended with {code}"


@pytest.fixture
def mock(mock_url, request):
    """The mock as this test sees it. In the end it says what was wrong with the requests and with the client's conduct."""
    mock = Mock(mock_url, session=request.node.nodeid)
    mock.ask("POST", "reset", {"session": mock.session})  # a test that is run again begins anew
    for marker in request.node.iter_markers("scenario"):
        mock.play(*marker.args)
    yield mock

    expected = {name for marker in request.node.iter_markers("expects") for name in marker.args}
    complaints = list(mock.complaints())
    lines = [line for name, line in complaints if name not in expected]
    lines += [f"{name}: expected, and did not happen" for name in sorted(expected - {name for name, _ in complaints})]
    if lines:
        pytest.fail(f"the mock about {mock.session}:\n  " + "\n  ".join(lines), pytrace=False)


@pytest.fixture(scope="session")
def picture(mock_url):
    """A small PNG to edit; the mock brings it."""
    with urllib.request.urlopen(f"{mock_url}/fixtures/small-256.png") as answer:
        return answer.read()


class Mock:
    """One session of the mock, and what `/_mock` knows of it."""

    def __init__(self, url, session):
        self.url, self.session = url, session
        self.headers = {"X-Mock-Session": session}  # what a client sends to be in the session

    def ask(self, method, path, body=None, **query):
        data = None if body is None else json.dumps(body).encode()
        url = f"{self.url}/_mock/{path}?{urllib.parse.urlencode(query)}"
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request) as answer:
                return json.loads(answer.read() or "null")
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {url}: {error.code} {error.read().decode()}") from None

    def play(self, scenario):
        """Puts the session into a scenario: a shipped one by name, or one of the test's own."""
        if isinstance(scenario, dict):
            self.ask("POST", "scenarios", scenario)
            scenario = scenario["name"]
        self.ask("PUT", "scenario", {"scenario": scenario, "session": self.session})

    def advance(self, seconds):
        """Moves the clock of quotas on. It is the whole mock's, not the session's."""
        self.ask("PUT", "clock", {"advance": f"{math.ceil(seconds)}s"})

    def requests(self, **filters):
        """The journal's entries, oldest first."""
        return self.ask("GET", "requests", session=self.session, **filters)["requests"]

    def expect(self, *expectations, in_order=False):
        """Fails, with the request that came nearest, when the session's requests were not these."""
        answer = self.ask("POST", "verify", {"session": self.session, "in-order": in_order, "expect": expectations})
        assert answer["ok"], "\n".join(f"{failed['when']}: {failed['message']}" for failed in answer["failed"])

    def complaints(self):
        """(rule, line) and (finding, line) of all that the client did wrong; what a scenario answered is not its doing."""
        found = self.ask("GET", "verify", session=self.session)
        for broken in found["violations"] + found["warnings"]:
            if not broken["scripted"]:
                yield broken["rule"], "{rule}: {path}: expected {expected}; found {found} ({id})".format_map(broken)
        for finding in self.ask("GET", "conduct", session=self.session)["findings"]:
            ids = ", ".join(evidence["id"] for evidence in finding["evidence"])
            yield finding["finding"], f"{finding['finding']}: {finding['says']} ({ids})"
