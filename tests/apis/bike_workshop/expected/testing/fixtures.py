# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/bike_workshop; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["bike_workshop.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`bike_workshop_fake` is the service, and `bike_workshop_client` and `async_bike_workshop_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `bike_workshop_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncWorkshop, Workshop
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_bike_workshop_client", "bike_workshop_client", "bike_workshop_fake"]


@fixture
def bike_workshop_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def bike_workshop_client(bike_workshop_fake: FakeService) -> Iterator[Workshop]:
    """A client of `bike_workshop_fake`, closed after the test."""
    with bike_workshop_fake.client() as client:
        yield client


@fixture
def async_bike_workshop_client(bike_workshop_fake: FakeService) -> AsyncWorkshop:
    """An asynchronous client of `bike_workshop_fake`. It holds no connections, so nothing needs to be closed."""
    return bike_workshop_fake.async_client()
