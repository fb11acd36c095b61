"""The synchronous request core, which the generated client inherits.

A client is cheap to make: the HTTP library is imported and its connections are made at the first call. One client may
be used from many threads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal, Self, TypeVar

from msgspec import UNSET

from .._http.operation import Operation
from .._http.servers import resolve_base_url
from .._lazy import httpx, lazy_module
from .._redaction.frames import empty_frames
from .._security.checks import guarded
from ..clock import Clock, SystemClock
from ..credentials import Credentials, SyncCredentialsProvider
from ..deviations import Deviation
from ..errors import ConfigurationError
from ..events import RequestHook, ResponseHook
from ..options import RequestOptions, RetryPolicy
from ..transports import Transport
from ..transports._contract import Response, TransportError
from .client import NO_QUERY, BaseClient, borrowed
from .libraries import SYNC, check_library, connected
from .sources import resolve_credentials
from .state import ClientState

if TYPE_CHECKING:
    from .. import responses
    from . import call as calls
else:
    calls = lazy_module("._core.call")
    responses = lazy_module(".responses")

BUILDS_ON: Final = ("credentials.Credentials", "credentials.SyncCredentialsProvider")

R = TypeVar("R")
T = TypeVar("T")


class SyncClient(BaseClient):
    """Sends operations and waits for their answers.

    Args:
        credentials: The account's keys in one value, or a provider of them; by default what the environment says.
        base_url: Where requests go: https, or http to a loopback host or an origin that the API's document names; by
            default what the environment says, or the service.
        server: The name of a server of the API's document, in place of `base_url`; by default the first one.
        server_variables: Values of that server's variables, by their names; by default what the document says.
        timeout: Seconds allowed for an attempt, from connecting to the end of the answer, or None for no limit.
        max_retries: How often a failed attempt is repeated: that of a GET, or one that provably never left.
        deadline: Seconds allowed for a whole call, with every attempt and the waiting between, or None for no limit.
        pool_timeout: Seconds that an attempt may wait for a free connection before it starts; None for no limit but the
            deadline.
        headers: Headers that every request carries.
        query: Query parameters that every request carries, by their wire names.
        raise_faults: Whether an answer with a status of success whose body says that the call failed is raised as a
            `FaultError`, where the service has such; else it is returned.
        follow_redirects: Whether the redirects of a GET are followed, at most five. The credentials never leave the
            origin of the base URL.
        validate: Whether arguments are held against what the document demands of values beyond their types, such as
            lengths and patterns, before anything is sent.
        user_agent: What is appended to the `User-Agent`, such as `billing/2.1`.
        http: The library that sends: `httpx`, or `httpx2` where that is installed.
        http_client: A client of your own for proxies, certificates, HTTP/2 or connection limits. It is not closed with
            this one, and this client's timeout and redirects hold for it too. Files behind links come through
            its connections, without what it adds to requests. Its own event hooks see requests as they are sent; the
            credentials in them hide themselves from repr, and are given to whoever asks for them by name.
        transport: What sends, in place of httpx. It is closed with this client.
        retry: How long to wait before an attempt is repeated.
        clock: What retries and deadlines go by.
        on_request: Called before each attempt; may add headers. What it raises is logged and ignored.
        on_response: Called after each attempt. What it raises is logged and ignored.
        on_deviation: Told of what was tolerated in each answer, at the price of reading it twice.
        keys: The account's keys, each by the argument that the project declares for it, in place of `credentials`.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(  # noqa: PLR0913 - keywords, each with a default
        self,
        *,
        credentials: Credentials | SyncCredentialsProvider | None = None,
        base_url: str | None = None,
        server: str | None = None,
        server_variables: Mapping[str, str] = {},
        timeout: float | None = 30.0,
        max_retries: int = 2,
        deadline: float | None = None,
        pool_timeout: float | None = 60.0,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        raise_faults: bool = True,
        follow_redirects: bool = False,
        validate: bool = False,
        user_agent: str | None = None,
        http: Literal["httpx", "httpx2"] = "httpx",
        http_client: httpx.Client | None = None,
        transport: Transport | None = None,
        retry: RetryPolicy = RetryPolicy(),  # noqa: B008 - immutable
        clock: Clock = SystemClock(),  # noqa: B008 - stateless
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
        **keys: Any,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        keys = {name: guarded(name, value) for name, value in keys.items()}
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
        check_library(http, SYNC, http_client, transport)
        client: ClientState[Transport] = ClientState(
            base=resolve_base_url(base_url, server, server_variables),
            credentials=resolve_credentials(credentials=credentials, **keys),
            connect=lambda: connected(http, SYNC, http_client),
            given=transport,
            borrowed=borrowed(http_client, transport, "Client", "close"),
            clock=clock,
            retry=retry,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )
        self._set_up(client, options, user_agent)

    def call(
        self,
        operation: Operation[T],
        *,
        parameters: Mapping[str, object] = NO_QUERY,
        query: Mapping[str, object] = NO_QUERY,
        body: object = UNSET,
        content_type: str | None = None,
        options: RequestOptions | None = None,
    ) -> T:
        """Send one operation and return what it answers.

        Args:
            operation: What to call.
            parameters: What `operation.parameters` stand for, by their names in Python; None and UNSET are left out.
            query: Wire names and values of the query; None and UNSET are left out.
            body: What to send; UNSET for no body.
            content_type: The media type of the body, where the operation takes several; None for the first.
            options: What is different for this call.

        Raises:
            APIError: The request failed; see the module `errors`.
            ConfigurationError: The client is closed, or its provider gave no credentials.
            EncodeError: An argument cannot be written.
        """
        state = self._call_state(operation, parameters, query, body, options, content_type)
        if (observer := state.observer) is not None:
            # An answer that cannot be read ends the call with an error, too.
            with observer.call(state):
                return responses.parse_in_time(self._answer(state))
        return responses.parse_in_time(self._answer(state))

    def call_raw(
        self,
        operation: Operation[T],
        *,
        parameters: Mapping[str, object] = NO_QUERY,
        query: Mapping[str, object] = NO_QUERY,
        body: object = UNSET,
        content_type: str | None = None,
        options: RequestOptions | None = None,
    ) -> responses.RawResponse[T]:
        """Send one operation and return its answer as it came, if its status is 2xx.

        Args:
            operation: What to call.
            parameters: What `operation.parameters` stand for, by their names in Python; None and UNSET are left out.
            query: Wire names and values of the query; None and UNSET are left out.
            body: What to send; UNSET for no body.
            content_type: The media type of the body, where the operation takes several; None for the first.
            options: What is different for this call.

        Raises:
            APIError: The request failed; see the module `errors`.
            ConfigurationError: The client is closed, or its provider gave no credentials.
            EncodeError: An argument cannot be written.
        """
        raw = self._answer(self._call_state(operation, parameters, query, body, options, content_type))
        raw.check()
        return raw

    def in_parts(
        self,
        reader: Callable[[ClientState[Any], calls.CallState[T]], R],
        operation: Operation[T],
        *,
        parameters: Mapping[str, object] = NO_QUERY,
        query: Mapping[str, object] = NO_QUERY,
        body: object = UNSET,
        options: RequestOptions | None = None,
        content_type: str | None = None,
    ) -> R:
        """Return what one operation answers, to be read in parts. It is sent when the first part is wanted.

        Args:
            reader: What reads it: a class of the module `streaming`, which has it where an operation needs it.
            operation: What to call.
            parameters: What `operation.parameters` stand for, by their names in Python; None and UNSET are left out.
            query: Wire names and values of the query; None and UNSET are left out.
            body: What to send; UNSET for no body.
            options: What is different for this call.
            content_type: The media type of the body, where the operation takes several; None for the first.

        Raises:
            ConfigurationError: The client is closed.
            EncodeError: An argument cannot be written.
        """
        return reader(self._wired, self._call_state(operation, parameters, query, body, options, content_type))

    def _answer(self, state: calls.CallState[T], transport: Transport | None = None) -> responses.RawResponse[T]:
        client = self._wired
        if transport is None and (observer := client.observer) is not None:
            with observer.call(state) as call:
                raw: responses.RawResponse[T] = self._answer(
                    state, call.sending(client.transport(), asynchronous=False)
                )
                call.answered(raw.status)
                return raw
        sending: Transport = client.transport() if transport is None else transport
        handled = sys.exception()
        while True:
            request = state.begin(client.signer.get(state, sending.send))
            outcome: Response | TransportError
            try:
                outcome = sending.send(request)
            except TransportError as error:
                outcome = error
            except BaseException as error:
                state.close()
                empty_frames(error, handled)
                raise
            delay = state.end(outcome)
            if delay is None:
                # Outside the handler: the context of an error would hold frames with the signed request.
                return state.answer()
            if delay:
                client.clock.sleep(delay)

    def close(self) -> None:
        """Close the connections. Closing twice does nothing; calls after closing are refused."""
        if self._is_view:
            self._view_closed = True
        else:
            for part in self._wired.detach():
                part.close()

    def __enter__(self) -> Self:
        if self.is_closed:
            raise ConfigurationError(f"This {type(self).__name__} client is closed; make a new one.")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
