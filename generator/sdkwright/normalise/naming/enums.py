"""Proposes a public class for an inline enum."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from sdkwright.config import Naming
from sdkwright.normalise.identifiers import RESERVED_CLASSES, flat
from sdkwright.normalise.naming.places import of_item
from sdkwright.normalise.naming.proposal import Evidence, Proposal, unique
from sdkwright.normalise.naming.schemas import are_kin, class_for
from sdkwright.normalise.naming.words import camel, singular
from sdkwright.normalise.sites import SchemaSite, schema_sites

_TAILS = re.compile(r"(?:Summary|Create|Update|Record|Change)+\Z")
_NOTHING: Final = Evidence()
_T = TypeVar("_T")
_NAMELESS = "Choice"
_ENOUGH = 3
"""Values that two enums share only if they are the same one."""


def propose_enums(
    sites: Sequence[SchemaSite],
    names: Mapping[str, str],
    schemas: Mapping[str, str],
    operations: Mapping[str, str],
    evidence: Evidence = _NOTHING,
    *,
    naming: Naming,
    reserved: Iterable[str] = (),
) -> Iterator[Proposal]:
    """A class for each of `sites` that has none, in their order.

    Args:
        sites: Every inline enum.
        names: The table of enums.
        schemas: The table of schemas.
        operations: The table of operations.
        evidence: The revision before, where an enum may have stood among the schemas.
        naming: What the vendor's names are made of.
        reserved: Further names of classes.
    """
    components = evidence.previous.get("components", {}).get("schemas", {})
    before = {
        site.key: str(site.schema["$ref"]).removeprefix("#/components/schemas/")
        for site in schema_sites(evidence.previous)
        if "$ref" in site.schema
    }
    classes: dict[str, list[Any]] = {}
    for site in sites:
        if site.key in names:
            known = classes.setdefault(names[site.key], site.schema["enum"])
            classes[names[site.key]] = max(known, site.schema["enum"], key=len)
    last_words = {key: _last_word(key) for key in names}
    owned: dict[str, set[str]] = {}
    for key, name in names.items():
        owned.setdefault(name, set()).add(last_words[key])
    used = {*schemas.values(), *names.values(), *RESERVED_CLASSES, *reserved}
    # Two lists can be one enum only if they begin alike, so no site is compared with all others.
    begun = _by_first((site.schema["enum"], site) for site in sites if site.key not in names)
    starts = _by_first((listed, name) for name, listed in classes.items())
    for site in sites:
        if site.key in names:
            continue
        values = site.schema["enum"]
        former = before.get(site.key, "")
        if former in schemas and are_kin(components.get(former, {}).get("enum"), values):
            known = classes.setdefault(schemas[former], values)
            starts[_first(known)].append(schemas[former])
            owned.setdefault(schemas[former], set()).add(_last_word(site.key))
            yield Proposal("enums", site.key, schemas[former], f"{former} before, at the same place")
            continue
        word = _last_word(site.key)
        near = starts[_first(values)]
        alike = (name for name in near if _is_same(values, classes[name], same_word=word in owned[name]))
        if (same := next(alike, None)) is not None:
            # The longest list says which ones are the same from here on.
            classes[same] = max(classes[same], values, key=len)
            yield Proposal("enums", site.key, same, f"the values of {same}")
            continue
        # Of several sites of one enum, the one with the shortest name says best what it is.
        kin = [
            other.key
            for other in begun[_first(values)]
            if _is_same(values, other.schema["enum"], same_word=_last_word(other.key) == word)
        ]
        name = unique(
            min((_name(key, schemas, operations, naming) for key in kin), key=lambda name: (len(name), name)), used
        )
        used.add(name)
        classes[name], owned[name] = values, {word}
        near.append(name)
        yield Proposal("enums", site.key, name, f"the enum at {site.key}")


def _is_same(values: list[Any], listed: list[Any], *, same_word: bool) -> bool:
    """Whether two lists can be one enum: one goes on where the other ends, and that is no coincidence."""
    short, long = sorted((values, listed), key=len)
    return long[: len(short)] == short and (same_word or len(short) >= _ENOUGH)


def _by_first(pairs: Iterable[tuple[list[Any], _T]]) -> defaultdict[str, list[_T]]:
    """What belongs to lists, by what the lists begin with."""
    found: defaultdict[str, list[_T]] = defaultdict(list)
    for values, owner in pairs:
        found[_first(values)].append(owner)
    return found


def _first(values: list[Any]) -> str:
    return str(values[0]) if values else ""


@lru_cache(maxsize=20_000)
def _last_word(key: str) -> str:
    return re.split(r"[.?/ ]", key.removesuffix(" response").removesuffix(" body"))[-1].lower()


def _name(key: str, schemas: Mapping[str, str], operations: Mapping[str, str], naming: Naming) -> str:
    place, _, member = key.rpartition(".") if " " not in key else ("", "", "")
    if place:
        owner = schemas.get(place) or class_for(place, schemas, schemas, naming)
        owner, word = _TAILS.sub("", owner) or owner, camel(member)
        return word if word.startswith(owner) else camel(f"{owner}{word}")
    if " " not in key:
        # What an array among the components holds.
        return of_item(schemas.get(key) or camel(key))
    method_and_path, _, rest = key.partition(" ?")
    if rest:
        return camel(rest.rpartition(".")[2]) or _NAMELESS
    address = " ".join(method_and_path.split(" ")[:2])
    resource, _, verb = operations.get(address, "answers.value").rpartition(".")
    return camel(f"{singular(flat(resource))} {verb.removeprefix('get_')}") or _NAMELESS
