"""The reference of `spec/sdk.toml`, written from the classes of its tables and their docstrings."""

import inspect
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.config.keys import shape, value_kind
from sdkwright.config.tables import Configuration
from sdkwright.config.values import Kind

_INTRODUCTION: Final = """# Configuration reference

Every table and key of `spec/sdk.toml`, as `sdkwright configuration` prints it.
[Configuration](../maintainers/configuration.md)
explains them, with examples.
"""
_ATTRIBUTE: Final = re.compile(r"^    (?P<name>\w+): (?P<text>.*(?:\n {8}.*)*)", re.MULTILINE)
_HEADS: Final = {"table": "[{}]", "list": "[[{}]]", "named": "[{}.NAME]"}


def configuration_reference() -> str:
    """The page, in Markdown."""
    sections = (
        _section(_HEADS[shape(field)].format(field.name), value_kind(field), required=field.default is attrs.NOTHING)
        for field in attrs.fields(Configuration)
    )
    return "\n".join([_INTRODUCTION, *sections])


def _section(head: str, table: type[Any], *, required: bool) -> str:
    fields = [field for field in attrs.fields(table) if field.init]
    explained = _explained(table)
    summary = inspect.cleandoc(table.__doc__ or "").partition("\n")[0].partition(": ")[2]
    lines = [f"## `{head}`", "", f"{summary[:1].upper()}{summary[1:]}{' It is required.' if required else ''}", ""]
    lines += ["| Key | Takes | Default | |", "|---|---|---|---|"]
    inner: list[str] = []
    for field in fields:
        if isinstance(kind := value_kind(field), Kind):
            lines.append(f"| `{field.name}` | {_cell(kind.allowed)} | {_default(field)} | {explained[field.name]} |")
        else:
            lines.append(f"| `{field.name}` | a table, see below | {_default(field)} | {explained[field.name]} |")
            inner += ["", _section(f"{field.name} of {head}", kind, required=False).replace("## ", "### ", 1).rstrip()]
    return "\n".join([*lines, *inner, ""])


def _explained(table: type[Any]) -> Mapping[str, str]:
    """What the docstring says of each key."""
    _, _, attributes = inspect.cleandoc(table.__doc__ or "").partition("Attributes:\n")
    return {found["name"]: _cell(" ".join(found["text"].split())) for found in _ATTRIBUTE.finditer(attributes)}


def _default(field: "attrs.Attribute[Any]") -> str:
    match field.default:
        case attrs.NOTHING:
            return "required"
        case None | "" | ():
            return ""
        case bool() as value:
            return f"`{str(value).lower()}`"
        case str() as value:
            return f'`"{value}"`'
        case tuple() as values:
            return f"`[{', '.join(_quoted(values))}]`"
        case _:
            return ""


def _quoted(values: tuple[str, ...]) -> Iterator[str]:
    return (f'"{value}"' for value in values)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
