# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/parcel_depot; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["parcel_depot.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`parcel_depot_fake` is the service, and `parcel_depot_client` and `async_parcel_depot_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `parcel_depot_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncDepot, Depot
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_parcel_depot_client", "parcel_depot_client", "parcel_depot_fake"]


@fixture
def parcel_depot_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def parcel_depot_client(parcel_depot_fake: FakeService) -> Iterator[Depot]:
    """A client of `parcel_depot_fake`, closed after the test."""
    with parcel_depot_fake.client() as client:
        yield client


@fixture
def async_parcel_depot_client(parcel_depot_fake: FakeService) -> AsyncDepot:
    """An asynchronous client of `parcel_depot_fake`. It holds no connections, so nothing needs to be closed."""
    return parcel_depot_fake.async_client()
