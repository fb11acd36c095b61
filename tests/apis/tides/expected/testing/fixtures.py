# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/tides; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["tides.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`tides_fake` is the service, and `tides_client` and `async_tides_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `tides_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncTides, Tides
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_tides_client", "tides_client", "tides_fake"]


@fixture
def tides_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def tides_client(tides_fake: FakeService) -> Iterator[Tides]:
    """A client of `tides_fake`, closed after the test."""
    with tides_fake.client() as client:
        yield client


@fixture
def async_tides_client(tides_fake: FakeService) -> AsyncTides:
    """An asynchronous client of `tides_fake`. It holds no connections, so nothing needs to be closed."""
    return tides_fake.async_client()
