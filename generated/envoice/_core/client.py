"""What the synchronous and the asynchronous client share: settings, views, and all of a call that is not I/O."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NoReturn, Self, TypeVar, cast

from msgspec import UNSET, UnsetType

from .._api import LIMITS
from .._checks import describe_missing
from .._http.operation import Operation
from .._http.url import USER_AGENT, request_url
from .._lazy import lazy_module
from .._mismatch import client_refusal, described, transport_refusal
from ..clock import Clock
from ..errors import ConfigurationError, EncodeError
from ..options import RequestOptions, RetryPolicy, Settings
from ..transports import AsyncTransport, Transport
from .state import ClientState

# What a call alone needs, a program that makes none does not import.
if TYPE_CHECKING:
    from .._http import arguments, json_body
    from . import call as calls
else:
    arguments, json_body = lazy_module("._http.arguments"), lazy_module("._http.json_body")
    calls = lazy_module("._core.call")
# Only some packages carry these.
_bodies: Any = lazy_module("._http.bodies")
_target: Any = lazy_module("._http.target")
_validation: Any = lazy_module("._validation.checks")

BUILDS_ON: Final = ("_api.LIMITS",)

T = TypeVar("T")

NO_QUERY: Final[Mapping[str, object]] = {}
NO_HEADERS: Final[Mapping[str, str]] = {}


class BaseClient:
    """What both kinds of client share: settings, and all that is not I/O."""

    # For the repr of a client whose making failed, which a traceback with locals shows.
    _state: ClientState[Any] | None = None
    _settings: Settings
    _is_view: bool = False
    _view_closed: bool = False
    _asynchronous: bool = False

    def _set_up(self, client: ClientState[Any], options: RequestOptions, user_agent: str | None) -> None:
        _check_parts(client)
        settings = Settings(
            timeout=None,
            max_retries=0,
            deadline=None,
            pool_timeout=None,
            headers={"accept": "application/json", "user-agent": _agent(user_agent)},
            query={},
            raise_faults=True,
            follow_redirects=False,
        )
        self._settings = settings.merged(options)
        self._state = client

    @property
    def base_url(self) -> str:
        """Where requests go, without a trailing slash."""
        return self._wired.base_url

    @property
    def timeout(self) -> float | None:
        """Seconds allowed for an attempt, or None for no limit."""
        return self._settings.timeout

    @property
    def max_retries(self) -> int:
        """How often a failed attempt is repeated, if it may be."""
        return self._settings.max_retries

    @property
    def deadline(self) -> float | None:
        """Seconds allowed for a whole call, or None for no limit."""
        return self._settings.deadline

    @property
    def pool_timeout(self) -> float | None:
        """Seconds that an attempt may wait for a free connection, or None for no limit but the deadline."""
        return self._settings.pool_timeout

    @property
    def clock(self) -> Clock:
        """What retries and deadlines go by."""
        return self._wired.clock

    @property
    def transport(self) -> Transport | AsyncTransport:
        """What sends: the one that the client was given, or its own.

        Raises:
            ConfigurationError: The client is closed, or cannot connect.
        """
        transport: Transport | AsyncTransport = self._wired.transport()
        return transport

    @property
    def is_closed(self) -> bool:
        """Whether the client was closed."""
        return self._view_closed or self._wired.closed

    def with_options(  # noqa: PLR0913 - keywords, each with a default
        self,
        *,
        timeout: float | UnsetType | None = UNSET,
        max_retries: int | UnsetType = UNSET,
        deadline: float | UnsetType | None = UNSET,
        pool_timeout: float | UnsetType | None = UNSET,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        raise_faults: bool | UnsetType = UNSET,
        follow_redirects: bool | UnsetType = UNSET,
        validate: bool | UnsetType = UNSET,
    ) -> Self:
        """Return a view of this client with other options, which shares connections and credentials.

        Closing a view closes no connection: they belong to the client that was made.

        Args:
            timeout: Seconds allowed for an attempt, from connecting to the end of the answer; None for no limit.
            max_retries: How often a failed attempt is repeated, if it may be.
            deadline: Seconds allowed for a whole call, with every attempt and the waiting between; None for no limit.
            pool_timeout: Seconds that an attempt may wait for a free connection before it starts; None for no limit
                but the deadline.
            headers: Further headers; None takes one away that the client adds.
            query: Further query parameters by their wire names; None takes one away that was set before.
            raise_faults: Whether an answer with a status of success whose body says that the call failed is raised as a
                `FaultError`, where the service has such; else it is returned.
            follow_redirects: Whether the redirects of a GET are followed, at most five.
            validate: Whether arguments are held against what the document demands of values beyond their types, such
                as lengths and patterns, before anything is sent.

        Raises:
            ConfigurationError: A value cannot be used.
        """
        options = RequestOptions(
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            pool_timeout=pool_timeout,
            headers=headers,
            query=query,
            raise_faults=raise_faults,
            follow_redirects=follow_redirects,
            validate=validate,
        )
        view = object.__new__(type(self))
        # What a subclass has set belongs to the view too; the resources belong to the client that they call.
        view.__dict__.update(
            (name, value)
            for name, value in vars(self).items()
            if not isinstance(getattr(type(self), name, None), cached_property)
        )
        view._settings = self._settings.merged(options)
        view._is_view = True
        return view

    @property
    def _wired(self) -> ClientState[Any]:
        if self._state is None:
            raise ConfigurationError(f"This {type(self).__name__} client was not initialised; call super().__init__().")
        return self._state

    def _call_state(
        self,
        operation: Operation[T],
        parameters: Mapping[str, object],
        query: Mapping[str, object],
        body: object,
        options: RequestOptions | None,
        content_type: str | None = None,
    ) -> calls.CallState[T]:
        client = self._wired
        if self._view_closed or client.closed:
            raise ConfigurationError(f"This {type(self).__name__} client is closed; make a new one.")
        settings = self._settings if options is None else self._settings.merged(options)
        if settings.query and (both := query.keys() & settings.query.keys()):
            raise ConfigurationError(
                f"query: {min(both)!r} is a parameter of {operation.name} itself; give it as an argument."
            )
        if settings.validate and LIMITS:
            _validation.check_limits(operation, parameters, query, body)
        if operation.kinds:
            arguments.check_query(operation, query)
        base_url = client.base_url_of(operation) if operation.server else client.base_url
        shown, headers = "", NO_HEADERS
        if operation.parameters:
            url, shown, headers = _target.target_of(base_url, operation, parameters, query, settings.query)
        else:
            url = request_url(base_url, operation, query, settings.query)
        if operation.body_type or operation.body_optional or content_type is not None:
            # More than a JSON value.
            content, media_type = _bodies.written(operation, body, content_type, asynchronous=self._asynchronous)
            return calls.CallState(client, settings, operation, url, content, media_type, shown=shown, headers=headers)
        if (body is UNSET or body is None) and (argument := operation.required.get("")) is not None:
            raise EncodeError(describe_missing(operation.name, argument, body))
        content = None if body is UNSET else json_body.json_body(operation, body)
        return calls.CallState(client, settings, operation, url, content, shown=shown, headers=headers)

    def __repr__(self) -> str:
        if self._state is None:
            return f"<{type(self).__name__}, not made>"
        state = ", closed" if self.is_closed else ""
        return f"<{type(self).__name__} base_url={self.base_url!r} timeout={self.timeout}{state}>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} cannot be copied or pickled: it holds connections and credentials. "
            "Share it, or make a new one."
        )


def _is_async(hook: object) -> bool:
    # Of an instance, the method of its class is what is called.
    return inspect.iscoroutinefunction(hook) or inspect.iscoroutinefunction(getattr(hook, "__call__", None))  # noqa: B004


def _hook_kind(hook: object) -> str:
    return "a coroutine function" if callable(hook) and _is_async(hook) else described(hook)


def _agent(suffix: object) -> str:
    if suffix is None:
        return USER_AGENT
    if not isinstance(suffix, str) or not suffix.isascii() or not suffix.isprintable() or not suffix.strip():
        raise ConfigurationError("user_agent must be printable ASCII text, such as 'billing/2.1'.")
    return f"{USER_AGENT} {suffix.strip()}"


def _check_parts(client: ClientState[Any]) -> None:
    if not isinstance(cast("object", client.retry), RetryPolicy):
        raise ConfigurationError(
            f"retry must be a RetryPolicy; got {described(client.retry)}: "
            "pass RetryPolicy(first_delay=...), or max_retries= for how often."
        )
    for method in ("monotonic", "time", "sleep", "asleep"):
        if not callable(getattr(client.clock, method, None)):
            raise ConfigurationError(f"clock must be a Clock; {described(client.clock)} has no method {method}.")
    for name in ("on_request", "on_response", "on_deviation"):
        hook: object = getattr(client, name)
        if hook is not None and (not callable(hook) or _is_async(hook)):
            raise ConfigurationError(
                f"{name} must be a plain function of one argument, which is not awaited; got {_hook_kind(hook)}."
            )


def borrowed(http_client: object, transport: object, kind: str, closing: str) -> bool:
    """Return whether the caller brings the connections.

    Args:
        http_client: The `http_client` argument.
        transport: The `transport` argument.
        kind: Name of the class of httpx that `http_client` must have.
        closing: Name of the method that closes a transport of the right kind.

    Raises:
        ConfigurationError: Both are given, or one of the other kind.
    """
    if http_client is not None and transport is not None:
        raise ConfigurationError("http_client= and transport=: give one of them.")
    if transport is not None:
        _check_transport(transport, closing)
    _refuse_other_kind(http_client, kind)
    return http_client is not None or transport is not None


def _check_transport(transport: object, closing: str) -> None:
    is_async = closing == "aclose"
    lacking = next((name for name in ("send", closing) if not callable(getattr(transport, name, None))), None)
    if lacking is not None or isinstance(transport, type) or _is_http_client(transport):
        what = "the methods of a Transport" if lacking is None else f"a method {lacking}"
        raise ConfigurationError(transport_refusal(transport, is_async=is_async, lacking=what))
    if not is_async and inspect.iscoroutinefunction(getattr(transport, "send", None)):
        what = "a method send that is not awaited"
        raise ConfigurationError(transport_refusal(transport, is_async=is_async, lacking=what))


def _is_http_client(transport: object) -> bool:
    # They have methods of the same names, which take other arguments.
    return any(base.__module__.partition(".")[0] in {"httpx", "httpx2"} for base in type(transport).__mro__)


def _refuse_other_kind(http_client: object, kind: str) -> None:
    if http_client is None:
        return
    import httpx  # whoever passes a client has imported it already

    if not isinstance(http_client, getattr(httpx, kind)):
        raise ConfigurationError(client_refusal("http_client", f"httpx.{kind}", http_client))
