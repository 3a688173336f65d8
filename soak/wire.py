"""HTTP/1.1 as a client that trusts nothing: an answer is whole, or it is said how it ended."""

import json
import socket
import struct


class Wrong(Exception):
    """Something that the mock must not do."""


class Ended(Exception):
    """The connection ended before the answer was whole; the message says how."""


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)


class Connection:
    """One connection, opened when it is needed and kept while the mock keeps it."""

    # Longer than anything here takes on a busy machine: an answer that has not come by then is lost.
    TIMEOUT = 60

    def __init__(self, port):
        self.port = port
        self.socket = None

    def send(self, method, path, headers, body=b"", upto=None):
        """Sends a request, or only its first bytes."""
        if self.socket is None:
            self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=self.TIMEOUT)
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", f"Content-Length: {len(body)}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        request = ("\r\n".join(lines) + "\r\n\r\n").encode() + body
        self.socket.sendall(request[:upto])

    def ask(self, method, path, headers, body=b""):
        """The answer to a request. One that a kept connection was closed before is sent once more, as clients do."""
        isKept = self.socket is not None
        try:
            self.send(method, path, headers, body)
            return self.read()
        except (Ended, ConnectionError) as error:
            self.close()
            if not isKept or getattr(error, "hasBegun", False):
                raise
        self.send(method, path, headers, body)
        return self.read()

    def read(self):
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive(data)
        head, rest = data.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        if not lines[0].startswith("HTTP/1.1 "):
            self.close()
            raise Ended(f"no HTTP: {lines[0][:40]!r}")
        status = int(lines[0].split()[1])
        headers = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        length = int(headers.get("content-length", 0))
        parts, count = [rest], len(rest)
        while count < length:
            piece = self._receive(data)
            parts.append(piece)
            count += len(piece)
        body = b"".join(parts)
        if len(body) != length:
            raise Wrong(f"{len(body)} bytes of body came where {length} were announced")
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, headers, body)

    def _receive(self, sofar):
        try:
            piece = self.socket.recv(1 << 18)
        except socket.timeout:
            self.close()
            raise Wrong(f"no answer within {self.TIMEOUT} s; {len(sofar)} bytes had come")
        except ConnectionError as error:
            self.close()
            raise self._ended("reset", sofar) from error
        if not piece:
            self.close()
            raise self._ended("closed", sofar)
        return piece

    @staticmethod
    def _ended(how, sofar):
        ended = Ended(how)
        ended.hasBegun = bool(sofar)
        return ended

    def close(self):
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def reset(self):
        """Ends the connection with a TCP reset."""
        if self.socket is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close()
