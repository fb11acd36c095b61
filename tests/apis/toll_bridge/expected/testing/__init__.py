# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""What callers' tests need, without a network: a fake of the service and models to answer with.

    fake = FakeService({"things.get": build(Thing, name="one")})
    assert fake.client().things.get(71).name == "one"

Each name is imported when it is first used. The fixtures for pytest are in `testing.fixtures`.
"""

from typing import TYPE_CHECKING, Any, Final

from .._lazy import available, lazy_attribute

if TYPE_CHECKING:
    from ._parts import Part as Part
    from .clock import FakeClock as FakeClock
    from .factories import build as build, build_many as build_many, build_page as build_page
    from .replies import Reply as Reply
    from .service import Call as Call, FakeService as FakeService, UnexpectedCallError as UnexpectedCallError
    from .transports import AsyncFakeTransport as AsyncFakeTransport, FakeTransport as FakeTransport

    # For what reads the source; `__getattr__` gives what can be imported.
    __all__ = [
        "AsyncFakeTransport",
        "Call",
        "FakeClock",
        "FakeService",
        "FakeTransport",
        "Part",
        "Reply",
        "UnexpectedCallError",
        "build",
        "build_many",
        "build_page",
    ]

_HOMES: Final = {
    "AsyncFakeTransport": ".transports",
    "Call": ".service",
    "FakeClock": ".clock",
    "FakeService": ".service",
    "FakeTransport": ".transports",
    "Part": "._parts",
    "Reply": ".replies",
    "UnexpectedCallError": ".service",
    "build": ".factories",
    "build_many": ".factories",
    "build_page": ".factories",
}


def __getattr__(name: str) -> Any:
    return available(__name__, _HOMES) if name == "__all__" else lazy_attribute(__name__, _HOMES, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, "__all__"})
