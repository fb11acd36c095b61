# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/weather_stations; CONTRIBUTING.md says how to change what is generated.
"""Pytest fixtures: `pytest_plugins = ["weather_stations.testing.fixtures"]` in the root `conftest.py`. Needs pytest.

`weather_stations_fake` is the service, and `weather_stations_client` and `async_weather_stations_client` are clients of it. A
fixture of the same name in your own `conftest.py` replaces one of them, such as `weather_stations_fake` for a strict fake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..client import AsyncWeather, Weather
from ._fixtures import fixture
from .service import FakeService

__all__ = ["async_weather_stations_client", "weather_stations_client", "weather_stations_fake"]


@fixture
def weather_stations_fake() -> FakeService:
    """A fake of the service, new for each test."""
    return FakeService()


@fixture
def weather_stations_client(weather_stations_fake: FakeService) -> Iterator[Weather]:
    """A client of `weather_stations_fake`, closed after the test."""
    with weather_stations_fake.client() as client:
        yield client


@fixture
def async_weather_stations_client(weather_stations_fake: FakeService) -> AsyncWeather:
    """An asynchronous client of `weather_stations_fake`. It holds no connections, so nothing needs to be closed."""
    return weather_stations_fake.async_client()
