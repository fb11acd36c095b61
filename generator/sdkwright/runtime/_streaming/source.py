"""Where the parts of an answer come from: opened at the first of them, read with limits, and closed at the last."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Any, Final, cast

from .._core.call import CallState
from .._core.signing import Signed
from .._core.state import ClientState
from .._http.answers import check_begun, chosen
from .._json.codec import Undecodable
from .._redaction.frames import empty_frames
from ..errors import DecodeError, StreamError
from ..responses import RawResponse, broke_off, unreadable
from ..transports import AsyncOpened, AsyncTransport, Opened
from ..transports._contract import Request, Response, TransportError
from ..transports._opened import AsyncWhole, Whole

_BODILESS: Final = frozenset({204, 205})
_NOT_ASKED: Final = "the answer has a Content-Encoding, which was not asked for"


class _Source:
    """What both kinds share.

    Args:
        wired: The connections and credentials of the client.
        state: The call, not yet begun.
    """

    def __init__(self, wired: ClientState[Any], state: CallState[Any]) -> None:
        self._wired = wired
        self._state = state
        self._raw: RawResponse[Any] | None = None
        self._size: int | None = None
        self._is_closed = False
        self._watched: Any = None
        self.idle: float | None = state.idle_timeout
        """Seconds that the next bytes may take, or None for no limit."""
        self.received = 0
        """Bytes that have come."""

    @property
    def head(self) -> RawResponse[Any]:
        """The answer without its body.

        Raises:
            RuntimeError: It is not open yet.
        """
        if self._raw is None:
            raise RuntimeError("The answer is not open yet: enter it, or read from it, first.")
        return self._raw

    @property
    def is_bare(self) -> bool:
        """Whether the answer has no body by its status, or by what is declared of it."""
        head = self.head
        if head.status in _BODILESS:
            return True
        return chosen(head.operation.answers, head.status, head.headers.get("content-type"), b" ")[1] is None

    def _sending(self, *, asynchronous: bool) -> Any:
        """What sends, watched where that was asked for."""
        transport, observer = self._wired.transport(), self._wired.observer
        if observer is None:
            return transport
        self._watched = observer.begin(self._state)
        return self._watched.sending(transport, asynchronous=asynchronous)

    def _end_watch(self, error: BaseException | None = None) -> None:
        """Tell what watches the call that it has ended."""
        if self._watched is not None:
            self._watched.end(error)

    def _request(self, request: Request) -> Request:
        request.streamed = True
        return request

    def _arrived(self, opened: Opened | AsyncOpened) -> None:
        """Note the head of an answer."""
        self._state.end(Response(opened.status, opened.headers, b""))
        self._raw = self._state.answer()
        length = opened.headers.get("content-length") or ""
        self._size = int(length) if length.isascii() and length.isdigit() and len(length) < 20 else None  # noqa: PLR2004 - more digits than any file has

    def _seconds(self) -> float | None:
        """The seconds that the next bytes may take."""
        if not self._state.has_deadline:
            return self.idle
        left = max(self._state.remaining(), 0.0)
        return left if self.idle is None else min(left, self.idle)

    def _broken(self, error: TransportError, items: int | None) -> StreamError:
        reason = error.reason
        if error.timed_out:
            late = self._state.has_deadline and self._state.remaining() <= 0
            reason = "the deadline has passed" if late else f"nothing came for {self.idle} s"
        return self.error(f"the answer broke off: {reason}", items)

    def _came(self, chunk: bytes) -> bytes:
        """Count what came, and at the end compare it with what was announced."""
        self.received += len(chunk)
        if not chunk and self._size is not None and self.received != self._size:
            raise self.error(f"the answer ended after {self.received} of {self._size} bytes")
        return chunk

    def error(self, reason: str, items: int | None = None) -> StreamError:
        """Return the error of an answer that broke off.

        Args:
            reason: What happened.
            items: How many items had come whole; None where bytes are counted.
        """
        return broke_off(self.head, reason, self.received if items is None else items)

    def _refusal(self) -> StreamError | DecodeError | None:
        """The error of an answer that cannot be read in parts; None for one that can."""
        head = self.head
        if (head.headers.get("content-encoding") or "identity").strip().lower() not in {"", "identity"}:
            return self.error(_NOT_ASKED)
        content_type = head.headers.get("content-type")
        try:
            check_begun(head.operation, head.status, content_type)
        except Undecodable as error:
            reason = error.reason
        else:
            return None
        return unreadable(head, b"", f"the answer ({head.status}) cannot be read: {reason}", "")


class Source(_Source):
    """The parts of an answer to a synchronous client."""

    _opened: Opened | None = None

    def open(self) -> None:
        """Send the request, unless that is done. It is repeated as any other is until an answer has begun.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
        """
        if self._raw is not None or self._is_closed:
            return
        try:
            opened = self._sent()
        except BaseException as error:
            self._end_watch(error)
            raise
        self._opened = opened
        self._arrived(opened)
        if (refusal := self._refusal()) is not None:
            self._end_watch(refusal)
            self.close()
            raise refusal

    def _sent(self) -> Opened:
        state, transport = self._state, self._sending(asynchronous=False)
        send = getattr(transport, "open", None) or transport.send
        handled = sys.exception()
        while True:
            request = self._request(state.begin(self._wired.signer.get(state, transport.send)))
            outcome: Response | Opened | TransportError
            try:
                outcome = send(request)
            except TransportError as error:
                outcome = error
            except BaseException as error:
                state.close()
                empty_frames(error, handled)
                raise
            if not isinstance(outcome, Response | TransportError):
                return outcome
            delay = state.end(outcome)
            if delay is None:
                # Raises for what is not 2xx and whole.
                state.answer().check()
                return Whole(cast("Response", outcome))
            if delay:
                self._wired.clock.sleep(delay)

    def read(self, items: int | None = None) -> bytes:
        """Return the next bytes, or none at the end, when the connection is given back.

        Args:
            items: How many items had come whole, for an error.

        Raises:
            StreamError: The answer broke off.
        """
        self.open()
        if self._opened is None:
            return b""
        handled = sys.exception()
        failure: TransportError
        try:
            chunk = self._came(self._opened.read(self._seconds()))
        except TransportError as error:
            failure = error
        except BaseException as error:
            empty_frames(error, handled)
            self._end_watch(error)
            self.close()
            raise
        else:
            if not chunk:
                self.close()
            return chunk
        broken = self._broken(failure, items)
        self._end_watch(broken)
        self.close()
        raise broken

    def close(self) -> None:
        """Give the connection back, or close it."""
        self._is_closed = True
        opened, self._opened = self._opened, None
        try:
            if opened is not None:
                opened.close()
        finally:
            self._end_watch()


class AsyncSource(_Source):
    """The parts of an answer to an asynchronous client."""

    _opened: AsyncOpened | None = None
    _keeper: AsyncGenerator[None] | None = None

    async def open(self) -> None:
        """Send the request, unless that is done. It is repeated as any other is until an answer has begun.

        Raises:
            APIError: There is no answer, or one that is not 2xx.
        """
        if self._raw is not None or self._is_closed:
            return
        try:
            opened = await self._sent()
        except BaseException as error:
            self._end_watch(error)
            raise
        self._opened, self._keeper = opened, _keep(opened)
        await anext(self._keeper)
        self._arrived(opened)
        if (refusal := self._refusal()) is not None:
            self._end_watch(refusal)
            await self.aclose()
            raise refusal

    async def _sent(self) -> AsyncOpened:
        state, transport = self._state, self._sending(asynchronous=True)
        send = getattr(transport, "open", None) or transport.send
        handled = sys.exception()
        while True:
            request = self._request(state.begin(await self._signed(transport)))
            outcome: Response | AsyncOpened | TransportError
            try:
                outcome = await send(request)
            except TransportError as error:
                outcome = error
            except BaseException as error:
                state.close()
                empty_frames(error, handled)
                raise
            if not isinstance(outcome, Response | TransportError):
                return outcome
            delay = state.end(outcome)
            if delay is None:
                # Raises for what is not 2xx and whole.
                state.answer().check()
                return AsyncWhole(cast("Response", outcome))
            if delay:
                await self._wired.clock.asleep(delay)

    async def _signed(self, transport: AsyncTransport) -> Signed:
        """What to sign with; the deadline holds for providers and token endpoints too."""
        signer, state = self._wired.signer, self._state
        if not state.has_deadline or not signer.waits:
            return await signer.aget(state, transport.send)
        import anyio  # comes with httpx, and is needed only for a deadline

        with anyio.move_on_after(max(state.remaining(), 0)):
            return await signer.aget(state, transport.send)
        raise state.late()

    async def read(self, items: int | None = None) -> bytes:
        """Return the next bytes, or none at the end, when the connection is given back.

        Args:
            items: How many items had come whole, for an error.

        Raises:
            StreamError: The answer broke off.
        """
        await self.open()
        if self._opened is None:
            return b""
        handled = sys.exception()
        failure: TransportError
        try:
            chunk = self._came(await self._opened.read(self._seconds()))
        except TransportError as error:
            failure = error
        except BaseException as error:
            empty_frames(error, handled)
            self._end_watch(error)
            await self.aclose()
            raise
        else:
            if not chunk:
                await self.aclose()
            return chunk
        broken = self._broken(failure, items)
        self._end_watch(broken)
        await self.aclose()
        raise broken

    async def aclose(self) -> None:
        """Give the connection back, or close it."""
        self._is_closed = True
        opened, self._opened = self._opened, None
        keeper, self._keeper = self._keeper, None
        if opened is None or keeper is None:
            self._end_watch()
            return
        try:
            await opened.aclose()
        finally:
            self._end_watch()
            # The event loop may be closing it at this moment.
            with suppress(RuntimeError):
                await keeper.aclose()


async def _keep(opened: AsyncOpened) -> AsyncGenerator[None]:
    """Close an answer when this is closed, which the event loop does where a stream is left to the collector.

    Args:
        opened: The answer.
    """
    try:
        yield
    finally:
        await opened.aclose()
