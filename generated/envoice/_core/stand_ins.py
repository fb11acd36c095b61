"""Values in the place of an account's own, for requests that never leave: of fakes and of dry runs."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
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
    signer = _signed if "hook" in places.values() and _needs_signer() else None
    return {
        argument: signer if signer is not None and places[argument] == "hook" else text(argument)
        for argument in places
        if argument in STAND_INS
    }


def _needs_signer() -> bool:
    """Whether the callers of the package say how the schemes of its hook sign, and not the project."""
    # By their names: only a package carries these whose security needs them.
    hooks = f"{__name__.rpartition('._core')[0]}.hooks"
    in_use, default = import_module(f"{hooks}.security"), import_module(f"{hooks}._security")
    return bool(in_use.Security is default.DefaultSecurity)


def _signed(signing: Any) -> dict[str, str]:
    return {"Authorization": f"{signing.kind} not-sent"}
