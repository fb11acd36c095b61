"""Transports that hand each request to a fake service."""

from __future__ import annotations

from typing import Protocol

from ..transports import Request, Response


class Responder(Protocol):
    """What answers requests, and notes them."""

    @property
    def pdf(self) -> bytes:
        """What is behind every link."""
        ...

    def respond(self, request: Request) -> Response:
        """Note a request and return what comes back."""
        ...

    async def arespond(self, request: Request) -> Response:
        """Do the same for an asynchronous transport."""
        ...


class _Sending:
    """What both transports share.

    Args:
        service: What answers.
    """

    def __init__(self, service: Responder) -> None:
        self.service = service
        """What answers, and notes the calls."""

    @property
    def file_ready(self) -> bytes:
        """What is behind every link."""
        return self.service.pdf


class Sender(_Sending):
    """A transport that hands each request to a service.

    Args:
        service: What answers.
    """

    def send(self, request: Request, /) -> Response:
        """Give the request to the service.

        Args:
            request: What to send.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: The fake is strict, and has no answer for the operation.
        """
        if request.content is not None and not isinstance(request.content, bytes):
            request.content = b"".join(request.content)
        return self.service.respond(request)

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncSender(_Sending):
    """An asynchronous transport that hands each request to a service.

    Args:
        service: What answers.
    """

    async def send(self, request: Request, /) -> Response:
        """Give the request to the service, after other tasks had their turn.

        Args:
            request: What to send.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: The fake is strict, and has no answer for the operation.
        """
        import anyio.lowlevel  # comes with httpx, and only asynchronous clients need it

        await anyio.lowlevel.checkpoint()
        if request.content is not None and not isinstance(request.content, bytes):
            request.content = b"".join([chunk async for chunk in request.content])
        return await self.service.arespond(request)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""
