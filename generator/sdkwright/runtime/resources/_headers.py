"""Headers that the document declares for an answer, each by its name and as its type."""

from __future__ import annotations

from typing import Protocol, TypeVar, overload

H = TypeVar("H")


class HasHeaders(Protocol):
    """A raw answer, or one that is read in parts."""

    @overload
    def header(self, name: str) -> str | None: ...
    @overload
    def header(self, name: str, kind: type[H]) -> H | None: ...


class DeclaredHeaders:
    """What an operation declares of the headers of its answer.

    Args:
        answer: The answer: what `with_raw_response` gives, a stream, or what `with_streaming_response` gives.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: HasHeaders) -> None:
        self._answer: HasHeaders = answer

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._answer!r})"
