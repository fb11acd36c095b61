"""Proposes a public class for a schema, and field and member names where the rule gives none."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sdkwright.config import Naming
from sdkwright.normalise.identifiers import RESERVED_CLASSES, is_member
from sdkwright.normalise.naming.members import member_of
from sdkwright.normalise.naming.proposal import Evidence, Proposal, unique
from sdkwright.normalise.naming.words import camel, safe_snake
from sdkwright.normalise.sites import schema_sites

_WRITTEN = re.compile(r"(?P<what>[A-Z][A-Za-z0-9]*?)(?P<verb>Create|Update|Delete)(?P<part>[A-Za-z0-9]*)")
_CHANGED = re.compile(r"(?P<what>[A-Za-z0-9]*?)Change(?P<part>[A-Z][A-Za-z0-9]*)")
_READ = re.compile(r"[A-Za-z0-9]+")
_TWIN_FIELDS = 2
_NAMELESS = "Unnamed"


def propose_schemas(
    unnamed: Sequence[str],
    names: Mapping[str, str],
    existing: Iterable[str],
    evidence: Evidence,
    enums: Mapping[str, str] | None = None,
    *,
    naming: Naming,
) -> Iterator[Proposal]:
    """A class for each of `unnamed`, in their order.

    Args:
        unnamed: Vendor's names of the schemas.
        names: The table of schemas.
        existing: Further names of classes.
        evidence: What else a name may be concluded from.
        enums: The table of inline enums, one of which may stand among the schemas now.
        naming: What the vendor's names are made of.
    """
    if not unnamed:
        return
    placed = by_place(evidence, names, enums or {})
    used = {*names.values(), *existing, *RESERVED_CLASSES}
    renamed = _renamed(unnamed, dict(_gone(names, evidence)), evidence)
    known = {*names, *unnamed}
    for name in unnamed:
        if former := renamed.get(name):
            yield Proposal("schemas", name, names[former], f"{former} before, which is gone")
            continue
        if value := placed.get(name):
            yield Proposal("schemas", name, value, f"{value} before, at the same places")
            continue
        # What the overlay adds has been given its name there.
        ours = name not in _schemas(evidence.upstream) and bool(evidence.upstream)
        value = unique((camel(name) or _NAMELESS) if ours else class_for(name, names, known, naming), used)
        used.add(value)
        yield Proposal("schemas", name, value, f"the schema {name}")


def class_for(name: str, names: Mapping[str, str], known: Iterable[str], naming: Naming) -> str:
    """The class that a schema would have by the ways of the table, taken or not.

    Args:
        name: The vendor's name.
        names: The table of schemas.
        known: The vendor's names of all schemas.
        naming: What the vendor's names are made of.
    """
    # A vendor's name may begin with a digit or a small letter, and be longer than a name may be.
    return camel(_spoken(name, names, known, naming)) or _NAMELESS


def _spoken(name: str, names: Mapping[str, str], known: Iterable[str], naming: Naming) -> str:
    if naming.page_prefix and (paged := name.removeprefix(naming.page_prefix)) not in {name, ""}:
        item = paged.removesuffix("_") or paged
        item = names.get(item) or class_for(item, names, known, naming)
        return f"{item.removesuffix('Summary').removesuffix('Record')}Page"
    suffix = naming.schema_suffix or ""
    stem = name.removesuffix(suffix) if name.endswith(suffix) else ""
    if written := _WRITTEN.fullmatch(stem):
        return f"{written['what']}{written['part']}{written['verb']}"
    if changed := _CHANGED.fullmatch(stem):
        return f"{changed['what']}{changed['part']}Change"
    if _READ.fullmatch(stem):
        return _read(stem, {*known}, naming)
    # The server's own entities end in Record: the plain names belong to the API's models for good.
    return f"{camel(name) or _NAMELESS}Record"


def _read(stem: str, known: Collection[str], naming: Naming) -> str:
    """What is received: whole, as a summary of what is also there whole, or as a link."""
    for ending in (naming.whole_suffix, naming.summary_suffix, naming.link_suffix):
        what = stem.removesuffix(ending) if ending else ""
        if what not in {stem, ""}:
            break
    else:
        return stem
    if ending == naming.link_suffix:
        return f"{what}{ending if what.endswith('Link') else 'Link'}"
    has_whole = f"{what}{naming.whole_suffix}{naming.schema_suffix or ''}" in known
    return f"{what}Summary" if ending == naming.summary_suffix and has_whole else what


def renamed_schema(name: str, value: str, existing: Iterable[str]) -> Proposal:
    """Another class for a schema whose name stands for something else already."""
    return Proposal("schemas", name, unique(value, {*existing, *RESERVED_CLASSES}), f"{value} is taken")


def field_for(wire: str, existing: Iterable[str], where: str, *, curated: str | None = None) -> Proposal:
    """A field for a property whose wire name makes none, or one that is taken.

    Args:
        wire: Its name on the wire.
        existing: The fields that its schema has already.
        where: What it is, for the origin.
        curated: The field that it has by the table. The table holds for all schemas, so what is proposed instead goes
            on from it: back to the plain name would be back to where that was taken.
    """
    return Proposal("properties", wire, unique(curated or safe_snake(wire, "value"), existing, joint="_"), where)


def member_for(enum: str, value: str | int, existing: Iterable[str]) -> Proposal:
    """A member for a value that makes none, or one that is taken."""
    text = str(value)
    name = member_of(value)
    name = name if is_member(name) else safe_snake(text, "value").upper()
    return Proposal("members", f"{enum}.{text}", unique(name, existing, joint="_"), f"the value {text[:40]!r}")


def parameter_for(key: str, wire: str, existing: Iterable[str]) -> Proposal:
    """An argument for a parameter whose wire name makes none, or one that is taken."""
    return Proposal(
        "parameters", key, unique(safe_snake(wire, "argument"), existing, joint="_"), f"the parameter {wire}"
    )


def _gone(names: Mapping[str, str], evidence: Evidence) -> Iterator[tuple[str, dict[str, Any]]]:
    present = _schemas(evidence.upstream)
    # A name that something else of the document has too cannot be handed on.
    held = {names[name] for name in present if name in names}
    for name, schema in _schemas(evidence.previous).items():
        if name in names and name not in present and names[name] not in held:
            yield name, schema


def _renamed(unnamed: Sequence[str], gone: Mapping[str, dict[str, Any]], evidence: Evidence) -> dict[str, str]:
    """The former name of what has another now: both are alone in having fields of these names and kinds."""
    outlines = {name: _outline(_schemas(evidence.upstream).get(name, {})) for name in unnamed}
    renamed: dict[str, str] = {}
    for name, outline in outlines.items():
        twins = [other for other, schema in gone.items() if _outline(schema) == outline]
        if len(twins) == 1 and [*outlines.values()].count(outline) == 1 and len(outline) >= _TWIN_FIELDS:
            renamed[name] = twins[0]
    return renamed


def _schemas(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = document.get("components", {}).get("schemas", {})
    return found


def _outline(schema: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Its fields and their kinds; what is referred to may have another name too."""
    return {
        wire: (value.get("type"), value.get("format"), tuple(value.get("enum", ())), "$ref" in value)
        for wire, value in schema.get("properties", {}).items()
    }


