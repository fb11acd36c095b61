"""What all answers that are read in parts share: their head, and the limit for the next part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar, cast, overload

from msgspec import UNSET, UnsetType

from ..errors import ConfigurationError
from .source import AsyncSource, Source

H = TypeVar("H")
S = TypeVar("S", Source, AsyncSource)


class Parts(Generic[S]):
    """An answer that is read in parts, as far as its head goes."""

    _source: S

    @property
    def status(self) -> int:
        """HTTP status, when the answer has begun.

        Raises:
            RuntimeError: It has not.
        """
        return self._source.head.status

    @property
    def headers(self) -> Mapping[str, str]:
        """Response headers, looked up in any case, when the answer has begun.

        Raises:
            RuntimeError: It has not.
        """
        return self._source.head.headers

    @property
    def request_id(self) -> str | None:
        """The service's identifier of this call, if it sent one, when the answer has begun.

        Raises:
            RuntimeError: It has not.
        """
        return self._source.head.request_id

    @overload
    def header(self, name: str) -> str | None: ...
    @overload
    def header(self, name: str, kind: type[H]) -> H | None: ...
    def header(self, name: str, kind: Any = None) -> Any:
        """Return the value of a header, or None when it was not sent or is no such value.

        Args:
            name: Its name, in any case.
            kind: `int`, `float`, `bool`, `str`, `Decimal`, `datetime`, `date` or `UUID`; None for text.

        Raises:
            RuntimeError: The answer has not begun.
        """
        return self._source.head.header(name, kind)

    def _limit_idle(self, idle: float | UnsetType | None) -> None:
        if idle is UNSET:
            return
        given = cast("object", idle)
        if given is not None and (not isinstance(given, int | float) or isinstance(given, bool) or not given > 0):
            raise ConfigurationError(f"idle must be a number of seconds above 0, or None; got {given!r}.")
        self._source.idle = given
