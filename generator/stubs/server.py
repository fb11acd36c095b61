"""Answers requests from WireMock mappings, in process (it is a WSGI application) or on a loopback socket.

It needs no Java, opens no other interface, and never keeps the value of a header that authenticates.
"""

import threading
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self
from wsgiref.types import StartResponse, WSGIEnvironment

import attrs
import msgspec
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from generator.errors import GeneratorError
from generator.stubs.matching import Reply, in_order, nearest

JOURNAL_SIZE: Final = 10_000
"""Requests remembered; older ones are forgotten."""

_SECRET_HEADERS: Final = frozenset({"x-auth-key", "x-auth-secret", "authorization", "proxy-authorization", "cookie"})
_HIDDEN: Final = "<hidden>"


@attrs.frozen
class Received:
    """One request in the journal.

    Attributes:
        method: `GET`, `POST`, ...
        path: Decoded, without the query.
        query: Names and values in the order sent.
        headers: Names in lower case; what authenticates reads `<hidden>`.
        body: As sent.
        stub: The name of the stub that answered; None when none did.
        miss: Why none did; empty otherwise.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes
    stub: str | None
    miss: str = ""


class _Handler(WSGIRequestHandler):
    """Says nothing about requests on the terminal: the journal knows them."""

    # Without it, an answer's head and body in two packets cost a delayed acknowledgement.
    disable_nagle_algorithm = True

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


class StubServer:
    """A server of stubs, as a WSGI application and as a context manager that listens on 127.0.0.1.

    In process: `httpx.Client(transport=httpx.WSGITransport(server), base_url="http://stubs")`. Over a socket:
    `with StubServer(mappings) as server: ... server.base_url`.

    Args:
        mappings: WireMock mappings. Lower `priority` is asked first; of equals, the last.

    Raises:
        GeneratorError: A mapping uses something that this server does not do.
    """

    def __init__(self, mappings: Sequence[Mapping[str, Any]]) -> None:
        self._stubs = in_order(mappings)
        self._journal: deque[Received] = deque(maxlen=JOURNAL_SIZE)
        self._listening: tuple[BaseWSGIServer, threading.Thread] | None = None

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """A server of every mapping in the `*.json` files of `folder`, in the order of the files' names.

        Raises:
            GeneratorError: No such file, one that is not JSON or holds no mappings, or a mapping that is refused.
        """
        files = sorted(folder.glob("*.json"))
        if not files:
            raise GeneratorError(f"{folder}: no stubs here; `python -m generator generate` writes them.")
        return cls([mapping for file in files for mapping in _read(file)])

    @property
    def journal(self) -> tuple[Received, ...]:
        """The requests so far, oldest first."""
        return tuple(self._journal)

    def reset(self) -> None:
        """Forget the requests so far."""
        self._journal.clear()

    @property
    def base_url(self) -> str:
        """Where the server listens, for example `http://127.0.0.1:40123`.

        Raises:
            RuntimeError: It does not listen now.
        """
        if self._listening is None:
            raise RuntimeError("The stub server listens only inside its `with` block.")
        return f"http://127.0.0.1:{self._listening[0].port}"

    def __enter__(self) -> Self:
        if self._listening is not None:
            raise RuntimeError("The stub server listens already.")
        server = make_server("127.0.0.1", 0, self, threaded=True, request_handler=_Handler)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), name="stub-server", daemon=True)
        self._listening = server, thread
        thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._listening is None:
            return
        server, thread = self._listening
        self._listening = None
        server.shutdown()
        thread.join()
        server.server_close()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (the WSGI protocol)."""
        request = Request(environ)
        body = request.get_data()
        stub = next((stub for stub in self._stubs if not stub.misses(request)), None)
        miss = "" if stub else f"No stub answers {request.method} {request.path}. {nearest(self._stubs, request)}"
        self._journal.append(_received(request, body, stub.name if stub else None, miss))
        if stub is None:
            return Response(miss + "\n", 404, content_type="text/plain; charset=utf-8")(environ, start_response)
        return _response(stub.reply)(environ, start_response)


def _received(request: Request, body: bytes, stub: str | None, miss: str) -> Received:
    headers = {name.lower(): _HIDDEN if name.lower() in _SECRET_HEADERS else value for name, value in request.headers}
    query = tuple(request.args.items(multi=True))
    return Received(request.method, request.path, query, headers, body, stub, miss)


def _response(reply: Reply) -> Response:
    response = Response(reply.body, reply.status, reply.headers.copy())
    if "Content-Type" not in reply.headers:
        # WireMock adds none; werkzeug would.
        response.headers.remove("Content-Type")
    return response


def _read(file: Path) -> list[Mapping[str, Any]]:
    """The mappings of one file; numbers with a fraction stay exact."""
    try:
        value = msgspec.json.Decoder(float_hook=Decimal).decode(file.read_bytes())
    except (OSError, msgspec.DecodeError, RecursionError) as error:
        raise GeneratorError(f"{file}: not a readable JSON file ({error}).") from None
    match value:
        case {"mappings": list(mappings)} if all(isinstance(mapping, dict) for mapping in mappings):
            return mappings
        case _:
            raise GeneratorError(f'{file}: no WireMock mappings; the top level must be {{"mappings": [...]}}.')
