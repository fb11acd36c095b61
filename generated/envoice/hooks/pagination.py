"""What Envoice's pages look like to a caller, and how a page is made for a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

import msgspec
from envoice._lazy import lazy_module
from envoice.hooks._pagination import DefaultPages

if TYPE_CHECKING:
    from envoice import models
else:
    models = lazy_module(".models")

__all__ = ["Envelope", "Pages"]

BUILDS_ON: Final = ("models.ErrorInfo",)

T_co = TypeVar("T_co", covariant=True)


class Envelope(Protocol[T_co]):
    """What every paged answer looks like."""

    @property
    def total_count(self) -> int | None:
        """Number of items on all pages, as the service counts."""

    @property
    def result(self) -> Sequence[T_co] | None:
        """The items of this page."""

    @property
    def is_faulted(self) -> bool | None:
        """Whether the service says that the call failed."""

    @property
    def error_messages(self) -> Sequence[models.ErrorInfo] | None:
        """What the service says of the failure."""


class Pages(DefaultPages):
    """Reads and asks for pages as declared."""

    def build_envelope(self, items: Sequence[Any], total: int | None) -> Any:
        """Return the answer that a page might have come in, for tests.

        Args:
            items: The items.
            total: Number of items on all pages, or None.
        """
        return _BuiltEnvelope(total, list(items))


class _BuiltEnvelope(msgspec.Struct, frozen=True):
    total_count: int | None
    result: list[Any]
    is_faulted: bool = False
    error_messages: tuple[models.ErrorInfo, ...] = ()
