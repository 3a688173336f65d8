"""moto's server: AWS in one process. Asked for the nearest thing it has: SageMaker's InvokeEndpoint, which posts a body to a model."""

import json
import urllib.request

from bench.load import Target
from bench.peers.peer import Peer, Way, tool

# It finds the service by it and checks nothing else.
AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=k/20260101/us-east-1/sagemaker/aws4_request, SignedHeaders=host, Signature=k"


class Moto(Peer):
    """Answers what was queued for the request, and remembers each request whole, as text and in base64, to give the same again."""

    title = "moto (SageMaker InvokeEndpoint)"
    ways = (Way("moto", "keeps the body as text and looks it up among those seen; does not parse it", False),)
    package = "moto"

    def command(self, port, folder):
        return [tool("moto_server"), "-H", "127.0.0.1", "-p", str(port)]

    def target(self, way, sample):
        host = "runtime.sagemaker.us-east-1.amazonaws.com"
        return sample.at(f"/endpoints/{sample.name}/invocations", Host=host, Authorization=AUTHORIZATION)

    @classmethod
    def refuses(cls, way, sample):
        return None if sample.shape == "json" else "it takes texts only"

    def start(self, way, sample):
        """Asks for its front page first: a request that comes before its answer is queued has another one for good."""
        seconds = self.wait_for_answer(Target("GET", "/moto-api/"))
        self.queue(sample)
        return seconds

    def queue(self, sample):
        """The first request takes the answer, and so do all that are the same."""
        text = "A" * len(self.answers.bodies[sample.name])
        body = json.dumps({"results": [{"Body": text, "ContentType": "text/plain"}]}).encode()
        url = f"http://127.0.0.1:{self.port}/moto-api/static/sagemaker/endpoint-results"
        urllib.request.urlopen(urllib.request.Request(url, body, {"Content-Type": "application/json"})).close()
