# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/boat_club; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["boat_club.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`boat_club_fake` is the service, and `boat_club_client` and `async_boat_club_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `boat_club_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncBoatClub, BoatClub
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_boat_club_client", "boat_club_client", "boat_club_fake"]


@fixture
def boat_club_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def boat_club_client(boat_club_fake: FakeService) -> Iterator[BoatClub]:
    """A client of `boat_club_fake`, closed after the test."""
    with boat_club_fake.client() as client:
        yield client


@fixture
def async_boat_club_client(boat_club_fake: FakeService) -> AsyncBoatClub:
    """An asynchronous client of `boat_club_fake`. It holds no connections, so nothing needs to be closed."""
    return boat_club_fake.async_client()
