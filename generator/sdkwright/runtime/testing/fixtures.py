"""Pytest fixtures: `pytest_plugins = ["envoice.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`envoice_fake` is the service, and `envoice_client` and `async_envoice_client` are clients of it. A fixture of the same
name in your own `conftest.py` replaces one of them, such as `envoice_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..client import AsyncEnvoice, Envoice
from .service import FakeService

try:
    import pytest
except ImportError:
    raise ImportError("envoice.testing.fixtures needs pytest: pip install pytest.") from None

__all__ = ["async_envoice_client", "envoice_client", "envoice_fake"]

BUILDS_ON: Final = ("client.AsyncEnvoice", "client.Envoice")


@pytest.fixture
def envoice_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@pytest.fixture
def envoice_client(envoice_fake: FakeService) -> Iterator[Envoice]:
    """A client of `envoice_fake`, closed after the test."""
    with envoice_fake.client() as client:
        yield client


@pytest.fixture
def async_envoice_client(envoice_fake: FakeService) -> AsyncEnvoice:
    """An asynchronous client of `envoice_fake`. It holds no connections, so nothing needs to be closed."""
    return envoice_fake.async_client()
