"""aiohttp's own server, in one process."""

from bench.peers.peer import PythonApp, Way


class AIOHTTP(PythonApp):
    title = "aiohttp"
    ways = (Way("aiohttp", "parses the JSON and decodes the image's base64; takes forms apart", True),)
    package = "aiohttp"
    app = "aiohttp_app.py"
    slow, reset, refused = "/slow", "/reset", "/refused"
