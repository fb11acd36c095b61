# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["copy_shop.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`copy_shop_fake` is the service, and `copy_shop_client` and `async_copy_shop_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `copy_shop_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncCopyShop, CopyShop
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_copy_shop_client", "copy_shop_client", "copy_shop_fake"]


@fixture
def copy_shop_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def copy_shop_client(copy_shop_fake: FakeService) -> Iterator[CopyShop]:
    """A client of `copy_shop_fake`, closed after the test."""
    with copy_shop_fake.client() as client:
        yield client


@fixture
def async_copy_shop_client(copy_shop_fake: FakeService) -> AsyncCopyShop:
    """An asynchronous client of `copy_shop_fake`. It holds no connections, so nothing needs to be closed."""
    return copy_shop_fake.async_client()
