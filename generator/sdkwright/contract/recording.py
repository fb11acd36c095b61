"""A stub server that keeps every request with its answer, credentials included: all of it is made up."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from sdkwright.stubs.exchange import Answer, Asked
from sdkwright.stubs.server import StubServer


@attrs.frozen
class Exchange:
    """A request and its answer.

    Attributes:
        asked: What was sent.
        answer: What the stub answered.
        stub: The stub's name; None where none answered.
        miss: A sentence that none did; empty where one did.
    """

    asked: Asked = attrs.field(repr=False)
    answer: Answer = attrs.field(repr=False)
    stub: str | None
    miss: str = ""


class RecordingServer(StubServer):
    """Answers as any stub server. It is for one thread.

    Args:
        mappings: WireMock mappings.
    """

    def __init__(self, mappings: Sequence[Mapping[str, Any]]) -> None:
        super().__init__(mappings)
        self._exchanges: list[Exchange] = []

    def respond(self, method: str, url: str, headers: Iterable[tuple[str, str]], body: bytes) -> Answer:
        """Answer one request, and keep both; see `StubServer`."""
        given = [*headers]
        answer = super().respond(method, url, given, body)
        entry = self.journal[-1]
        self._exchanges.append(Exchange(Asked.of(method, url, given, body), answer, entry.stub, entry.miss))
        return answer

    def take(self) -> tuple[Exchange, ...]:
        """What was kept since the last time, which is forgotten."""
        found = tuple(self._exchanges)
        self._exchanges.clear()
        self.reset()
        return found
