"""usage: pytest_httpserver_app.py PORT FOLDER"""

import sys
import time
from pathlib import Path

from pytest_httpserver import HTTPServer

server = HTTPServer(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
for answer in Path(sys.argv[2]).iterdir():
    for shape in ("json", "form"):
        server.expect_request(f"/{shape}/{answer.name}", method="POST").respond_with_data(answer.read_bytes(), content_type="image/png")
server.start()
while True:
    # As between tests: it keeps every body, and would keep gigabytes of them.
    time.sleep(0.1)
    server.clear_log()
