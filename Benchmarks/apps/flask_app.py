"""usage: flask_app.py PORT FOLDER"""

import base64
import logging
import sys
from pathlib import Path

from flask import Flask, Response, request

app = Flask("edits")
answers = {path.name: path.read_bytes() for path in Path(sys.argv[2]).iterdir()}


@app.post("/json/<name>")
def edit_json(name):
    body = request.get_json()
    if not body["prompt"] or not base64.b64decode(body["image"], validate=True):
        return "a field is missing", 400
    return Response(answers[name], mimetype="image/png")


@app.post("/form/<name>")
def edit_form(name):
    if not request.form["prompt"] or not request.files["image"].read():
        return "a field is missing", 400
    return Response(answers[name], mimetype="image/png")


# Its line for every request would cost more than the request.
logging.getLogger("werkzeug").setLevel(logging.ERROR)
app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
