# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["city_library.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`city_library_fake` is the service, and `city_library_client` and `async_city_library_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `city_library_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncCityLibrary, CityLibrary
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_city_library_client", "city_library_client", "city_library_fake"]


@fixture
def city_library_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def city_library_client(city_library_fake: FakeService) -> Iterator[CityLibrary]:
    """A client of `city_library_fake`, closed after the test."""
    with city_library_fake.client() as client:
        yield client


@fixture
def async_city_library_client(city_library_fake: FakeService) -> AsyncCityLibrary:
    """An asynchronous client of `city_library_fake`. It holds no connections, so nothing needs to be closed."""
    return city_library_fake.async_client()
