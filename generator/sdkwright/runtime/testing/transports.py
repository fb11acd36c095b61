"""Transports that lead to a `FakeService`, for clients that the code under test makes itself."""

from __future__ import annotations

from collections.abc import Mapping

from ._sending import AsyncSender, Sender
from .service import FakeService

__all__ = ["AsyncFakeTransport", "FakeTransport"]


class FakeTransport(Sender):
    """A transport for a client that reaches a fake service.

    Args:
        service: The fake, or the answers to make one with; None for one that answers built models.
    """

    service: FakeService
    """What answers, and notes the calls."""

    def __init__(self, service: FakeService | Mapping[str, object] | None = None) -> None:
        super().__init__(service if isinstance(service, FakeService) else FakeService(service or {}))


class AsyncFakeTransport(AsyncSender):
    """A transport for an asynchronous client that reaches a fake service.

    Args:
        service: The fake, or the answers to make one with; None for one that answers built models.
    """

    service: FakeService
    """What answers, and notes the calls."""

    def __init__(self, service: FakeService | Mapping[str, object] | None = None) -> None:
        super().__init__(service if isinstance(service, FakeService) else FakeService(service or {}))
