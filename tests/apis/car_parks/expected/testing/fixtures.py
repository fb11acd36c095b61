# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/car_parks; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["car_parks.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`car_parks_fake` is the service, and `car_parks_client` and `async_car_parks_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `car_parks_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncParking, Parking
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_car_parks_client", "car_parks_client", "car_parks_fake"]


@fixture
def car_parks_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def car_parks_client(car_parks_fake: FakeService) -> Iterator[Parking]:
    """A client of `car_parks_fake`, closed after the test."""
    with car_parks_fake.client() as client:
        yield client


@fixture
def async_car_parks_client(car_parks_fake: FakeService) -> AsyncParking:
    """An asynchronous client of `car_parks_fake`. It holds no connections, so nothing needs to be closed."""
    return car_parks_fake.async_client()
