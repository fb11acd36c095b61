"""Values in the place of an account's own, for requests that never leave: of fakes and of dry runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from .._api import SECURITY
from .._security.schemes import STAND_INS

BUILDS_ON: Final = ("_api.SECURITY",)


def stand_ins(text: Callable[[str], str]) -> dict[str, Any]:
    """Return a value for each argument that suffices without anything being fetched.

    Args:
        text: Gives the value of an argument that takes a text.
    """
    places = {argument: place for _, argument, _, place, _ in SECURITY}
    signer = _signed if _needs_signer() else None
    return {
        argument: signer if signer is not None and places[argument] == "hook" else text(argument)
        for argument in places
        if argument in STAND_INS
    }


def _needs_signer() -> bool:
    """Whether the callers of the package say how the schemes of its hook sign, and not the project."""
    from ..hooks._security import DefaultSecurity
    from ..hooks.security import Security

    kind: object = Security
    return kind is DefaultSecurity


def _signed(signing: Any) -> dict[str, str]:
    return {"Authorization": f"{signing.kind} not-sent"}
