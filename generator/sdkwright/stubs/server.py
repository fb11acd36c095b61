"""Answers requests from WireMock mappings, in process or on a loopback socket.

It needs no Java, opens no other interface, and never keeps the value of a header that authenticates.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.stubs.exchange import Answer, Asked
from sdkwright.stubs.journal import SIZE, Received
from sdkwright.stubs.listener import Listener
from sdkwright.stubs.matching import Book, Stub
from sdkwright.stubs.reading import read_stub

__all__ = ["Received", "StubServer"]

_BODIES: Final = "__files"


class StubServer:
    """A server of stubs: `respond` in process, and a context manager that listens on 127.0.0.1.

    `with StubServer.from_folder(folder) as server: ... server.base_url`.

    Args:
        mappings: WireMock mappings, or stubs read from such. Lower `priority` is asked first; of equals, the last.

    Raises:
        GeneratorError: A mapping uses something that this server does not do.
    """

    def __init__(self, mappings: Sequence[Mapping[str, Any] | Stub]) -> None:
        stubs = [
            mapping if isinstance(mapping, Stub) else read_stub(mapping, position=position)
            for position, mapping in enumerate(mappings)
        ]
        self._book = Book(stubs)
        self._journal: deque[Received] = deque(maxlen=SIZE)
        self._listener: Listener | None = None

    @classmethod
    def from_folder(cls, folder: Path) -> Self:
        """A server of every mapping in the `*.json` files of `folder` and its folders, in the order of their paths.

        Raises:
            GeneratorError: No such file, one that is not JSON or holds no mappings, or a mapping that is refused; the
                sentence names the file.
        """
        return cls(read_folder(folder))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stubs, in the order in which they are asked."""
        return self._book.names

    @property
    def journal(self) -> tuple[Received, ...]:
        """The requests since the last reset, oldest first."""
        return tuple(self._journal)

    def reset(self) -> None:
        """Forget the requests so far and put every scenario back to its beginning."""
        self._journal.clear()
        self._book.rewind()

    def respond(self, method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes) -> Answer:
        """The answer to one request, and an entry in the journal; it may be called from any thread.

        Args:
            method: `GET`, `POST`, ...
            url: Absolute, or path and query; encoded as it is sent.
            headers: Names and values; a name may come more than once.
            body: As sent; empty for none.

        Returns:
            What to send, and how: whoever sends it waits for its delay and breaks off as its fault says.
        """
        asked = Asked.of(method, url, headers, body)
        stub = self._book.find(asked)
        if stub is not None:
            self._journal.append(Received.of(asked, stub.name))
            return stub.answer
        entry = Received.of(asked, None, nearest=self._book.nearest(asked))
        self._journal.append(entry)
        return Answer(
            HTTPStatus.NOT_FOUND, (("Content-Type", "text/plain; charset=utf-8"),), f"{entry.miss}\n".encode()
        )

    @property
    def base_url(self) -> str:
        """Where the server listens, for example `http://127.0.0.1:40123`.

        Raises:
            RuntimeError: It does not listen now.
        """
        if self._listener is None:
            raise RuntimeError("The stub server listens only inside its `with` block.")
        return f"http://127.0.0.1:{self._listener.port}"

    def __enter__(self) -> Self:
        if self._listener is not None:
            raise RuntimeError("The stub server listens already.")
        self._listener = Listener(self.respond)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None


def read_folder(folder: Path) -> list[Stub]:
    """The stubs of every `*.json` file in `folder` and its folders, in the order of their paths.

    Raises:
        GeneratorError: As `StubServer.from_folder`.
    """
    files = mapping_files(folder)
    if not files:
        raise GeneratorError(f"{folder}: no stubs here; `python -m sdkwright stubs` writes them.")
    return [stub for file in files for stub in _read(file)]


def mapping_files(folder: Path) -> list[Path]:
    """The files of mappings in `folder` and its folders, as WireMock finds them; `__files` holds bodies."""
    found = [file for file in folder.rglob("*.json") if file.is_file()]
    return sorted(file for file in found if _BODIES not in file.relative_to(folder).parts)


def _read(file: Path) -> list[Stub]:
    """The stubs of one file; numbers with a fraction stay exact."""
    try:
        value = msgspec.json.Decoder(float_hook=Decimal).decode(file.read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GeneratorError(f"{file}: not a readable JSON file ({error}).") from None
    match value:
        case {"mappings": list(mappings)} if all(isinstance(mapping, dict) for mapping in mappings):
            pass
        case _:
            raise GeneratorError(f'{file}: no WireMock mappings; the top level must be {{"mappings": [...]}}.')
    try:
        return [read_stub(mapping, position=position) for position, mapping in enumerate(mappings)]
    except GeneratorError as error:
        raise GeneratorError(f"{file}: {error}") from None
