# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["envoice.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`envoice_fake` is the service, and `envoice_client` and `async_envoice_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `envoice_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncEnvoice, Envoice
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_envoice_client", "envoice_client", "envoice_fake"]


@fixture
def envoice_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def envoice_client(envoice_fake: FakeService) -> Iterator[Envoice]:
    """A client of `envoice_fake`, closed after the test."""
    with envoice_fake.client() as client:
        yield client


@fixture
def async_envoice_client(envoice_fake: FakeService) -> AsyncEnvoice:
    """An asynchronous client of `envoice_fake`. It holds no connections, so nothing needs to be closed."""
    return envoice_fake.async_client()
