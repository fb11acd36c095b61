"""What callers' tests need, without a network: a fake of the service, models to answer with, and signed deliveries.

    fake = FakeService({"invoices.get": build(Invoice, number="INV-1")})
    assert fake.client().invoices.get(3971).number == "INV-1"

Each name is imported when it is first used. The fixtures for pytest are in `testing.fixtures`.
"""

from typing import TYPE_CHECKING, Any, Final

from .._lazy import lazy_attribute

if TYPE_CHECKING:
    from .clock import FakeClock as FakeClock
    from .deliveries import SignedDelivery as SignedDelivery
    from .deliveries import sign_delivery as sign_delivery
    from .factories import build as build
    from .factories import build_many as build_many
    from .factories import build_page as build_page
    from .replies import Reply as Reply
    from .service import Call as Call
    from .service import FakeService as FakeService
    from .service import UnexpectedCallError as UnexpectedCallError
    from .transports import AsyncFakeTransport as AsyncFakeTransport
    from .transports import FakeTransport as FakeTransport

__all__ = [
    "AsyncFakeTransport",
    "Call",
    "FakeClock",
    "FakeService",
    "FakeTransport",
    "Reply",
    "SignedDelivery",
    "UnexpectedCallError",
    "build",
    "build_many",
    "build_page",
    "sign_delivery",
]

_HOMES: Final = {
    "AsyncFakeTransport": ".transports",
    "Call": ".service",
    "FakeClock": ".clock",
    "FakeService": ".service",
    "FakeTransport": ".transports",
    "Reply": ".replies",
    "SignedDelivery": ".deliveries",
    "UnexpectedCallError": ".service",
    "build": ".factories",
    "build_many": ".factories",
    "build_page": ".factories",
    "sign_delivery": ".deliveries",
}
"""Where each public name lies. The type checkers read the block above: a name is added to both."""


def __getattr__(name: str) -> Any:
    return lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
