"""The credentials in use: fixed, or from a provider that is asked once for however many requests wait for it."""

import functools
import inspect
import threading
from collections.abc import Awaitable, Callable
from typing import Any, Final, Generic, TypeVar

from .._api import CLIENT
from .._lazy import anyio
from .._redaction.values import HoldsSecrets, SecretStr
from ..credentials import Credentials, CredentialsProvider
from ..errors import ConfigurationError

BUILDS_ON: Final = ("_api.CLIENT", "credentials.Credentials", "credentials.CredentialsProvider")

_PAIRS_KEPT: Final = 4
"""Pairs that are still hidden: an answer to a request signed before a refresh may arrive after it."""

T = TypeVar("T")


class Issued(HoldsSecrets, Generic[T]):
    """Credentials or a token, and which issue of them this is, counted from 1."""

    __slots__ = ("credentials", "generation")

    def __init__(self, credentials: T, generation: int) -> None:
        self.credentials: T = credentials
        self.generation: int = generation


class Refreshable(Generic[T]):
    """What the provider gave last. However many requests wait for a newer issue, the provider is called once for them.

    A failure too is shared by those that waited for it: with a secret store that takes 30 s to time out, fifty requests
    must not queue for it one after the other.
    """

    what: str
    """What a sentence calls the provider."""

    wanted: str
    """What it must give."""

    def __init__(self, provider: Callable[[], Any] | None, fixed: T | None) -> None:
        self._provider = provider
        self._current = self.fixed = None if fixed is None else Issued(fixed, 1)
        self.known: tuple[T, ...] = () if fixed is None else (fixed,)
        self._rejected = 0
        self._attempts = 0
        self._failure: str | None = None
        self._lock = threading.Lock()
        self._async_lock: anyio.Lock | None = None

    @property
    def renewable(self) -> bool:
        return self._provider is not None

    def accepted(self, given: object) -> T | None:
        """What the provider gave as it is kept; None if it is something else.

        Raises:
            ConfigurationError: It cannot be sent.
        """
        raise NotImplementedError

    def reject(self, generation: int) -> None:
        """Make the next request ask the provider, also when the one that was refused cannot be sent again."""
        if self.renewable:
            self._rejected = max(self._rejected, generation)

    def get(self, refused: int = 0) -> Issued[T]:
        """Credentials newer than generation `refused`, for a sync client.

        Raises:
            ConfigurationError: The provider is asynchronous or failed.
        """
        attempts = self._attempts
        if (current := self._newer(refused)) is not None:
            return current
        if _is_async(self._provider):
            raise ConfigurationError(self._asynchronous())
        result = self._ask(refused, attempts)
        if isinstance(result, Issued):
            return result
        if inspect.iscoroutine(result):
            result.close()
        raise ConfigurationError(self._asynchronous())

    async def aget(self, refused: int = 0) -> Issued[T]:
        """Credentials newer than generation `refused`, for an async client under asyncio or trio.

        Raises:
            ConfigurationError: The provider failed.
        """
        attempts = self._attempts
        if (current := self._newer(refused)) is not None:
            return current
        # What only a provider needs is imported for a provider.
        import anyio
        import anyio.to_thread

        if self._async_lock is None:
            self._async_lock = anyio.Lock()
        async with self._async_lock:
            if (settled := self._settled(refused, attempts)) is not None:
                return settled
            ask = functools.partial(self._ask, refused, attempts)
            if _is_async(self._provider):
                result = ask()
            else:
                # In a tuple, because trio lets no thread return a coroutine. A thread that a cancelled request abandons
                # still stores its result for the next request.
                (result,) = await anyio.to_thread.run_sync(lambda: (ask(),), abandon_on_cancel=True)
            if isinstance(result, Issued):
                return result
            try:
                given = _hidden(await result)
            except ConfigurationError as error:
                failure = str(error)
            except Exception as error:  # noqa: BLE001 - a provider may raise anything
                failure = self._describe(error)
            else:
                return self._store(given)
            raise self._failed(failure)

    def _ask(self, refused: int, attempts: int) -> "Issued[T] | Awaitable[object]":
        """Call a provider that blocks, unless another thread just has; an awaitable is handed back as it is."""
        with self._lock:
            if (settled := self._settled(refused, attempts)) is not None:
                return settled
            result = self._call()
            return result if inspect.isawaitable(result) else self._store(result)

    def _newer(self, refused: int) -> Issued[T] | None:
        current = self._current
        return current if current is not None and current.generation > max(refused, self._rejected) else None

    def _settled(self, refused: int, attempts: int) -> Issued[T] | None:
        """What another caller got, or failed to get, since `attempts` were counted; None when it is our turn."""
        if (current := self._newer(refused)) is not None:
            return current
        if self._failure is not None and self._attempts != attempts:
            raise ConfigurationError(self._failure)
        return None

    def _call(self) -> object:
        if self._provider is None:
            raise ConfigurationError("The service refused the credentials, and no provider gives others.")
        try:
            return _hidden(self._provider())
        except ConfigurationError as error:
            failure = str(error)
        except Exception as error:  # noqa: BLE001 - a provider may raise anything
            failure = self._describe(error)
        raise self._failed(failure)

    def _store(self, given: object) -> Issued[T]:
        try:
            accepted = self.accepted(given)
        except ConfigurationError as error:
            failure = str(error)
        else:
            kind = given.kind if isinstance(given, _Unusable) else type(given).__name__
            failure = f"The {self.what} gave a value of type {kind}: it must give {self.wanted}."
            if accepted is not None:
                return self._keep(accepted)
        raise self._failed(failure)

    def _keep(self, accepted: T) -> Issued[T]:
        generation = 1 if self._current is None else self._current.generation + 1
        self._current = Issued(accepted, generation)
        self.known = (*self.known, accepted)[-_PAIRS_KEPT:]
        self._attempts += 1
        self._failure = None
        return self._current

    def _failed(self, failure: str) -> ConfigurationError:
        """Note a failure for those who wait, as an error to raise outside the handler: a context may quote a secret."""
        self._attempts += 1
        self._failure = failure
        return ConfigurationError(failure)

    def _asynchronous(self) -> str:
        return f"The {self.what} is asynchronous and this client is not: use Async{CLIENT}, or a plain function."

    def _describe(self, error: Exception) -> str:
        return (
            f"The {self.what} raised {type(error).__name__}: mend the provider "
            "(its message is withheld, for it may quote a secret; log it in the provider)."
        )


class RefreshableCredentials(Refreshable[Credentials]):
    """The credentials of a client, fixed or from a provider."""

    what = "credentials provider"
    wanted = "Credentials"

    def __init__(self, source: Credentials | CredentialsProvider) -> None:
        fixed = source if isinstance(source, Credentials) else None
        super().__init__(None if isinstance(source, Credentials) else source, fixed)

    def accepted(self, given: object) -> Credentials | None:
        """What the provider gave if it is credentials."""
        return given if isinstance(given, Credentials) else None


class _Unusable:
    """What a provider gave that is of no use, by its type alone: it may hold a secret."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind


def _hidden(given: object) -> object:
    """What a provider gave, as something that no traceback that shows locals shows."""
    if isinstance(given, str):
        return SecretStr(given)
    return given if isinstance(given, Credentials) or inspect.isawaitable(given) else _Unusable(type(given).__name__)


def _is_async(provider: Callable[[], Any] | None) -> bool:
    return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(type(provider).__call__)
