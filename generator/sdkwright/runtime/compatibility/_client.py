"""What the clients share: the arguments that callers know, and views with others."""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Final, Self

from .._api import ENVIRONMENT
from ._options import seconds
from ._values import NOT_GIVEN, NotGiven

BUILDS_ON: Final = ("_api.ENVIRONMENT",)

DEFAULT_TIMEOUT: Final = 60.0
DEFAULT_MAX_RETRIES: Final = 2


class Facade:
    """A client of the former surface over one of ours.

    Args:
        kind: Our client's class.
        environments: The URLs of the environments by their names.
        given: The arguments that a copy repeats: keys of the account by their names, and those below.
        environment: The name of one of them.
        base_url: Where requests go; by default what the environment says, or the first one.
        timeout: Seconds for an attempt, or a `httpx.Timeout`.
        max_retries: How often a failed attempt is repeated.
        default_headers: Headers of every request.
        default_query: Query parameters of every request.
        http_client: A client of httpx.
    """

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
    ) -> None:
        self._given: dict[str, Any] = {
            **keys,
            "environment": environment,
            "base_url": base_url,
            "timeout": timeout,
            "max_retries": max_retries,
            "default_headers": default_headers,
            "default_query": default_query,
            "http_client": http_client,
        }
        url = base_url if base_url is None else str(base_url)
        if url is None and not isinstance(environment, NotGiven) and environment is not None:
            if environment not in environments:
                raise ValueError(f"Unknown environment: {environment}; it is one of {', '.join(environments)}.")
            url = environments[environment]
        if url is None and not os.environ.get(f"{ENVIRONMENT}_BASE_URL"):
            url = next(iter(environments.values()), None)
        limit = DEFAULT_TIMEOUT if isinstance(timeout, NotGiven) else seconds(timeout)
        self._core: Any = kind(
            **keys,
            base_url=url,
            timeout=limit,
            max_retries=max_retries,
            headers=dict(default_headers or {}),
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

    def copy(
        self,
        *,
        base_url: Any = None,
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

        Args:
            base_url: Where requests go.
            timeout: Seconds for an attempt, or a `httpx.Timeout`.
            http_client: A client of httpx.
            max_retries: How often a failed attempt is repeated.
            default_headers: Further headers of every request.
            set_default_headers: All of them.
            default_query: Further query parameters of every request.
            set_default_query: All of them.
            keys: Keys of the account.
        """
        headers = set_default_headers or {**(self._given["default_headers"] or {}), **(default_headers or {})}
        query = set_default_query or {**(self._given["default_query"] or {}), **(default_query or {})}
        changes = {"base_url": base_url, "http_client": http_client, **keys}
        arguments = self._given | {name: value for name, value in changes.items() if value is not None}
        arguments |= {"default_headers": headers, "default_query": query}
        for name, value in (("timeout", timeout), ("max_retries", max_retries)):
            if not isinstance(value, NotGiven):
                arguments[name] = value
        return type(self)(**arguments)

    with_options = copy

    def __repr__(self) -> str:
        return repr(self._core)


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
