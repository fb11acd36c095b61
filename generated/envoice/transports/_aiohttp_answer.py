"""Answers of aiohttp, read whole or in parts, and its exceptions turned into `TransportError`."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Final

import aiohttp
from aiohttp.http import HttpProcessingError

from ._body import Body
from ._contract import Request, TransportError
from ._limiter import Limiter
from ._loops import closed_client

LOOK: Final = 0.5
"""Seconds between two looks at a connection that brings nothing."""

_NOT_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.NonHttpUrlClientError,
    aiohttp.ServerFingerprintMismatch,
    ValueError,
)
# ValueError: a header that cannot be written. The last two: the session was closed, before or meanwhile.
CAUGHT: Final = (aiohttp.ClientError, HttpProcessingError, OSError, ValueError, RuntimeError, AssertionError)


class AiohttpOpened:
    """A 2xx answer of which the body is yet to come.

    Args:
        session: What it came through.
        response: The response of aiohttp.
        limiter: What is to be told when the connection is free again, or None.
    """

    def __init__(
        self, session: aiohttp.ClientSession, response: aiohttp.ClientResponse, limiter: Limiter | None
    ) -> None:
        self.status: int = response.status
        self.headers: Mapping[str, str] = response.headers
        self._session = session
        self._response = response
        self._limiter = limiter

    async def read(self, seconds: float | None, /) -> bytes:
        """Return the next bytes of the body, or none at its end.

        Args:
            seconds: How long to wait for them, or None for no limit.

        Raises:
            TransportError: The body broke off, or nothing came in time.
        """
        content = self._response.content
        if content.at_eof():
            return b""
        failure: TransportError
        try:
            return await (content.readany() if content.is_eof() else _awaited(self._response, seconds))
        except CAUGHT as error:
            failure = aiohttp_failure(error, self._session)
        except TransportError as error:
            failure = error
        except BaseException:
            self._leave()
            raise
        self._leave()
        raise failure

    async def aclose(self) -> None:
        """Give the connection back, or close it if there is more of the body."""
        self._leave()

    def _leave(self) -> None:
        # What was read to its end has gone back to the pool already.
        self._response.close()
        limiter, self._limiter = self._limiter, None
        if limiter is not None:
            limiter.release()


async def read_whole(session: aiohttp.ClientSession, request: Request, response: aiohttp.ClientResponse) -> Body:
    """Return the body of an answer, as far as it came.

    Args:
        session: What it came through.
        request: What it answers.
        response: The response of aiohttp.
    """
    body = Body(request, response.status, response.headers)
    try:
        content = response.content
        while not content.at_eof():
            # What is there already needs no watch.
            chunk = await (content.readany() if content.is_eof() else _awaited(response, request.timeout))
            if body.add(chunk):
                break
    except CAUGHT as error:
        body.broke(aiohttp_failure(error, session))
    except TransportError as error:
        body.broke(error)
    finally:
        # What was read to its end has gone back to the pool already.
        response.close()
    return body


async def _awaited(response: aiohttp.ClientResponse, allowed: float | None) -> bytes:
    """Return the next bytes of a body, and look now and then whether there is still anybody to send them.

    When a body turns out to be malformed, aiohttp may close the connection and forget to tell the reader, who would
    wait for ever, without even a timeout.

    Raises:
        TransportError: Nobody is there, or nothing came in time.
    """
    waited = 0.0
    while True:
        pause = LOOK if allowed is None else min(LOOK, allowed - waited)
        look = asyncio.timeout(pause)
        try:
            async with look:
                return await response.content.readany()
        except TimeoutError:
            if not look.expired():
                raise
        waited += pause
        if response.content.is_eof():
            continue
        connection = response.connection
        if connection is None or connection.transport is None or connection.transport.is_closing():
            raise TransportError("the connection ended inside the answer")
        if allowed is not None and waited >= allowed:
            raise TransportError("the answer stopped coming", timed_out=True)


def aiohttp_failure(error: Exception, session: aiohttp.ClientSession) -> TransportError:
    """Return our error for one of aiohttp, or raise it again if it is not about sending.

    Only the text of a failed connection is kept: the texts of other errors quote the URL or the answer.

    Args:
        error: One of `CAUGHT`.
        session: What it was raised by.
    """
    if isinstance(error, RuntimeError | AssertionError):
        if session.closed:
            return closed_client()
        raise error
    reason = type(error).__name__
    if isinstance(error, aiohttp.ClientHttpProxyError):
        reason = f"{reason}: {error.status}"
    elif isinstance(error, aiohttp.ClientConnectorError):
        reason = f"{reason}: {error}"
    elif isinstance(error, OSError) and error.errno is not None:
        reason = f"{reason}: errno {error.errno}"
    return TransportError(
        reason[:200], sent=not isinstance(error, _NOT_SENT), timed_out=isinstance(error, asyncio.TimeoutError)
    )
