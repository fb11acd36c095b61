"""What a stub server remembers of the requests it got: everything but the values of headers that may authenticate."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, Protocol, Self

import attrs

from sdkwright.stubs.exchange import Asked

SIZE: Final = 20_000
"""Requests remembered; older ones are forgotten."""

_SECRET: Final = re.compile(r"auth|cookie|secret|token|password|api-?key")
_HIDDEN: Final = "<hidden>"


@attrs.frozen
class Received:
    """One request in the journal.

    Attributes:
        method: `GET`, `POST`, ...
        path: As sent, without the query.
        query: Decoded names and values in the order sent.
        headers: Names in lower case; what authenticates reads `<hidden>`.
        body: As sent.
        stub: The name of the stub that answered; None when none did.
        miss: A sentence that no stub answered, and which came nearest; empty when one did.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: Mapping[str, str]
    body: bytes
    stub: str | None
    miss: str = ""

    @classmethod
    def of(cls, asked: Asked, stub: str | None, *, nearest: str = "") -> Self:
        """The entry for `asked`, which `stub` answered; else `nearest` says what came near."""
        miss = "" if stub is not None else f"No stub answers {asked.method} {asked.path}. {nearest}".rstrip()
        headers = {name: _HIDDEN if _SECRET.search(name) else value for name, value in asked.headers}
        return cls(asked.method, asked.path, asked.query, headers, asked.body, stub, miss)


class Server(Protocol):
    """What tests ask of a stub server, whichever it is."""

    @property
    def base_url(self) -> str:
        """Where it listens, for example `http://127.0.0.1:40123`."""
        ...

    @property
    def journal(self) -> tuple[Received, ...]:
        """The requests since the last reset, oldest first."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all its stubs."""
        ...

    def reset(self) -> None:
        """Forget the requests so far and put every scenario back to its beginning."""
        ...


def unmatched(journal: Iterable[Received]) -> list[str]:
    """What is to be said of the requests that no stub answered, near misses included."""
    return [call.miss for call in journal if call.stub is None]


def unused(server: Server) -> set[str]:
    """The names of the stubs that have answered nothing since the last reset."""
    return set(server.names) - {call.stub for call in server.journal if call.stub is not None}
