"""How a page is asked for that begins where the page before it says, and how an answer is read. No I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Generic, TypeVar, cast

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from .._checks import is_count
from .._http.arguments import check_body, check_parameters, check_query
from .._http.operation import Operation
from .._http.values import text_of
from .._json.fields import python_name
from ..errors import APIError, ConfigurationError, FaultError, PaginationError, name_page
from ..hooks.pagination import Envelope
from ..options import RequestOptions
from ._forward_page import ForwardPage, Place, Position, Scheme

T = TypeVar("T")

_NO_VALUES: Final[Mapping[str, object]] = {}


class ForwardPlan(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """How to ask for any page of one list.

    Args:
        operation: The list operation.
        scheme: How its pages are turned.
        query: Wire names and plain values of the query, that which turns pages among them.
        parameters: What `operation.parameters` stand for, by their names in Python.
        body: The model or mapping that is sent; UNSET for no body.
        options: What is different for each of the calls.
        position: Where to begin; None for where the arguments say.

    Raises:
        ConfigurationError: The position is none of this list.
        EncodeError: An argument is of another type than the operation declares.
    """

    operation: Operation[Envelope[T]]
    scheme: Scheme
    query: Mapping[str, object] = _NO_VALUES
    parameters: Mapping[str, object] = _NO_VALUES
    body: object = UNSET
    options: RequestOptions | None = None
    position: Position | None = None

    def __post_init__(self) -> None:
        check_query(self.operation, self.query)
        if self.operation.parameters:
            check_parameters(self.operation, self.parameters)
        if self.body is not UNSET:
            check_body(self.operation, self.body)

    @property
    def start(self) -> Position | None:
        """Where reading begins, as far as that is known before anything is asked."""
        if self.position is not None:
            return self.position
        given = self._given(self.scheme.turned_by, self.scheme.place)
        if isinstance(given, str | int):
            return given
        return self.scheme.first if self.scheme.is_counted else None

    @property
    def is_whole(self) -> bool:
        """Whether reading begins where the list does."""
        return self.start == (self.scheme.first if self.scheme.is_counted else None)

    @property
    def size(self) -> int:
        """Items that a page is asked to have; 0 where that is unknown."""
        given = self._given(self.scheme.sized_by, self.scheme.size_place)
        return given if isinstance(given, int) and is_count(given) else self.scheme.default_size

    def resumed(self, position: object) -> ForwardPlan[T]:
        """Return the same plan from another page on.

        Args:
            position: The `next_position` of a page.

        Raises:
            ConfigurationError: It is none of this list.
        """
        is_right = (
            isinstance(position, int) and not isinstance(position, bool) and position >= 0
            if self.scheme.is_counted
            else isinstance(position, str | int) and not isinstance(position, bool) and position != ""
        )
        if not is_right:
            wanted = "a number from 0" if self.scheme.is_counted else "a text or a number that is not empty"
            raise ConfigurationError(
                f"{self.operation.name}: a position is the next_position of a page, which is {wanted} here; "
                f"got {type(position).__name__}."
            )
        return replace(self, position=cast("Position", position))

    def asked(self, position: Position | None) -> tuple[Mapping[str, object], Mapping[str, object], object]:
        """Return the parameters, the query and the body that ask for a page.

        Args:
            position: Where it begins; None for where the arguments say.
        """
        key, place = self.scheme.turned_by, self.scheme.place
        if position is None or not key:
            return self.parameters, self.query, self.body
        value = _fitting(position, self._kind(key, place))
        if place == "parameters":
            return {**self.parameters, key: value}, self.query, self.body
        if place == "query":
            return self.parameters, {**self.query, key: value}, self.body
        if isinstance(self.body, msgspec.Struct):
            return self.parameters, self.query, replace(self.body, **{_field(self.body, key): value})
        return self.parameters, self.query, {**cast("Mapping[str, object]", self.body), key: value}

    def page(self, envelope: Envelope[T], number: int, content: bytes) -> ForwardPage[T]:
        """Return the page that an answer holds.

        Args:
            envelope: The decoded answer.
            number: Which page it is.
            content: The answer as it came.
        """
        items = value_at(envelope, self.scheme.items)
        total = value_at(envelope, self.scheme.total) if self.scheme.total else None
        return ForwardPage(
            [*cast("Sequence[T]", items)] if isinstance(items, list | tuple) else [],
            number,
            int(total) if isinstance(total, int) and not isinstance(total, bool) and total >= 0 else None,
            envelope,
            content=content,
        )

    def cursor(self, page: ForwardPage[T]) -> Position | None:
        """Return the cursor that leads to the page after one, or None if there is none.

        Args:
            page: The page.

        Raises:
            PaginationError: What should lead there is no text and no number.
        """
        if self.scheme.last_item:
            found = value_at(page.items[-1], self.scheme.last_item) if page.items else None
        else:
            found = value_at(page.envelope, self.scheme.next)
        if found is None or found == "":
            return None
        if isinstance(found, bool | list | dict | msgspec.Struct):
            kind: type[object] = type(cast("object", found))
            raise PaginationError(
                f"{self.operation.name}: what leads to the next page is of the type {kind.__name__}, which is "
                "no cursor; read the list without it, page by page."
            )
        return found if isinstance(found, int) else text_of(found, "A cursor")

    def failed(self, error: Exception, number: int) -> Exception:
        """Return the error of a page, which tells what page it was and what came with a fault.

        Args:
            error: What the page failed with.
            number: Which page it was.
        """
        if isinstance(error, FaultError):
            page: Any = self.page(error.envelope, number, error.body)
            error.page = page
        if isinstance(error, APIError):
            name_page(error, number)
        return error

    def _given(self, key: str, place: Place) -> object:
        if not key:
            return None
        if place == "body":
            if isinstance(self.body, msgspec.Struct):
                return getattr(self.body, _field(self.body, key), None)
            body = cast("Mapping[str, object]", self.body)
            return body.get(key) if isinstance(self.body, Mapping) else None
        return (self.query if place == "query" else self.parameters).get(key)

    def _kind(self, key: str, place: Place) -> Any:
        if place == "query":
            return self.operation.kinds[key][1] if key in self.operation.kinds else str
        if place == "parameters":
            return next((one.kind for one in self.operation.parameters if one.name == key), str)
        fields = msgspec.structs.fields(self.body) if isinstance(self.body, msgspec.Struct) else ()
        return next((field.type for field in fields if field.encode_name == key), Any)


def value_at(value: object, path: tuple[str, ...]) -> Any:
    """Return what a path leads to in an answer, or None if it leads nowhere.

    Args:
        value: The decoded answer.
        path: Names of fields in Python.
    """
    found: Any = value
    for name in path:
        found = getattr(found, name, None)
    return None if found is UNSET else found


def _field(body: msgspec.Struct, key: str) -> str:
    """The field of a model that has a name on the wire."""
    return python_name(type(body), key) or key


def _fitting(position: Position, kind: Any) -> object:
    """A position as a value of the type that the argument has, where it can be one."""
    for value in (position, str(position)):
        try:
            return cast("object", msgspec.convert(value, kind, strict=False))
        except (msgspec.ValidationError, TypeError):
            continue
    return position
