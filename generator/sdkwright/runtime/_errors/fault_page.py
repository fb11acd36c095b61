"""What the page that came with a fault has, for annotations: `pagination` stands above the errors."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol


class FaultPage(Protocol):
    """The page that came with a fault, as `pagination.Page` has it."""

    @property
    def items(self) -> list[Any]:
        """The items in the service's order."""
        ...

    @property
    def number(self) -> int:
        """Number of the page, from 1."""
        ...

    @property
    def total(self) -> int | None:
        """Number of items on all pages as the service counts them, or None when it gives none."""
        ...

    @property
    def envelope(self) -> Any:
        """The decoded answer that the page was made from."""
        ...

    @property
    def next_number(self) -> int | None:
        """Number of the page after this one; None when the list ends here."""
        ...

    @property
    def content(self) -> bytes:
        """The bytes of the answer; empty when it was made by hand."""
        ...

    @property
    def is_faulted(self) -> bool:
        """Whether the service says that this page failed."""
        ...

    def unknown_fields(self) -> dict[str, object]:
        """Return what the answer holds and this package's models do not: JSON path to value."""
        ...

    def __iter__(self) -> Iterator[Any]: ...

    def __len__(self) -> int: ...
