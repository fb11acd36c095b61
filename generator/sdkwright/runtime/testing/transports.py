"""Transports that lead to a `FakeService`, for clients that the code under test makes itself."""

from __future__ import annotations

from collections.abc import Mapping

from ..transports import Request, Response
from .service import FakeService

__all__ = ["AsyncFakeTransport", "FakeTransport"]


class FakeTransport:
    """A transport for `Envoice(transport=...)` that reaches a fake service.

    Args:
        service: The fake, or the answers to make one with; None for one that answers built models.
    """

    def __init__(self, service: FakeService | Mapping[str, object] | None = None) -> None:
        self.service: FakeService = service if isinstance(service, FakeService) else FakeService(service or {})
        """What answers, and notes the calls."""

    @property
    def file_ready(self) -> bytes:
        """What is behind every link."""
        return self.service.pdf

    def send(self, request: Request, /) -> Response:
        """Give the request to the service.

        Args:
            request: What to send.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: Nothing was said of the operation, and the fake is strict.
        """
        return self.service.respond(request)

    def close(self) -> None:
        """Do nothing: there are no connections."""


class AsyncFakeTransport:
    """A transport for `AsyncEnvoice(transport=...)` that reaches a fake service.

    Args:
        service: The fake, or the answers to make one with; None for one that answers built models.
    """

    def __init__(self, service: FakeService | Mapping[str, object] | None = None) -> None:
        self.service: FakeService = service if isinstance(service, FakeService) else FakeService(service or {})
        """What answers, and notes the calls."""

    @property
    def file_ready(self) -> bytes:
        """What is behind every link."""
        return self.service.pdf

    async def send(self, request: Request, /) -> Response:
        """Give the request to the service, after other tasks had their turn.

        Args:
            request: What to send.

        Raises:
            TransportError: The connection is said to fail.
            UnexpectedCallError: Nothing was said of the operation, and the fake is strict.
        """
        import anyio.lowlevel  # noqa: PLC0415 - comes with httpx, and only asynchronous clients need it

        await anyio.lowlevel.checkpoint()
        return await self.service.arespond(request)

    async def aclose(self) -> None:
        """Do nothing: there are no connections."""
