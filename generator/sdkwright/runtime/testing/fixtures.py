"""Pytest fixtures: `pytest_plugins = ["things.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`things_fake` is the service, and `things_client` and `async_things_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `things_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncThings, Things
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_things_client", "things_client", "things_fake"]


@fixture
def things_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def things_client(things_fake: FakeService) -> Iterator[Things]:
    """A client of `things_fake`, closed after the test."""
    with things_fake.client() as client:
        yield client


@fixture
def async_things_client(things_fake: FakeService) -> AsyncThings:
    """An asynchronous client of `things_fake`. It holds no connections, so nothing needs to be closed."""
    return things_fake.async_client()
