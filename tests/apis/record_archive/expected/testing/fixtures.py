# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["record_archive.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`record_archive_fake` is the service, and `record_archive_client` and `async_record_archive_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `record_archive_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncRecordArchive, RecordArchive
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_record_archive_client", "record_archive_client", "record_archive_fake"]


@fixture
def record_archive_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def record_archive_client(record_archive_fake: FakeService) -> Iterator[RecordArchive]:
    """A client of `record_archive_fake`, closed after the test."""
    with record_archive_fake.client() as client:
        yield client


@fixture
def async_record_archive_client(record_archive_fake: FakeService) -> AsyncRecordArchive:
    """An asynchronous client of `record_archive_fake`. It holds no connections, so nothing needs to be closed."""
    return record_archive_fake.async_client()
