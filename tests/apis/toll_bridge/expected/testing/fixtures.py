# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["toll_bridge.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`toll_bridge_fake` is the service, and `toll_bridge_client` and `async_toll_bridge_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `toll_bridge_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncTollBridge, TollBridge
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_toll_bridge_client", "toll_bridge_client", "toll_bridge_fake"]


@fixture
def toll_bridge_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def toll_bridge_client(toll_bridge_fake: FakeService) -> Iterator[TollBridge]:
    """A client of `toll_bridge_fake`, closed after the test."""
    with toll_bridge_fake.client() as client:
        yield client


@fixture
def async_toll_bridge_client(toll_bridge_fake: FakeService) -> AsyncTollBridge:
    """An asynchronous client of `toll_bridge_fake`. It holds no connections, so nothing needs to be closed."""
    return toll_bridge_fake.async_client()
