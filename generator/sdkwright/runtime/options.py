"""What can be set for a client, for a view of it, and for one call: a later one wins, field by field."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final, TypeGuard, cast

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import force_setattr, replace

from ._mismatch import described
from ._redaction.names import SECRET_HEADERS
from .errors import ConfigurationError

__all__ = ["RequestOptions", "RetryPolicy"]

# Whoever could set these could redirect a request, maim its framing or replace the account.
MAX_SECONDS: Final = 1_000_000_000
"""The longest time that can be set, about 31 years; operating systems know none that is much longer."""

_RESERVED: Final = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "host",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        *SECRET_HEADERS,
    }
)
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_VALUE: Final = re.compile(r"(?:[!-~](?:[ -~]*[!-~])?)?\Z")
_NO_HEADERS: Final[Mapping[str, str | None]] = MappingProxyType({})
_NO_QUERY: Final[Mapping[str, object]] = MappingProxyType({})


_PLAIN: Final = (
    "timeout", "max_retries", "deadline", "pool_timeout", "raise_faults", "follow_redirects", "validate",
)  # fmt: skip
"""The options that are one value each, and nobody's secret."""


def _is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _kind(value: object) -> str:
    return type(value).__name__


def check_timeout(value: object, name: str = "timeout") -> float | None:
    """Return a number of seconds if it is one.

    Args:
        value: Seconds above zero, or None for no limit.
        name: What it is called, for the error.

    Raises:
        ConfigurationError: It is something else.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < math.inf:
        got = repr(value) if isinstance(value, int | float | str) else described(value)
        way_out = "; pass its total_seconds()" if isinstance(value, timedelta) else ""
        raise ConfigurationError(
            f"{name} must be a number of seconds above zero, or None for no limit; got {got}{way_out}."
        )
    if value > MAX_SECONDS:
        raise ConfigurationError(f"{name} must be at most {MAX_SECONDS:,} seconds; None sets no limit.")
    return float(value)


def checked_headers(value: object) -> Mapping[str, str | None]:
    """Return headers by their names in lower case, if a caller may set them.

    Args:
        value: Names and texts; None takes a header away.

    Raises:
        ConfigurationError: One of them may not be set, or cannot be sent.
    """
    if not _is_mapping(value):
        raise ConfigurationError(f"headers must be a mapping of names to texts; got {_kind(value)}.")
    checked: dict[str, str | None] = {}
    for name, text in value.items():
        if not isinstance(name, str) or not _TOKEN.match(name):
            raise ConfigurationError(f"headers: {name!r} is not a header name.")
        if name.lower() in _RESERVED:
            raise ConfigurationError(f"headers: {name!r} is set by the client itself; leave it out.")
        if text is not None and (not isinstance(text, str) or not _VALUE.match(text)):
            raise ConfigurationError(
                f"headers: the value of {name!r} must be printable ASCII text without spaces around it."
            )
        checked[name.lower()] = text
    return MappingProxyType(checked)


class RequestOptions(Struct, frozen=True, kw_only=True):
    """Options of one call: `client.orders.get(1, options=RequestOptions(timeout=5))`. The rest stays as it is.

    Args:
        timeout: Seconds allowed for an attempt, from connecting to the end of the answer; None for no limit.
        max_retries: How often a failed attempt is repeated, if it may be.
        deadline: Seconds allowed for the whole call, with every attempt and the waiting between; None for no limit.
        pool_timeout: Seconds that an attempt may wait for a free connection before it starts; None for no limit but the
            deadline.
        headers: Further headers; None takes one away that the client adds.
        query: Further query parameters by their wire names, other than the operation's own; a list is repeated, None
            takes one away that was set before.
        raise_faults: Whether an answer with a status of success whose body says that the call failed is raised as a
            `FaultError`, where the service has such; else it is returned.
        follow_redirects: Whether the redirects of a GET are followed, at most five. The credentials never leave the
            origin they are for.
        validate: Whether arguments are held against what the document demands of values beyond their types, such as
            lengths and patterns, before anything is sent.

    Raises:
        ConfigurationError: A value cannot be used.
    """

    timeout: float | UnsetType | None = UNSET
    max_retries: int | UnsetType = UNSET
    deadline: float | UnsetType | None = UNSET
    pool_timeout: float | UnsetType | None = UNSET
    headers: Mapping[str, str | None] = _NO_HEADERS
    query: Mapping[str, object] = _NO_QUERY
    raise_faults: bool | UnsetType = UNSET
    follow_redirects: bool | UnsetType = UNSET
    validate: bool | UnsetType = UNSET

    def __post_init__(self) -> None:
        for name in ("timeout", "deadline", "pool_timeout"):
            if (seconds := getattr(self, name)) is not UNSET:
                check_timeout(seconds, name)
        retries = cast("object", self.max_retries)
        if retries is not UNSET and (isinstance(retries, bool) or not isinstance(retries, int) or retries < 0):
            raise ConfigurationError(f"max_retries must be an integer from 0; got {retries!r}.")
        for name in ("raise_faults", "follow_redirects", "validate"):
            if (flag := getattr(self, name)) is not UNSET and not isinstance(flag, bool):
                raise ConfigurationError(f"{name} must be True or False; got {flag!r}.")
        if self.headers is not _NO_HEADERS:
            force_setattr(self, "headers", checked_headers(self.headers))
        if self.query is not _NO_QUERY:
            query: object = self.query
            if not _is_mapping(query):
                raise ConfigurationError(f"query must be a mapping of names to values; got {_kind(query)}.")
            if any(not isinstance(name, str) or not name for name in query):
                raise ConfigurationError("query: the names must be text.")
            force_setattr(self, "query", MappingProxyType(dict(self.query)))

    def __reduce__(self) -> tuple[Any, ...]:
        # A mapping proxy can be neither pickled nor copied.
        given = {name: value for name in self.__struct_fields__ if (value := getattr(self, name)) is not UNSET}
        return _restored, (given | {"headers": dict(self.headers), "query": dict(self.query)},)

    def __repr__(self) -> str:
        # Headers and query may hold what is personal.
        given = ((name, getattr(self, name)) for name in _PLAIN)
        return f"RequestOptions({', '.join(f'{name}={value!r}' for name, value in given if value is not UNSET)})"


def _restored(given: dict[str, Any]) -> RequestOptions:
    return RequestOptions(**given)


class Settings(Struct, frozen=True, kw_only=True):
    """The same, with everything decided: what one call is made with."""

    timeout: float | None
    max_retries: int
    deadline: float | None
    pool_timeout: float | None
    headers: dict[str, str]
    query: Mapping[str, object]
    raise_faults: bool
    follow_redirects: bool
    validate: bool = False

    def merged(self, options: RequestOptions) -> Settings:
        """Return these settings with what the options decide.

        Args:
            options: What wins.

        Raises:
            ConfigurationError: They are no `RequestOptions`.
        """
        if not isinstance(cast("object", options), RequestOptions):
            raise ConfigurationError(
                f"options must be RequestOptions, such as RequestOptions(timeout=5); got {_kind(options)}."
            )
        changes: dict[str, Any] = {name: value for name in _PLAIN if (value := getattr(options, name)) is not UNSET}
        if options.headers:
            headers = {**self.headers, **options.headers}
            changes["headers"] = {name: text for name, text in headers.items() if text is not None}
        if options.query:
            changes["query"] = {**self.query, **options.query}
        return replace(self, **changes)

    def __repr__(self) -> str:
        return f"Settings(timeout={self.timeout}, max_retries={self.max_retries}, deadline={self.deadline})"


def _jitter() -> float:
    from random import random  # only for what is repeated

    return random()  # noqa: S311 - nothing secret


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """How long to wait before an attempt is repeated: a random part of a time that doubles (full jitter).

    A service that says `Retry-After` is never asked earlier than that, and not at all in this call if it says more than
    `max_retry_after`.

    Args:
        first_delay: Upper bound of the first wait in seconds.
        max_delay: Upper bound of any wait in seconds, the service's own wish apart.
        max_retry_after: The longest `Retry-After` in seconds that is waited for.
        random: Gives the random part, from 0 to below 1.
        retry_post_on_429: Whether a request that changes something, such as a POST, is repeated after a 429. A GET is
            repeated in any case. Set it only if the service, and every proxy before it, acts on nothing that it
            answers 429.

    Raises:
        ConfigurationError: A bound is no number of seconds from 0, or `retry_post_on_429` is no bool.
    """

    first_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 60.0
    random: Callable[[], float] = _jitter
    retry_post_on_429: bool = False

    def __post_init__(self) -> None:
        for name in ("first_delay", "max_delay", "max_retry_after"):
            value: object = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
                raise ConfigurationError(f"RetryPolicy: {name} must be a number of seconds from 0; got {value!r}.")
            if value > MAX_SECONDS:
                raise ConfigurationError(f"RetryPolicy: {name} must be at most {MAX_SECONDS:,} seconds.")
        flag = cast("object", self.retry_post_on_429)
        if not isinstance(flag, bool):
            raise ConfigurationError(f"RetryPolicy: retry_post_on_429 must be True or False; got {flag!r}.")

    def delay(self, retries: int, retry_after: float | None) -> float | None:
        """Return the seconds to wait, or None when the service asks for more than is waited for.

        Args:
            retries: How many repetitions there were before.
            retry_after: Seconds that the service asks for, if it does.
        """
        if retry_after is not None and retry_after > self.max_retry_after:
            return None
        # The power is bounded, for 2.0 ** 1024 is an error.
        jittered = self.random() * min(self.max_delay, self.first_delay * 2.0 ** min(retries, 64))
        return max(jittered, retry_after or 0.0)
