"""Renders the page of the models: every field with its type and meaning, every enum with its values."""

from collections.abc import Iterable
from typing import Final

from sdkwright.config import Configuration, Dialect
from sdkwright.emit.annotations import Annotation
from sdkwright.emit.docstrings import plain, sentence
from sdkwright.emit.fields import fields_of
from sdkwright.ir import Alias, Api, Direction, Enum, Model, Reference, Schema, Union, references
from sdkwright.reference.layout import heading
from sdkwright.reference.quoting import inline, prose

PAGE: Final = "models.md"
_ANY_NULL: Final = (
    "A field of what is received may be `None` where its type says so, whatever the document says of it. "
)
_INTRODUCTION: Final = (
    "All are exported by `{package}`. {null}A field of what is sent that is left out is not sent. Amounts read as "
    "`Decimal`, also where an `int` may be given."
)

_DIRECTIONS: Final = {Direction.SENT: "Only sent.", Direction.BOTH: "Sent and received."}


def models_page(api: Api, configuration: Configuration) -> str:
    """The page, without its header.

    Args:
        api: The API.
        configuration: What the project declares.
    """
    dialect = configuration.dialect
    null = _ANY_NULL if dialect.nullable == "every-property" else ""
    parts = ["# Models", _INTRODUCTION.format(package=configuration.package.name, null=null)]
    for name, schema in sorted(api.schemas.items()):
        parts += [heading(name, anchor=name), _about(schema, dialect)]
        if isinstance(schema, Enum):
            parts.append(_values(schema, dialect))
        elif isinstance(schema, Alias):
            parts.append(_choices(schema))
        elif schema.fields:
            parts.append(_fields(schema, api))
    return "\n\n".join(parts) + "\n"


def linked(annotation: Annotation, page: str = "", *, within: str = "") -> str:
    """A type as inline code, with a link to the model in it.

    Args:
        annotation: The type.
        page: Where the models are, relative to the page that links.
        within: The name of the generic class that holds it, as in `Pager`; empty if none does.
    """
    named = [*dict.fromkeys(references(annotation.type))]
    if len(named) > 1:
        return _linked_members(annotation, page, within)
    text = inline(f"{within}[{annotation.spoken}]" if within else annotation.spoken)
    return f"[{text}]({page}#{named[0]})" if named else text


def _linked_members(annotation: Annotation, page: str, within: str) -> str:
    """A type that names several models, each with its own link."""
    union = annotation.type
    if not isinstance(union, Union):
        text = inline(f"{within}[{annotation.spoken}]" if within else annotation.spoken)
        return f"{text} ({', '.join(linked(Annotation(Reference(name)), page) for name in references(union))})"
    return " or ".join(linked(Annotation(member), page) for member in union.members)


def table(head: str, lines: Iterable[str]) -> str:
    """A table whose cells stand below each other where the screen is narrow.

    Args:
        head: Its titles, as a line of Markdown.
        lines: Its rows, as lines of Markdown.
    """
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join(['<div class="fields" markdown>', "", head, rule, *lines, "", "</div>"])


def _about(schema: Schema, dialect: Dialect) -> str:
    said = prose(plain(schema.description))
    upstream = plain(schema.upstream_id)
    parts = [said and f"{said.rstrip('.')}.", f"{inline(upstream)} in the vendor's document." if upstream else ""]
    if isinstance(schema, Enum):
        parts.append("" if dialect.enums == "closed" else "A value that is not listed is kept as it comes.")
    else:
        parts.append(_DIRECTIONS.get(schema.direction, ""))
    return " ".join(part for part in parts if part)


def _choices(alias: Alias) -> str:
    """What a union is one of, with the values that tell its models apart."""
    if not isinstance(alias.type, Union):
        return f"It is {linked(Annotation(alias.type))}."
    union = alias.type
    values: dict[str, list[str]] = {}
    for value, name in union.variants:
        values.setdefault(name, []).append(inline(value))
    lines = []
    for member in union.members:
        name = member.name if isinstance(member, Reference) else ""
        told = ", ".join(values.get(name, ())) or ("any other" if name else "")
        lines.append(f"| {linked(Annotation(member))} |" + (f" {told} |" if union.discriminator else ""))
    column = f" {inline(union.discriminator)} |" if union.discriminator else ""
    head = table(f"| One of |{column}", lines)
    return f"{head}\n\nWhat fits none of them is kept as it comes."


def _values(enum: Enum, dialect: Dialect) -> str:
    ordinals = dialect.enums == "text-or-ordinal"
    lines = [
        f"| {inline(name)} | {inline(str(value))} |" + (f" {number} |" if ordinals else "")
        for name, value, number in zip(enum.members, enum.values, enum.numbers, strict=True)
    ]
    return table("| Member | On the wire |" + (" Ordinal |" if ordinals else ""), lines)


def _fields(model: Model, api: Api) -> str:
    lines = [
        f"| {inline(code.field.name)}{' <small>required</small>' if code.default is None else ''} "
        f"| {linked(code.given)} | {prose(sentence(code.field, api.schemas))} |"
        for code in fields_of(model, api.schemas)
    ]
    return table("| Field | Type | Meaning |", lines)
