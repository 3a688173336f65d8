"""pytest-httpserver: the fixture's server, started without pytest."""

from bench.peers.peer import PythonApp, Way


class PytestHTTPServer(PythonApp):
    """Keeps every request in its log, bodies included; it is emptied ten times a second, as if tests were that short."""

    title = "pytest-httpserver"
    ways = (Way("pytest-httpserver", "answers by path; reads the body and logs it", False),)
    package = "pytest_httpserver"
    app = "pytest_httpserver_app.py"
