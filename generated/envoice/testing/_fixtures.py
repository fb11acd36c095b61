"""What makes a fixture of pytest, for the module of the fixtures."""

from typing import Final

from .._api import NAME

try:
    from pytest import fixture  # noqa: PT013 - the name that the fixtures' module uses
except ImportError:
    raise ImportError(f"{NAME}.testing.fixtures needs pytest: pip install pytest.") from None

__all__ = ["fixture"]

BUILDS_ON: Final = ("_api.NAME",)
