"""Flask with its own server: what `flask run` gives a developer."""

from bench.peers.peer import PythonApp, Way


class Flask(PythonApp):
    title = "Flask"
    ways = (Way("Flask", "parses the JSON and decodes the image's base64; takes forms apart", True),)
    package = "flask"
    app = "flask_app.py"