def by_place(evidence: Evidence, names: Mapping[str, str], enums: Mapping[str, str]) -> dict[str, str]:
    """The class of what stood at the places of each schema before, where it has the same content and is one class.

    Args:
        evidence: The document and the revision before it.
        names: The table of schemas.
        enums: The table of inline enums.
    """
    before = {site.key: site.schema for site in schema_sites(evidence.previous)}
    old, new = _schemas(evidence.previous), _schemas(evidence.upstream)
    found: dict[str, set[str]] = {}
    for site in schema_sites(evidence.upstream):
        name = _referred(site.schema)
        former = before.get(site.key, {})
        if name not in new or name in old or not former:
            continue
        gone = _referred(former)
        if "enum" in former and site.key in enums and are_kin(former["enum"], new[name].get("enum")):
            found.setdefault(name, set()).add(enums[site.key])
        elif gone in old and gone not in new and gone in names and _is_alike(old[gone], new[name]):
            found.setdefault(name, set()).add(names[gone])
    single = {name: next(iter(classes)) for name, classes in found.items() if len(classes) == 1}
    claims = [*single.values()]
    return {name: value for name, value in single.items() if claims.count(value) == 1}


def are_kin(old: Any, new: Any) -> bool:
    """Whether two lists are of one enum at one place: neither has lost what the other has."""
    if not isinstance(old, list) or not isinstance(new, list):
        return False
    short, long = sorted((old, new), key=len)
    return bool(short) and all(value in long for value in short)


def _is_alike(old: dict[str, Any], new: dict[str, Any]) -> bool:
    if "enum" in old or "enum" in new:
        return are_kin(old.get("enum"), new.get("enum"))
    return _outline(old) == _outline(new)


def _referred(schema: Mapping[str, Any]) -> str:
    return str(schema.get("$ref", "")).removeprefix("#/components/schemas/")
