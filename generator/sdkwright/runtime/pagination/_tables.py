"""What both kinds of pager make of all their items: flat rows, and a table of Arrow."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .._lazy import lazy_module

if TYPE_CHECKING:
    from .._json import rows as _rows
else:
    # A list that is read item by item needs none of it.
    _rows = lazy_module("._json.rows")
_arrow: Any = lazy_module("._json.arrow")
_shapes: Any = lazy_module("._json.shapes")

T = TypeVar("T")


class _Typed:
    """A list whose answers have a type."""

    def _item_place(self) -> tuple[Any, tuple[str, ...]]:
        """The type of an answer, and the fields that lead to its items."""
        raise NotImplementedError

    def _item_shape(self) -> Any:
        kind, names = self._item_place()
        return _rows.item_shape(_shapes.shape_of(kind), names) if kind is not None else None


class Tables(_Typed, Generic[T]):
    """The tables of a pager."""

    def __iter__(self) -> Iterator[T]:
        raise NotImplementedError

    def to_rows(self, *, depth: int = 1, explode: str | None = None, secrets: bool = False) -> list[dict[str, Any]]:
        """Read the list to its end and return the items as flat rows, all with the same columns, for data frames.

        Args:
            depth: As for `interchange.to_rows`, which describes the columns.
            explode: As for `interchange.to_rows`.
            secrets: As for `interchange.to_rows`.

        Raises:
            APIError: A page could not be fetched.
            ConfigurationError: The items have no list of the name that `explode` gives, or `depth` is below 0.
            EncodeError: A value has no JSON form; the message names the field.
        """
        return _rows.Table(self, self._item_shape(), depth=depth, explode=explode, secrets=secrets).complete_rows()

    def to_arrow(self, *, depth: int = 1, explode: str | None = None, secrets: bool = False) -> Any:
        """Read the list to its end and return the items as a `pyarrow.Table`, with the columns of `to_rows`.

        Args:
            depth: As for `interchange.to_rows`.
            explode: As for `interchange.to_rows`.
            secrets: As for `interchange.to_rows`.

        Raises:
            APIError: A page could not be fetched.
            ConfigurationError: As for `to_rows`; or pyarrow is not installed.
            EncodeError: A value does not fit exactly into its column; the message names the column.
        """
        _arrow.check_installed()
        table = _rows.Table(self, self._item_shape(), depth=depth, explode=explode, secrets=secrets)
        return _arrow.arrow_table(table, stacklevel=2)


class AsyncTables(_Typed, Generic[T]):
    """The same, awaited."""

    def __aiter__(self) -> AsyncIterator[T]:
        raise NotImplementedError

    async def to_rows(
        self, *, depth: int = 1, explode: str | None = None, secrets: bool = False
    ) -> list[dict[str, Any]]:
        """Read the list to its end and return the items as flat rows, all with the same columns, for data frames.

        Args:
            depth: As for `interchange.to_rows`, which describes the columns.
            explode: As for `interchange.to_rows`.
            secrets: As for `interchange.to_rows`.

        Raises:
            APIError: A page could not be fetched.
            ConfigurationError: The items have no list of the name that `explode` gives, or `depth` is below 0.
            EncodeError: A value has no JSON form; the message names the field.
        """
        items = [item async for item in self]
        return _rows.Table(items, self._item_shape(), depth=depth, explode=explode, secrets=secrets).complete_rows()

    async def to_arrow(self, *, depth: int = 1, explode: str | None = None, secrets: bool = False) -> Any:
        """Read the list to its end and return the items as a `pyarrow.Table`, with the columns of `to_rows`.

        Args:
            depth: As for `interchange.to_rows`.
            explode: As for `interchange.to_rows`.
            secrets: As for `interchange.to_rows`.

        Raises:
            APIError: A page could not be fetched.
            ConfigurationError: As for `to_rows`; or pyarrow is not installed.
            EncodeError: A value does not fit exactly into its column; the message names the column.
        """
        _arrow.check_installed()
        items = [item async for item in self]
        table = _rows.Table(items, self._item_shape(), depth=depth, explode=explode, secrets=secrets)
        return _arrow.arrow_table(table, stacklevel=2)
