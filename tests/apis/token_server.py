"""A service and its token endpoint on loopback, whose answers a test writes; it notes every byte that is asked."""

import contextlib
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import attrs


@attrs.frozen
class Asked:
    """One request.

    Attributes:
        line: Method and target, as in `GET /boats/one`.
        headers: By names in lower case.
        body: The bytes.
    """

    line: str
    headers: dict
    body: bytes

    @property
    def form(self):
        """The body as a form: single values by their names."""
        return {name: value for name, [value] in parse_qs(self.body.decode(), keep_blank_values=True).items()}


class Service:
    """What the server answers.

    Attributes:
        asked: Every request, in the order of arrival.
        token: From the number of the token's request, from 1, to a status, a body and perhaps headers.
        answer: From a request of the API to the same.
        gate: Token requests wait for it.
    """

    def __init__(self):
        self.asked = []
        self.token = lambda number: (200, {"access_token": f"token-number-{number}", "token_type": "Bearer"})
        self.answer = lambda asked: (200, {"name": "Swan"})
        self.gate = threading.Event()
        self.gate.set()
        self.arrived = threading.Event()
        self.lock = threading.Lock()

    @property
    def tokens(self):
        """The requests for tokens."""
        return [asked for asked in self.asked if asked.line.startswith("POST /token")]

    @property
    def calls(self):
        """All other requests."""
        return [asked for asked in self.asked if not asked.line.startswith("POST /token")]

    def respond(self, asked):
        with self.lock:
            self.asked.append(asked)
            number = len(self.tokens)
        if asked not in self.tokens:
            return self.answer(asked)
        self.arrived.set()
        self.gate.wait(20)
        return self.token(number)


@contextlib.contextmanager
def serving():
    """Serve until the block ends. Yields the service and its base URL."""
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = {name.lower(): text for name, text in self.headers.items()}
            status, found, *more = service.respond(Asked(f"{self.command} {self.path}", headers, body))
            content = found if isinstance(found, bytes) else json.dumps(found).encode()
            with contextlib.suppress(ConnectionError):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                for name, text in dict(*more).items():
                    self.send_header(name, text)
                self.end_headers()
                self.wfile.write(content)

        do_POST = do_PUT = do_GET  # noqa: N815 - the library's name

        def log_message(self, *arguments):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 200

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield service, f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            service.gate.set()
            server.shutdown()
            thread.join()
