# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["river_gauges.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`river_gauges_fake` is the service, and `river_gauges_client` and `async_river_gauges_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `river_gauges_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncRiverGauges, RiverGauges
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_river_gauges_client", "river_gauges_client", "river_gauges_fake"]


@fixture
def river_gauges_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def river_gauges_client(river_gauges_fake: FakeService) -> Iterator[RiverGauges]:
    """A client of `river_gauges_fake`, closed after the test."""
    with river_gauges_fake.client() as client:
        yield client


@fixture
def async_river_gauges_client(river_gauges_fake: FakeService) -> AsyncRiverGauges:
    """An asynchronous client of `river_gauges_fake`. It holds no connections, so nothing needs to be closed."""
    return river_gauges_fake.async_client()
