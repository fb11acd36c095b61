"""Hoists every inline enum into a component with a curated name."""

from collections.abc import Sequence
from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import check_member, is_member, member
from sdkwright.normalise.naming.classes import rule_enums
from sdkwright.normalise.naming.enums import propose_enums
from sdkwright.normalise.naming.members import member_of
from sdkwright.normalise.naming.schemas import member_for
from sdkwright.normalise.ordinals import ORDINALS, are_ordinals
from sdkwright.normalise.passes.classes import name_classes
from sdkwright.normalise.schema_words import ANNOTATIONS, STATED
from sdkwright.normalise.sites import SchemaSite, enum_sites

# Where the enums wait for `name_schemas`: a place of their own, so that no upstream schema can be taken for one.
HOISTED = "enums"


def hoist_enums(document: dict[str, Any], context: Context) -> int:
    """Replace each inline enum by a reference to the component that its site is named after."""
    sites = list(enum_sites(document))
    _name_sites(sites, context, document)
    values: dict[str, tuple[str, list[Any]]] = {}
    numbers: dict[str, tuple[str, list[int]]] = {}
    for site in sites:
        name = context.names.enums[site.key]
        values[name] = _merged(values.get(name), site, name)
        if ORDINALS in site.schema:
            numbers[name] = _agreed(numbers.get(name), site, name)
        context.ledger.lives("enum", site.key, name)
        site.holder[site.slot] = {"$ref": f"#/components/{HOISTED}/{name}"} | _texts(site.schema)
    hoisted: dict[str, dict[str, Any]] = {
        name: {"type": kind_of(listed), "enum": listed} for name, (_, listed) in sorted(values.items())
    }
    for name, (where, ordinals) in numbers.items():
        hoisted[name][ORDINALS] = ordinals
        if not are_ordinals(hoisted[name]):
            raise GeneratorError(f"{where}: {name} has more values at another site; state its `{ORDINALS}` there.")
    document["components"][HOISTED] = hoisted
    components = [(name, schema) for name, schema in document["components"]["schemas"].items() if "enum" in schema]
    for name, schema in [*hoisted.items(), *components]:
        schema["x-enum-varnames"] = _members(name, schema["enum"], context)
    return len(sites)


def _name_sites(sites: Sequence[SchemaSite], context: Context, document: dict[str, Any]) -> None:
    """Give a class to each enum that has none in the table."""
    names, naming = context.names, context.configuration.names
    missing = [site for site in sites if site.key not in names.enums]
    if not missing:
        return
    what = "inline enums without a name"
    if context.by_rule:
        name_classes(document["components"]["schemas"], context)
        context.give(what, rule_enums(missing, names.schemas, names.operations, context.classes, context.ledger))
    else:
        tables = (names.enums, names.schemas, names.operations)
        proposals = propose_enums(sites, *tables, context.evidence, naming=naming, reserved=context.clients)
        context.give(what, [*proposals])


def _merged(known: tuple[str, list[Any]] | None, site: SchemaSite, name: str) -> tuple[str, list[Any]]:
    listed = site.schema["enum"]
    if known is None or known[1] == listed[: len(known[1])]:
        return site.key, listed
    if listed == known[1][: len(listed)]:
        return known
    raise GeneratorError(
        f"{known[0]} and {site.key} are both named {name} but list different values; give one another name."
    )


def _agreed(known: tuple[str, list[int]] | None, site: SchemaSite, name: str) -> tuple[str, list[int]]:
    """The ordinals of an enum, which need to stand at one of its sites only."""
    listed: list[int] = site.schema[ORDINALS]
    if known is not None and known[1] != listed:
        raise GeneratorError(
            f"{known[0]} and {site.key} are both named {name} but have different `{ORDINALS}`; keep one of the two."
        )
    return known or (site.key, listed)


def _texts(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: schema[key] for key in (*ANNOTATIONS, STATED) if key in schema}


def _by_rule(value: str | int) -> str:
    # A number has a plain name of its own.
    return member(value) if isinstance(value, str) else member_of(value)


def kind_of(values: list[Any]) -> str:
    """The JSON type of the values of an enum."""
    return "integer" if all(type(value) is int for value in values) else "string"


def _members(name: str, listed: list[Any], context: Context) -> list[str]:
    """The member of each value, in the order of the values."""
    table, where = context.names.members, f"the enum {name}"
    ruled = {value: member_of(value) if context.by_rule else _by_rule(value) for value in listed}
    if len(ruled) != len(listed):
        twice = next(value for place, value in enumerate(listed) if value in listed[:place])
        raise GeneratorError(f"{where} lists {str(twice)[:40]!r} twice; take one out with the overlay.")
    chosen: dict[str | int, str] = {}
    used: dict[str, str | int] = {}
    # What the table names comes first, then what makes a member without more ado.
    for value in sorted(listed, key=lambda value: f"{name}.{value}" not in table):
        curated = table.get(f"{name}.{value}")
        wanted = check_member(curated, f"{where}, value {str(value)[:40]!r}") if curated else ruled[value]
        if is_member(wanted) and wanted not in used:
            used[wanted], chosen[value] = value, wanted
    for value in [value for value in listed if value not in chosen]:
        taken = next((known for known in (table.get(f"{name}.{value}"), ruled[value]) if known in used), "")
        proposal = member_for(name, value, {*used})
        like = f"that would be {taken} like {str(used[taken])[:40]!r}" if taken else "that make no member"
        context.give(f"values of {where} {like}", [proposal])
        used[proposal.value], chosen[value] = value, proposal.value
    return [chosen[value] for value in listed]
