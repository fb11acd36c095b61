# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["print_shop.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`print_shop_fake` is the service, and `print_shop_client` and `async_print_shop_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `print_shop_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncPrintShop, PrintShop
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_print_shop_client", "print_shop_client", "print_shop_fake"]


@fixture
def print_shop_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def print_shop_client(print_shop_fake: FakeService) -> Iterator[PrintShop]:
    """A client of `print_shop_fake`, closed after the test."""
    with print_shop_fake.client() as client:
        yield client


@fixture
def async_print_shop_client(print_shop_fake: FakeService) -> AsyncPrintShop:
    """An asynchronous client of `print_shop_fake`. It holds no connections, so nothing needs to be closed."""
    return print_shop_fake.async_client()
