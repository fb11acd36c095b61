"""What the clients share: the arguments that callers know, and views with others."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, ClassVar, Final, NoReturn, Self

from .._api import ENVIRONMENT
from .._redaction.values import as_secret
from ._options import seconds
from ._values import NOT_GIVEN, NotGiven

BUILDS_ON: Final = ("_api.ENVIRONMENT",)

DEFAULT_TIMEOUT: Final = 60.0
_IN_HOST: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
DEFAULT_MAX_RETRIES: Final = 2


class Facade:
    """A client of the former surface over one of ours.

    Args:
        kind: Our client's class.
        environments: The URLs of the environments by their names.
        environment: The name of one of them.
        base_url: Where requests go; by default what the environment says, or the first one.
        timeout: Seconds for an attempt, or a `httpx.Timeout`.
        max_retries: How often a failed attempt is repeated.
        default_headers: Headers of every request.
        default_query: Query parameters of every request.
        http_client: A client of httpx.
        keys: Keys of the account, by the names of their arguments.
        settings: What else callers give, by the names of the arguments.
        variables: The environment variables of keys and settings, by the same names.
        sent: The headers in which settings are sent, by the same names.
    """

    _DEFAULTS: ClassVar[Mapping[str, Any]] = {}
    """What arguments are where neither a caller nor the environment says it."""
    _HEADERS: ClassVar[Mapping[str, str]] = {}
    """What every request has."""
    _IN_ADDRESS: ClassVar[Mapping[str, str]] = {}
    """The variables of the environments' addresses, with the arguments that fill them."""
    _LIMIT: ClassVar[float] = DEFAULT_TIMEOUT

    def __init__(  # noqa: PLR0913 - the generated clients alone call it
        self,
        kind: Any,
        environments: Mapping[str, str],
        *,
        environment: Any,
        base_url: Any,
        timeout: Any,
        max_retries: int,
        default_headers: Mapping[str, str] | None,
        default_query: Mapping[str, object] | None,
        http_client: Any,
        keys: Mapping[str, Any],
        settings: Mapping[str, Any] = {},
        variables: Mapping[str, str] = {},
        sent: Mapping[str, str] = {},
    ) -> None:
        self._given: dict[str, Any] = {
            **keys,
            **settings,
            "environment": environment,
            "base_url": base_url,
            "timeout": timeout,
            "max_retries": max_retries,
            "default_headers": default_headers,
            "default_query": default_query,
            "http_client": http_client,
        }
        self._variables = variables
        # Methods of the client itself are sent as those of a resource are.
        self._client: Any = self
        self._mode: str = ""
        headers = {name: str(value) for key, name in sent.items() if (value := self._setting(key)) is not None}
        self._core: Any = kind(
            **{name: self._setting(name) if name in self._DEFAULTS else value for name, value in keys.items()},
            base_url=self._filled(_address(environments, environment, base_url)),
            timeout=self._LIMIT if isinstance(timeout, NotGiven) else seconds(timeout),
            max_retries=max_retries,
            headers={**self._HEADERS, **headers, **(default_headers or {})},
            query=dict(default_query or {}),
            http_client=http_client,
        )

    @property
    def base_url(self) -> str:
        """Where requests go."""
        return str(self._core.base_url)

    @property
    def max_retries(self) -> int:
        """How often a failed attempt is repeated."""
        return int(self._core.max_retries)

    @property
    def timeout(self) -> float | None:
        """Seconds for an attempt, or None for no limit."""
        limit: float | None = self._core.timeout
        return limit

    def _setting(self, name: str) -> Any:
        """What a caller gave, or what its environment variable says."""
        value = self._given[name]
        variable = self._variables.get(name)
        if value is None and variable is not None:
            value = as_secret(os.environ.get(variable))
        return self._DEFAULTS.get(name) if value is None else value

    def _filled(self, address: str | None) -> str | None:
        """An address with what fills its variables."""
        for variable, name in self._IN_ADDRESS.items() if address else ():
            value = str(self._setting(name) or "")
            if f"{{{variable}}}" in str(address):
                # What holds more than a name would lead elsewhere.
                if _IN_HOST.fullmatch(value) is None:
                    raise ValueError(f"{name} must be a part of the address {address}: letters, digits, dots, hyphens.")
                address = str(address).replace(f"{{{variable}}}", value)
        return address

    def copy(  # noqa: PLR0913 - keywords, each with a default
        self,
        *,
        base_url: Any = None,
        environment: Any = None,
        timeout: Any = NOT_GIVEN,
        http_client: Any = None,
        max_retries: Any = NOT_GIVEN,
        default_headers: Mapping[str, str] | None = None,
        set_default_headers: Mapping[str, str] | None = None,
        default_query: Mapping[str, object] | None = None,
        set_default_query: Mapping[str, object] | None = None,
        **keys: Any,
    ) -> Self:
        """Return a client with other arguments; what is left out stays as it is.

        One that differs in time, attempts, headers and query alone shares the connections of this one.

        Args:
            base_url: Where requests go.
            environment: The name of the environment that they go to.
            timeout: Seconds for an attempt, or a `httpx.Timeout`.
            http_client: A client of httpx.
            max_retries: How often a failed attempt is repeated.
            default_headers: Further headers of every request.
            set_default_headers: All of them.
            default_query: Further query parameters of every request.
            set_default_query: All of them.
            keys: Keys of the account, and what else the client takes.
        """
        # At once, so that no traceback that shows locals shows them.
        keys = {name: as_secret(value) if isinstance(value, str) else value for name, value in keys.items()}
        headers: dict[str, Any] = dict(self._given["default_headers"] or {})
        query: dict[str, Any] = dict(self._given["default_query"] or {})
        changes: dict[str, Any] = {
            "base_url": base_url,
            "environment": environment,
            "http_client": http_client,
            **keys,
        }
        changes = {name: value for name, value in changes.items() if value is not None}
        shared: dict[str, Any] = {"timeout": timeout, "max_retries": max_retries}
        shared = {name: value for name, value in shared.items() if not isinstance(value, NotGiven)}
        wanted_headers = dict(set_default_headers or {**headers, **(default_headers or {})})
        wanted_query = dict(set_default_query or {**query, **(default_query or {})})
        arguments: dict[str, Any] = {
            **self._given,
            # An environment has a URL of its own.
            **({"base_url": None} if environment is not None else {}),
            **changes,
            **shared,
            "default_headers": wanted_headers,
            "default_query": wanted_query,
        }
        if changes:
            return type(self)(**arguments)
        view = object.__new__(type(self))
        view._given, view._variables = arguments, self._variables
        view._client, view._mode = view, ""
        view._core = self._core.with_options(
            **{name: seconds(value) for name, value in shared.items()},
            headers={**dict.fromkeys(headers), **wanted_headers},
            query={**dict.fromkeys(query), **wanted_query},
        )
        return view

    with_options = copy

    def __repr__(self) -> str:
        return repr(self._core)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be copied or pickled: it holds connections and credentials. "
            "Share it, or make a new one."
        )


def _address(environments: Mapping[str, str], environment: Any, base_url: Any) -> str | None:
    if base_url is not None:
        return str(base_url)
    if not isinstance(environment, NotGiven) and environment is not None:
        if environment not in environments:
            raise ValueError(f"Unknown environment: {environment}; it is one of {', '.join(environments)}.")
        return environments[environment]
    given = os.environ.get(f"{ENVIRONMENT}_BASE_URL")
    return given or next(iter(environments.values()), None)


class SyncFacade(Facade):
    """One that waits for each answer."""

    def is_closed(self) -> bool:
        """Return whether it was closed."""
        return bool(self._core.is_closed)

    def close(self) -> None:
        """Close the connections."""
        self._core.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncFacade(Facade):
    """One to await."""

    def is_closed(self) -> bool:
        """Return whether it was closed."""
        return bool(self._core.is_closed)

    async def close(self) -> None:
        """Close the connections."""
        await self._core.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
