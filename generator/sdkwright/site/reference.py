"""Renders a page for each public module: what it offers, with signatures and docstrings, as plain Markdown.

It reads well where nobody builds it, on the page of a repository; the site is built from the same text.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, Final

import griffe

from sdkwright.reference.layout import heading
from sdkwright.reference.quoting import described, fenced, inline, prose
from sdkwright.site.surface import entrances, members, offered, signature

FOLDER: Final = "reference"
_HEADER: Final = (
    "<!-- Generated from the package by `sdkwright docs`. Do not edit: change the docstrings, and run "
    "`nox -s generate`. -->"
)
_NAMED: Final = {griffe.DocstringSectionKind.parameters, griffe.DocstringSectionKind.attributes}
_GUIDES: Final = {
    "auth": ("guides/authentication.md",),
    "client": ("resources/index.md",),
    "clock": ("guides/testing.md",),
    "credentials": ("guides/authentication.md",),
    "deviations": ("guides/deviations.md",),
    "enums": ("resources/models.md",),
    "errors": ("guides/errors-and-retries.md",),
    "events": ("guides/observability.md",),
    "options": ("guides/options.md",),
    "otel": ("guides/observability.md",),
    "pagination": ("guides/pagination.md", "guides/lists.md"),
    "responses": ("guides/options.md",),
    "testing": ("guides/testing.md",),
    "transports": ("guides/options.md",),
    "webhooks": ("guides/webhooks.md", "resources/webhook-events.md"),
}
"""By module, the pages that say how to use it: the first one that a project has is linked."""


def page(module: Any, package: str, available: Mapping[str, str], shown: AbstractSet[str]) -> str:
    """The page of a module.

    Args:
        module: The module.
        package: The name of the package.
        available: The titles of the project's pages, by their names relative to `docs/pages`.
        shown: The paths of the classes that have a place on these pages.
    """
    where = f"{package}.{module.name}"
    parts = [_HEADER, f"# {module.name.replace('_', ' ').capitalize()}"]
    guide = next((name for name in _GUIDES.get(module.name, ()) if name in available), "")
    use = f" How to use it: [{prose(available[guide])}](../{guide})." if guide else ""
    first, *rest = [*_docstring(module)] or [""]
    parts += [first, f"Import from {inline(where)}.{use}", *rest]
    for name, member in offered(module):
        parts += _item(name, member, where, shown)
    for below in entrances(module):
        for name, member in offered(below):
            parts += _item(f"{below.name}.{name}", member, where, shown)
    return "\n\n".join(filter(None, parts)) + "\n"


def _item(name: str, member: Any, where: str, shown: AbstractSet[str], *, owner: str = "") -> Iterator[str]:
    yield heading(f"{owner}{name}", anchor=f"{where}.{name}", level=3 if owner else 2)
    last = name.rpartition(".")[2]
    if member.is_class:
        yield from _class(last, member, f"{where}.{name}", shown)
    elif member.is_function:
        yield fenced(signature(last, member), "py")
        yield from _docstring(member)
    else:
        annotation = f": {member.annotation}" if member.annotation is not None else ""
        yield fenced(f"{last}{annotation}", "py")
        yield from _docstring(member)


def _class(name: str, owner: Any, where: str, shown: AbstractSet[str]) -> Iterator[str]:
    bases = [str(base).rpartition(".")[2] for base in owner.bases]
    public = [base for base in bases if not base.startswith("_") and base not in {"object", "Struct"}]
    head = f"class {name}({', '.join(public)}): ..." if public else f"class {name}: ..."
    made = owner.members.get("__init__")
    if made is not None and not made.is_alias and made.is_function:
        head += f"\n\n{signature(name, made).removeprefix('def ').removesuffix(': ...').removesuffix(' -> None')}"
    yield fenced(head, "py")
    found = members(owner, shown)
    fields = {
        key: str(value.annotation) for key, value in found if not value.is_function and value.annotation is not None
    }
    yield from _docstring(owner, fields)
    named = {item.name for section in _sections(owner) if section.kind in _NAMED for item in section.value}
    if lines := [line for key, value in found if key not in named and (line := _attribute(key, value))]:
        yield "**Attributes**"
        yield "\n".join(lines)
    for key, value in found:
        if value.is_function:
            yield from _item(key, value, where, shown, owner=f"{name}.")


def _attribute(name: str, member: Any) -> str:
    if member.is_function:
        return ""
    kind = str(member.annotation) if member.annotation is not None else ""
    said = member.docstring.value.partition("\n\n")[0] if member.docstring else ""
    if not said and not kind:
        return ""
    shown = f" ({inline(kind)})" if kind else ""
    return f"- {inline(name)}{shown}" + (f": {described(' '.join(said.split()))}" if said else "")


def _sections(member: Any) -> list[Any]:
    return member.docstring.parsed if member.docstring else []


def _docstring(member: Any, fields: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    for section in _sections(member):
        value: Any = section.value
        match section.kind:
            case griffe.DocstringSectionKind.text:
                yield from blocks(value)
            case griffe.DocstringSectionKind.parameters | griffe.DocstringSectionKind.attributes:
                yield "**Arguments**" if section.kind is griffe.DocstringSectionKind.parameters else "**Attributes**"
                yield "\n".join(_named(item, fields) for item in value)
            case griffe.DocstringSectionKind.returns | griffe.DocstringSectionKind.yields:
                title = "Returns" if section.kind is griffe.DocstringSectionKind.returns else "Yields"
                yield f"**{title}** " + " ".join(described(" ".join(item.description.split())) for item in value)
            case griffe.DocstringSectionKind.raises:
                yield "**Raises**"
                lines = [f"- {inline(str(item.annotation))}: {_said(item)}" for item in value]
                yield "\n".join(lines)
            case griffe.DocstringSectionKind.examples:
                programs = [text for kind, text in value if kind is griffe.DocstringSectionKind.examples]
                yield from (fenced(text, "text") for text in programs)
            case griffe.DocstringSectionKind.admonition:
                yield f"**{prose(section.title or '')}** {described(' '.join(str(value.contents).split()))}"
            case _:
                pass


def _named(item: Any, fields: Mapping[str, str]) -> str:
    said = str(item.annotation) if item.annotation else fields.get(item.name, "")
    kind = f" ({inline(said)})" if said else ""
    return f"- {inline(item.name)}{kind}: {_said(item)}"


def _said(item: Any) -> str:
    return described(" ".join(item.description.split()))


def blocks(text: str) -> Iterator[str]:
    """The paragraphs of a docstring as Markdown: lists stay lists, and what is indented is shown as it stands.

    Args:
        text: The docstring, or a part of it.
    """
    for block in filter(str.strip, re.split(r"\n[ \t]*\n", text)):
        lines = block.rstrip().splitlines()
        lines = lines[1:] if not lines[0].strip() else lines
        if all(line.startswith("    ") for line in lines):
            yield fenced("\n".join(line[4:] for line in lines), "text")
        elif lines[0].startswith(("- ", "* ")):
            items = re.split(r"(?m)^[-*] ", block)[1:]
            yield "\n".join(f"- {described(' '.join(item.split()))}" for item in items)
        else:
            yield described(" ".join(block.split()))
