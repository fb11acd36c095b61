"""Writes a proposal: `spec/sdk.toml`, `spec/names.toml` and `spec/overlay.yaml`, each decision with its reason."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sdkwright import documents
from sdkwright.new.proposal import Proposal, Setting, Table
from sdkwright.normalise.naming.proposal import quoted
from sdkwright.text import without_controls

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST: Final = 200
_SDK_HEADER: Final = (
    "# What the package is and what the API's document cannot say. `sdkwright new` proposed it: each reason stands "
    "beside.\n"
)
_NAMES_HEADER: Final = "# Public names; what has none here gets one by rule.\n"


def sdk_toml(proposal: Proposal) -> str:
    """The text of `spec/sdk.toml`."""
    return "\n".join([_SDK_HEADER, *("".join(f"{line}\n" for line in _table(table)) for table in proposal.tables)])


def names_toml(proposal: Proposal) -> str:
    """The text of `spec/names.toml`; empty where nothing has a name of its own."""
    parts = []
    for table, named in sorted(proposal.names.items()):
        lines = [f"{_key(key)} = {quoted(one.value)}{_reason(one.reason)}" for key, one in sorted(named.items())]
        parts.append("".join(f"{line}\n" for line in [f"[{table}]", *lines]))
    return "\n".join([_NAMES_HEADER, *parts]) if parts else ""


def overlay_yaml(proposal: Proposal) -> str:
    """The text of `spec/overlay.yaml`; empty where nothing is corrected."""
    if not proposal.overlay:
        return ""
    actions = [
        {"target": one.target, "description": one.description}
        | ({"remove": True} if one.update is None else {"update": one.update})
        for one in proposal.overlay
    ]
    overlay = {"overlay": "1.0.0", "info": {"title": "Corrections", "version": "1"}, "actions": actions}
    return documents.dump_yaml(overlay, header="Corrections of the vendor's document, each with its reason.")


def toml(value: Any) -> str:
    """A value as TOML writes it, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            return quoted(value)
        case list() | tuple():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            inside = ", ".join(f"{_key(key)} = {toml(one)}" for key, one in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case _:
            raise TypeError(f"no value of sdk.toml: {value!r}")


def _table(table: Table) -> Iterator[str]:
    if table.reason:
        yield f"#{_reason(f'{table.reason} ({table.confidence})', lead=' ')}"
    mark = "" if table.live else "# "
    yield f"{mark}[[{table.path}]]" if table.repeated else f"{mark}[{table.path}]"
    for key, setting in table.settings.items():
        yield f"{mark}{_key(key)} = {toml(setting.value)}{_said(setting)}"


def _said(setting: Setting) -> str:
    if not setting.reason:
        return ""
    return _reason(setting.reason if setting.confidence == "certain" else f"{setting.reason} ({setting.confidence})")


def _reason(reason: str, *, lead: str = "  # ") -> str:
    """A reason, which may quote the document, as a comment that ends where its line does."""
    return f"{lead}{without_controls(reason)[:_LONGEST]}" if reason else ""


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else quoted(key)
