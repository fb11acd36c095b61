# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Models, and what is given for them, under the names that callers know."""

from typing import TYPE_CHECKING, Final

from ...compatibility._lookup import looked_up

if TYPE_CHECKING:
    from ...models import Host as Host

__all__ = ["Host"]

_HOMES: Final[dict[str, str]] = {"Host": "models.Host"}


def __getattr__(name: str) -> object:
    return looked_up(__name__, _HOMES, name)
