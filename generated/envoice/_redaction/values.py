"""Redacts the account's values: in what the service quotes, a program prints and a codec logs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NoReturn, Self, SupportsIndex, cast
from urllib.parse import unquote_plus

from .names import SECRET_HEADERS, SECRET_QUERY

_HIDDEN: Final = b"<hidden>"
_SHORTEST_SECRET: Final = 6
"""A shorter value is not replaced, because it may be a part of many words."""


class SecretBytes(bytes):
    """Bytes whose repr is `<hidden>`, also in a list, a traceback or a pickle that holds them; sent, they are whole."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "b'<hidden>'"

    __str__ = __repr__

    def __rich_repr__(self) -> Iterator[object]:
        # Without it, rich prints the beginning of what is long by itself.
        return iter(())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[type[bytes], tuple[bytes]]:
        # Only what is about to be sent is held as bytes, and a request that is written out is not sent.
        return bytes, (_HIDDEN,)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> SecretStr:
        """Return the text, hidden as well.

        Args:
            encoding: As for `bytes.decode`.
            errors: As for `bytes.decode`.
        """
        return SecretStr(super().decode(encoding, errors))


class SecretStr(str):
    """A text whose repr is `<hidden>`. Whoever formats, encodes or pickles it by itself gets it as it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'<hidden>'"

    def __rich_repr__(self) -> Iterator[object]:
        # As for SecretBytes.
        return iter(())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[type[str], tuple[str]]:
        # A single value may go to another process. The object that holds all of them is never pickled.
        return str, (str(self),)

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> SecretBytes:
        """Return the bytes, hidden as well.

        Args:
            encoding: As for `str.encode`.
            errors: As for `str.encode`.
        """
        return SecretBytes(super().encode(encoding, errors))


class HoldsSecrets:
    """Base of the classes that hold a secret: copies share the object, and pickling it is refused."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        name = type(self).__name__
        raise TypeError(f"{name} holds secrets and is never pickled: build it anew in the process that needs it.")

    def __getstate__(self) -> NoReturn:
        # What reads the attributes of an object asks for them here, and not all of it asks `__reduce_ex__` first.
        self.__reduce_ex__(2)

    def __rich_repr__(self) -> Iterator[object]:
        # Without it, rich prints the fields of an attrs class, whatever its repr says.
        return iter(())

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


def as_secret(value: object) -> Any:
    """Return an argument as a secret, so that a traceback with locals does not contain it.

    Args:
        value: The argument, of any type.

    Returns:
        A `SecretStr` of a text, None of None, and the type of anything else: errors name nothing more of it.
    """
    if isinstance(value, str):
        return SecretStr(value)
    return None if value is None else type(value)


def mask_headers(request: Any) -> None:
    """Replace the headers of a request with a copy whose repr does not contain the account's values.

    Event hooks get a request before it is sent, and often print it. They can still read a value by its name.

    Args:
        request: A request of httpx, or of a library with its interface. Its headers are replaced.
    """
    kind = cast("Any", type(request.headers))
    if kind.__module__ != __name__:
        request.headers = _masking_kind(kind)(request.headers)


def put_headers(request: Any, added: Mapping[str, str]) -> None:
    """Set headers of a request, in a copy as `mask_headers` makes it.

    To set one after another costs three times as much.

    Args:
        request: A request of httpx, or of a library with its interface. Its headers are replaced.
        added: Names and values. A header of the request with such a name is replaced.
    """
    kind = cast("Any", type(request.headers))
    replaced = {name.lower().encode() for name in added}
    pairs: list[tuple[bytes, bytes]] = [pair for pair in request.headers.raw if pair[0].lower() not in replaced]
    pairs += [(name.encode(), value.encode()) for name, value in added.items()]
    masking = kind if kind.__module__ == __name__ else _masking_kind(kind)
    # Otherwise httpx looks through all of them to find the encoding.
    is_ascii = all(name.isascii() and value.isascii() for name, value in pairs)
    request.headers = masking(pairs, encoding="utf-8" if is_ascii else None)


def mask_url(request: Any) -> None:
    """Replace the URL of a request with a copy whose texts do not contain the account's values.

    Args:
        request: A request of httpx, or of a library with its interface. Its URL is replaced if it carries any.
    """
    kind = cast("Any", type(request.url))
    if SECRET_QUERY and kind.__module__ != __name__:
        request.url = _masking_url(kind)(request.url)


def strip_url(request: Any) -> None:
    """Take the account's values off the URL of a request that was sent.

    Args:
        request: A request of httpx, or of a library with its interface. Its URL is replaced if it carries any.
    """
    query = request.url.query
    kept = b"&".join(pair for pair in query.split(b"&") if not _is_secret(pair))
    if kept != query:
        request.url = request.url.copy_with(query=kept or None)


def _is_secret(pair: bytes) -> bool:
    return unquote_plus(pair.partition(b"=")[0].decode("ascii", "replace")) in SECRET_QUERY


@cache
def _masking_url(kind: Any) -> Any:
    """Return a subclass of a library's URL that hides our values in its texts; what is sent is read in bytes."""

    def text(self: Any) -> str:
        base, _, query = str(kind.__str__(self)).partition("?")
        query, mark, fragment = query.partition("#")
        pairs = [
            f"{pair.partition('=')[0]}=<hidden>" if _is_secret(pair.encode()) else pair for pair in query.split("&")
        ]
        return f"{base}?{'&'.join(pairs)}{mark}{fragment}" if query else base

    def shown(self: Any) -> str:
        return f"{kind.__name__}({text(self)!r})"

    def reduced(self: Any, _: SupportsIndex) -> tuple[Any, tuple[str]]:
        return kind, (text(self),)

    members = {"__module__": __name__, "__str__": text, "__repr__": shown, "__reduce_ex__": reduced}
    return type(kind.__name__, (kind,), members)


@cache
def _masking_kind(kind: Any) -> Any:
    """Return a subclass of a library's headers that returns our values as `SecretStr`."""
    read = kind.__getitem__

    def item(self: Any, name: str) -> str:
        value: str = read(self, name)
        return SecretStr(value) if name.lower() in SECRET_HEADERS else value

    def reduced(self: Any, _: SupportsIndex) -> tuple[Any, tuple[list[tuple[bytes, bytes]]]]:
        return kind, (self.raw,)

    def copied(self: Any, _: object = None) -> Any:
        return type(self)(self)

    members = {
        "__module__": __name__,
        "__getitem__": item,
        "__reduce_ex__": reduced,
        "__copy__": copied,
        "__deepcopy__": copied,
        "copy": copied,
    }
    return type(kind.__name__, (kind,), members)


def redact(text: bytes, secrets: Iterable[str]) -> bytes:
    """Return the text with `<hidden>` for each value, plain or in any spelling that `patterns` knows.

    Args:
        text: A body, or a part of one, in ASCII or an encoding based on it, or in UTF-16 or UTF-32.
        secrets: The values to replace. Those of fewer than 6 characters stay.
    """
    values = {value for value in secrets if len(value) >= _SHORTEST_SECRET}
    if not values:
        return text
    from .spellings import patterns  # needed only for texts of the service

    # The longest first, because a value may begin with another.
    for value in sorted(values, key=len, reverse=True):
        for pattern in patterns(value, text):
            text = pattern.sub(_HIDDEN, text)
    return text
