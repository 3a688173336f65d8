"""connexion's mock mode: requests are validated against an OpenAPI document, answers are its examples."""

import json

from bench.peers.peer import JSONOnly, Peer, Way, tool


class Connexion(JSONOnly, Peer):
    title = "connexion, mock mode"
    ways = (Way("connexion", "parses the JSON and validates it against an OpenAPI schema; does not decode the image", True),)
    package = "connexion"

    def command(self, port, folder):
        document = folder / "openapi.json"
        document.write_text(json.dumps(self.document()))
        return [tool("connexion"), "run", str(document), "--mock", "all", "--host", "127.0.0.1", "--port", str(port)]

    def document(self):
        paths = {}
        for sample in self.answers.samples.values():
            # A JSON text of the answer's size, with its quotes and the line feed that follows.
            example = "A" * (len(self.answers.bodies[sample.name]) - 3)
            paths[f"/{sample.shape}/{sample.name}"] = {"post": {
                "operationId": sample.name, "requestBody": {"required": True, "content": {"application/json": {"schema": SCHEMA}}},
                "responses": {"200": {"description": "The edit.", "content": {"application/json": {"example": example}}}}}}
        return {"openapi": "3.0.3", "info": {"title": "Edits", "version": "1"}, "paths": paths}


SCHEMA = {
    "type": "object", "required": ["prompt", "image"], "additionalProperties": False,
    "properties": {"prompt": {"type": "string", "minLength": 1, "maxLength": 32768}, "image": {"type": "string", "format": "byte"}},
}
