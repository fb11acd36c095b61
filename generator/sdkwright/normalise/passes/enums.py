"""Hoists every inline enum into a component with a curated name."""

from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import check_member, is_member, member
from sdkwright.normalise.naming import Unnamed, UnnamedError
from sdkwright.normalise.naming.enums import propose_enums
from sdkwright.normalise.naming.members import member_of
from sdkwright.normalise.naming.schemas import member_for
from sdkwright.normalise.ordinals import ORDINALS, are_ordinals
from sdkwright.normalise.schema_words import ANNOTATIONS
from sdkwright.normalise.sites import SchemaSite, enum_sites

# Where the enums wait for `name_schemas`: a place of their own, so that no upstream schema can be taken for one.
HOISTED = "enums"


def hoist_enums(document: dict[str, Any], context: Context) -> int:
    """Replace each inline enum by a reference to the component that its site is named after."""
    sites = list(enum_sites(document))
    names = context.names
    if any(site.key not in names.enums for site in sites):
        tables = (names.enums, names.schemas, names.operations)
        naming = context.configuration.names
        proposals = propose_enums(sites, *tables, context.evidence, naming=naming, reserved=context.clients)
        raise UnnamedError("inline enums without a name", [*proposals])
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
    unnamed = Unnamed()
    for name, schema in [*hoisted.items(), *components]:
        schema["x-enum-varnames"] = _members(name, schema["enum"], context, unnamed)
    unnamed.refuse()
    return len(sites)


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
    return {key: schema[key] for key in ANNOTATIONS if key in schema}


def _by_rule(value: str | int) -> str:
    # A number has a plain name of its own.
    return member(value) if isinstance(value, str) else member_of(value)


def kind_of(values: list[Any]) -> str:
    """The JSON type of the values of an enum."""
    return "integer" if all(type(value) is int for value in values) else "string"


def _members(name: str, listed: list[Any], context: Context, unnamed: Unnamed) -> list[str]:
    seen: dict[str, str | int] = {}
    where = f"the enum {name}"
    # What is proposed for one value must not be what the rule gives another.
    used = {context.names.members.get(f"{name}.{value}") or _by_rule(value) for value in listed}
    for value in listed:
        curated = context.names.members.get(f"{name}.{value}")
        if curated is None and not is_member(_by_rule(value)):
            proposal = member_for(name, value, used)
            used.add(proposal.value)
            unnamed.add(f"values of {where} that make no member", [proposal])
            continue
        chosen = check_member(curated or _by_rule(value), f"{where}, value {str(value)[:40]!r}")
        if seen.get(chosen) == value:
            raise GeneratorError(f"{where} lists {str(value)[:40]!r} twice; take one out with the overlay.")
        if chosen in seen:
            proposal = member_for(name, value, used)
            used.add(proposal.value)
            unnamed.add(f"values of {where} that would be {chosen} like {str(seen[chosen])[:40]!r}", [proposal])
            continue
        seen[chosen] = value
    return list(seen)
