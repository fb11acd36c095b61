# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["opera_house.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`opera_house_fake` is the service, and `opera_house_client` and `async_opera_house_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `opera_house_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncOperaHouse, OperaHouse
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_opera_house_client", "opera_house_client", "opera_house_fake"]


@fixture
def opera_house_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def opera_house_client(opera_house_fake: FakeService) -> Iterator[OperaHouse]:
    """A client of `opera_house_fake`, closed after the test."""
    with opera_house_fake.client() as client:
        yield client


@fixture
def async_opera_house_client(opera_house_fake: FakeService) -> AsyncOperaHouse:
    """An asynchronous client of `opera_house_fake`. It holds no connections, so nothing needs to be closed."""
    return opera_house_fake.async_client()
