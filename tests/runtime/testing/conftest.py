"""Each kind of client, and the small API that their calls are of."""

from importlib.util import find_spec

import pytest

from tests.fake_clients import kind

__all__ = ["api", "kind", "pytest_ignore_collect"]

# Other packages than the runtime may have no such room.
ROOM = "sdk.testing"


def pytest_ignore_collect(collection_path):
    return (collection_path.name.startswith("test_") and find_spec(ROOM) is None) or None


@pytest.fixture(autouse=True)
def api(monkeypatch):
    """Let the package have the small API of the tests."""
    from tests.runtime import small_api

    small_api.stand_in(monkeypatch)
