"""The keys that `spec/sdk.toml` may have, each with what it is without it: to tell those of two versions apart."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from sdkwright.config import Configuration
from sdkwright.config.keys import shape, value_kind


def keys() -> dict[str, str]:
    """Every key, dotted, with what counts where it is left out, in words."""
    return dict(sorted(_keys(Configuration, "")))


def changes(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """What another version makes of the keys, a line for each that differs.

    Args:
        old: The keys of the earlier version.
        new: Those of the later one.
    """
    lines = [f"{name} is gone" for name in sorted(old.keys() - new.keys())]
    lines += [f"{name} is new ({new[name]})" for name in sorted(new.keys() - old.keys())]
    both = sorted(old.keys() & new.keys())
    return lines + [f"{name}: {old[name]} before, {new[name]} now" for name in both if old[name] != new[name]]


def _keys(table: type[Any], above: str) -> Iterator[tuple[str, str]]:
    for field in attrs.fields(table):
        kind, form = value_kind(field), shape(field)
        name = f"{above}{field.name}"
        if form == "value":
            yield name, _default(field.default)
        else:
            yield from _keys(kind, f"{name}.NAME." if form == "named" else f"{name}.")


def _default(value: Any) -> str:
    if value is attrs.NOTHING:
        return "needed"
    if isinstance(value, attrs.Factory):  # type: ignore[arg-type]  # attrs declares a function
        return "by default made of others"
    return f"by default {value!r}" if isinstance(value, str | int | float | bool | None) else "by default empty"
