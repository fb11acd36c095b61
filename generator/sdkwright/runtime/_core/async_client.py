"""The asynchronous request core, which the generated client inherits.

A client is cheap to make: the HTTP library is imported and its connections are made at the first call. One client may
be used from many tasks of one event loop, under asyncio or trio.
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
from ..credentials import Credentials, CredentialsProvider
from ..deviations import Deviation
from ..errors import ConfigurationError
from ..events import RequestHook, ResponseHook
from ..options import RequestOptions, RetryPolicy
from ..transports import AsyncTransport
from ..transports._contract import Response, TransportError
from .client import NO_QUERY, BaseClient, borrowed
from .libraries import ASYNC, check_library, connected
from .signing import Signed
from .sources import resolve_credentials
from .state import ClientState

if TYPE_CHECKING:
    from .. import responses
    from . import call as calls
else:
    calls = lazy_module("._core.call")
    responses = lazy_module(".responses")

BUILDS_ON: Final = ("credentials.Credentials", "credentials.CredentialsProvider")

R = TypeVar("R")
T = TypeVar("T")


class AsyncClient(BaseClient):
    """Sends operations and awaits their answers.

    Its arguments are those of `SyncClient`. The provider may be asynchronous; client and transport are. `http` may be
    `aiohttp` too.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    _asynchronous = True

    def __init__(  # noqa: PLR0913 - keywords, each with a default
        self,
        *,
        credentials: Credentials | CredentialsProvider | None = None,
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
        http: Literal["httpx", "httpx2", "aiohttp"] = "httpx",
        http_client: httpx.AsyncClient | None = None,
        transport: AsyncTransport | None = None,
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
        check_library(http, ASYNC, http_client, transport)
        client: ClientState[AsyncTransport] = ClientState(
            base=resolve_base_url(base_url, server, server_variables),
            credentials=resolve_credentials(credentials=credentials, **keys),
            connect=lambda: connected(http, ASYNC, http_client),
            given=transport,
            borrowed=borrowed(http_client, transport, "AsyncClient", "aclose"),
            clock=clock,
            retry=retry,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )
        self._set_up(client, options, user_agent)

    async def call(
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
                return responses.parse_in_time(await self._answer(state))
        return responses.parse_in_time(await self._answer(state))

    async def call_raw(
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
        raw = await self._answer(self._call_state(operation, parameters, query, body, options, content_type))
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

    async def _answer(
        self, state: calls.CallState[T], transport: AsyncTransport | None = None
    ) -> responses.RawResponse[T]:
        client = self._wired
        if transport is None and (observer := client.observer) is not None:
            with observer.call(state) as call:
                raw: responses.RawResponse[T] = await self._answer(
                    state, call.sending(client.transport(), asynchronous=True)
                )
                call.answered(raw.status)
                return raw
        sending: AsyncTransport = client.transport() if transport is None else transport
        handled = sys.exception()
        while True:
            request = state.begin(await self._signed(state, sending))
            outcome: Response | TransportError
            try:
                outcome = await sending.send(request)
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
                await client.clock.asleep(delay)

    async def _signed(self, state: calls.CallState[Any], transport: AsyncTransport) -> Signed:
        """What to sign with; the deadline holds for providers and token endpoints too."""
        signer = self._wired.signer
        if not state.has_deadline or not signer.waits:
            return await signer.aget(state, transport.send)
        import anyio  # comes with httpx, and is needed only for a deadline

        with anyio.move_on_after(max(state.remaining(), 0)):
            return await signer.aget(state, transport.send)
        raise state.late()

    async def aclose(self) -> None:
        """Close the connections. Closing twice does nothing; calls after closing are refused."""
        if self._is_view:
            self._view_closed = True
        else:
            for part in self._wired.detach():
                await part.aclose()

    async def __aenter__(self) -> Self:
        if self.is_closed:
            raise ConfigurationError(f"This {type(self).__name__} client is closed; make a new one.")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()
