"""Valid models for tests: every field filled, the same values every time, and each of them yours to choose."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from types import UnionType
from typing import Any, Final, TypeVar, Union, cast, get_args, get_origin
from uuid import UUID

import msgspec

from .._api import NAME
from .._checks import is_count
from .._deprecated import FIELDS
from .._json.base_types import datetime_type
from .._json.codec import Undecodable, decode, encode
from .._json.fields import EXTRAS
from .._json.model import Model
from .._json.shapes import is_enum, is_int_enum, plain_type, shape_of, union_members
from ..errors import ConfigurationError, EncodeError
from ..hooks._pagination import PageHook
from ..hooks.pagination import Pages
from ..pagination import Page

__all__ = ["build", "build_many", "build_page"]

BUILDS_ON: Final = ("_api.NAME", "_deprecated.FIELDS")

M = TypeVar("M", bound=Model)

_PAGES: Final[PageHook] = Pages()
_AMOUNT: Final = Decimal("100.10")
_MOMENT: Final = datetime(2026, 1, 31, 12, 0, tzinfo=UTC)
_OTHERS: Final[dict[Any, object]] = {
    bytes: b"text",
    date: date(2026, 1, 31),
    time: time(12, 0, tzinfo=UTC),
    timedelta: timedelta(hours=1),
    UUID: UUID("00000000-0000-4000-8000-000000000001"),
}
# Below this many models, one that may be missing is missing: the service's own records refer to one another in circles.
_DEPTH: Final = 4


def build(kind: type[M], /, **fields: Any) -> M:
    """Make a model with every field filled, as the client would read it.

        order = build(Order, number="A-1", status=OrderStatus.PAID, customer=build(Customer, name="Acme Ltd"))

    The same call gives the same model: 1 for a number, 100.10 for an amount, the first member of an enum, False, noon
    of 2026-01-31 in UTC, lists and maps of one. Links lead to a host below `.invalid`, which exists nowhere.

    Args:
        kind: Class of the model.
        fields: Fields to set, by their names in Python; None for a field that the service leaves empty.

    Returns:
        The model.

    Raises:
        ConfigurationError: There is no such field, or the value is none that it can hold.
    """
    given = cast("object", kind)
    if not (isinstance(given, type) and issubclass(given, Model)):
        raise ConfigurationError(f"build: give it the class of a model of this package; got {kind!r}.")
    known = [field.name for field in msgspec.structs.fields(kind)]
    for name in fields:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known)}."
            raise ConfigurationError(f"build({kind.__name__}): there is no field {name!r}; {hint}")
    model = kind(**_filled(kind, (), set(fields)) | fields)
    try:
        return decode(encode(model), kind)
    except EncodeError as error:
        problem = error.message
    except Undecodable as error:
        problem = f"{error.reason}{f' at {error.path}' if error.path else ''}"
    raise ConfigurationError(f"build({kind.__name__}): a field cannot hold what it was given: {problem.rstrip('.')}.")


def build_many(kind: type[M], count: int, /, **fields: Any) -> list[M]:
    """Make several models that differ in their `id`, 1 and up, if they have one and it is not given.

    Args:
        kind: Class of the models.
        count: How many, zero or more.
        fields: Fields to set in each of them.

    Returns:
        The models.

    Raises:
        ConfigurationError: There is no such field, or the value is none that it can hold.
    """
    numbered = "id" not in fields and any(field.name == "id" for field in msgspec.structs.fields(kind))
    return [build(kind, **fields, **({"id": number} if numbered else {})) for number in range(1, count + 1)]


def build_page(items: Sequence[M], *, page: int = 1, total: int | None = None, last: bool = True) -> Page[M]:
    """Make a page of a list, for code that is given one.

        page = build_page(build_many(Order, 3))

    Args:
        items: The items.
        page: Its number, from 1.
        total: Number of items on all pages, as the service would count; the number of items here when None.
        last: Whether it is the last page.

    Returns:
        The page.

    Raises:
        ConfigurationError: `page` is not an integer from 1.
    """
    if not is_count(page):
        raise ConfigurationError(f"build_page: page must be an integer from 1; got {page!r}.")
    count = len(items) if total is None else total
    return Page(list(items), page, count, _PAGES.build_envelope(items, count), None if last else page + 1)


def value_of(kind: Any) -> Any:
    """Return a value of any type that an operation answers.

    Args:
        kind: A model, enum, int, bool, str, Decimal, datetime, or a list of these.
    """
    return _value("value", kind, ())


def classes_of(kind: Any) -> tuple[type, ...]:
    """Return the classes that a value of a type may be of: of a union all of them, of a list those of its items.

    Args:
        kind: What an operation answers.
    """
    found: list[type] = []
    pending, seen = [kind], set[Any]()
    while pending:
        inner = pending.pop(0)
        if inner in seen:
            continue
        seen.add(inner)
        if parts := union_members(inner) or get_args(inner):
            pending += parts
        elif isinstance(inner, type):
            found.append(inner)
    return tuple(found)


def _filled(kind: type[msgspec.Struct], around: tuple[type, ...], given: set[str]) -> dict[str, Any]:
    inside = (*around, kind)
    # An old name would prevail over the new one.
    left_out = given.union([EXTRAS], *(FIELDS.get(base.__name__, ()) for base in kind.__mro__))
    return {
        field.name: _value(field.name, field.type, inside)
        for field in msgspec.structs.fields(kind)
        if field.name not in left_out
    }


def _value(name: str, kind: Any, around: tuple[type, ...]) -> Any:
    kind = plain_type(kind)
    if get_origin(kind) in {Union, UnionType}:
        return _chosen(name, get_args(kind), around)
    if members := union_members(kind):
        return _as_variant(_value(name, _member(members, (*around, kind)), (*around, kind)), kind.discriminator)
    if get_origin(kind) is list:
        (item,) = get_args(kind)
        return [] if _too_deep(item, around) else [_value(name, item, around)]
    if get_origin(kind) is dict:
        member = get_args(kind)[1]
        return {} if _too_deep(member, around) else {"key": _value(name, member, around)}
    if is_enum(kind) or is_int_enum(kind):
        return next(iter(kind))
    return _scalar(name, kind) if not _is_model(kind) else kind(**_filled(kind, around, set()))


def _chosen(name: str, choices: tuple[Any, ...], around: tuple[type, ...]) -> Any:
    """The first of a union that is a value; amounts are exact wherever they may be."""
    values = [choice for choice in choices if choice not in {type(None), msgspec.UnsetType}]
    kind = Decimal if Decimal in values else values[0]
    if _too_deep(kind, around):
        # What may be absent is not null by that.
        if msgspec.UnsetType in choices:
            return msgspec.UNSET
        if type(None) in choices:
            return None
    return _value(name, kind, around)


def _member(members: tuple[Any, ...], around: tuple[type, ...]) -> Any:
    """The first member of a union that does not lead back to where it stands."""
    near = [member for member in members if not _too_deep(_held(member), around)]
    return (near or members)[0]


def _as_variant(value: Any, discriminator: Any) -> Any:
    """A member of a union with what tells it from the others."""
    if discriminator is None or not isinstance(value, msgspec.Struct):
        return value
    kind: Any = type(value)
    field = shape_of(kind).fields.get(discriminator.name)
    tags = [tag for tag, model in discriminator.variants.items() if model == kind.__name__]
    if field is None or not tags:
        return value
    tag: Any = field.shape.kind(tags[0]) if is_enum(field.shape.kind) else tags[0]
    return msgspec.structs.replace(value, **{field.name: tag})


def _held(kind: Any) -> Any:
    return _held(get_args(kind)[-1]) if get_origin(kind) in {list, dict} else plain_type(kind)


def _too_deep(kind: Any, around: tuple[type, ...]) -> bool:
    return kind in around or (_is_model(kind) and len(around) >= _DEPTH)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _scalar(name: str, kind: Any) -> Any:
    if kind is str:
        return _text(name)
    # A test that has frozen the clock puts a class of its own in the place of `datetime`.
    if isinstance(kind, type) and issubclass(kind, datetime_type()):
        return _MOMENT
    known: dict[Any, object] = {bool: False, int: 1, Decimal: _AMOUNT, float: 1.0, **_OTHERS}
    if kind in known:
        return known[kind]
    # What the document leaves open may be any JSON value.
    return {}


def _text(name: str) -> str:
    words = name.split("_")
    if "email" in words:
        return "billing@example.com"
    if {"link", "url", "uri"} & set(words):
        return f"https://{NAME}.invalid/{name}"
    return " ".join(words).capitalize()
