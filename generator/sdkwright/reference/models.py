"""Renders the page of the models: every field with its type and meaning, every enum with its values."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sdkwright.emit.docstrings import plain, sentence, spoken
from sdkwright.emit.schemas import only_sent, python_name, sent_and_received
from sdkwright.emit.signatures import Field
from sdkwright.reference.quoting import inline, prose

PAGE: Final = "models.md"
_INTRODUCTION: Final = (
    "All are exported by `{package}`. A field of what is received may be `None`, whatever is said of it. A field of "
    "what is sent that is left out is not sent. Amounts read as `Decimal`, also where an `int` may be given."
)


def models_page(document: dict[str, Any], fields: Mapping[str, Sequence[Field]], *, package: str) -> str:
    """The page, without its header.

    Args:
        document: The normalised document.
        fields: The fields of the generated models, by class.
        package: The package's name.
    """
    schemas: dict[str, dict[str, Any]] = document["components"]["schemas"]
    directions = dict.fromkeys(only_sent(document), "Only sent.")
    directions |= dict.fromkeys(sent_and_received(document), "Sent and received.")
    parts = ["# Models", _INTRODUCTION.format(package=package)]
    for name in sorted(schemas):
        parts += [f"## {name} {{ #{name} }}", _about(schemas[name], directions.get(name, ""))]
        if "enum" in schemas[name]:
            parts.append(_values(schemas[name]))
        elif fields.get(name):
            parts.append(_fields(name, fields[name], schemas))
    return "\n\n".join(parts) + "\n"


def linked(source: str, names: Iterable[str], page: str = "") -> str:
    """A type as inline code, with a link to the first model in it.

    Args:
        source: The type.
        names: The models.
        page: Where the models are, relative to the page that links.
    """
    known = set(names)
    named = next((word for word in re.findall(r"\w+", source) if word in known), None)
    return inline(source) if named is None else f"[{inline(source)}]({page}#{named})"


def table(head: str, lines: Iterable[str]) -> str:
    """A table whose cells stand below each other where the screen is narrow.

    Args:
        head: Its titles, as a line of Markdown.
        lines: Its rows, as lines of Markdown.
    """
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join(['<div class="fields" markdown>', "", head, rule, *lines, "", "</div>"])


def _about(schema: Mapping[str, Any], direction: str) -> str:
    said = prose(plain(schema.get("description")))
    upstream = plain(schema.get("x-upstream-id"))
    parts = [said and f"{said.rstrip('.')}.", f"{inline(upstream)} in the vendor's document." if upstream else ""]
    if "enum" in schema:
        parts.append("A value that is not listed is kept as it comes.")
    else:
        parts.append(direction)
    return " ".join(part for part in parts if part)


def _values(schema: Mapping[str, Any]) -> str:
    ordinals = schema.get("x-enum-ordinals", range(len(schema["enum"])))
    members = zip(schema["x-enum-varnames"], schema["enum"], ordinals, strict=True)
    lines = [f"| {inline(name)} | {inline(str(value))} | {number} |" for name, value, number in members]
    return table("| Member | On the wire | Ordinal |", lines)


def _fields(name: str, fields: Sequence[Field], schemas: dict[str, dict[str, Any]]) -> str:
    properties = schemas[name].get("properties", {})
    texts = {python_name(wire, value): sentence(value, schemas) for wire, value in properties.items()}
    lines = [
        f"| {inline(field.name)}{' <small>required</small>' if field.default is None else ''} "
        f"| {linked(spoken(field.annotation), schemas)} | {prose(texts.get(field.name, ''))} |"
        for field in fields
    ]
    return table("| Field | Type | Meaning |", lines)
