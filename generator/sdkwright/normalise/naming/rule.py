"""Names an operation by rule: its resource and verb, from nothing but itself.

The operationId comes first, where a person wrote it; then the first tag, the path and the method. Whatever else the
document holds has no part in it, so a name stays when the rest changes.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.config import Naming
from sdkwright.normalise.identifiers import MAX_NAME, snake
from sdkwright.normalise.naming.actions import Action, by_address, by_words
from sdkwright.normalise.naming.addresses import Address, Step, address_of
from sdkwright.normalise.naming.lexicon import (
    GENERIC,
    ONE_OF_MANY,
    PREPOSITIONS,
    READS,
    TRAILING,
    VERBS,
    is_verb,
    method_verb,
)
from sdkwright.normalise.naming.operation_ids import Said, said_by
from sdkwright.normalise.naming.plurals import is_many, many, one
from sdkwright.normalise.naming.words import safe_snake
from sdkwright.normalise.paths import template_names
from sdkwright.normalise.sites import OperationSite

_TAG_WORDS: Final = 4
_ORDER: Final = ("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE")
_NAMELESS: Final = "calls"


@attrs.frozen
class Ruled:
    """What the rule makes of an operation.

    Attributes:
        site: The operation.
        names: Its names, `resource.verb`: the best first, each next one says more of the operation.
        origin: Where they come from, in a few words.
        order: Who keeps the best name where several have the same: the smallest.
    """

    site: OperationSite = attrs.field(repr=False)
    names: tuple[str, ...]
    origin: str
    order: tuple[Any, ...] = attrs.field(repr=False)


def rule(site: OperationSite, naming: Naming, is_taken: Callable[[str], bool] = lambda _: False) -> Ruled:
    """The names of one operation.

    Args:
        site: The operation.
        naming: What the vendor's names are made of.
        is_taken: Whether no resource can be called so.
    """
    address = address_of(site.path, naming.path_prefix, hints=_hints(site.operation))
    said = said_by(site, address, naming.operation_suffix)
    resource, tail = _resource(site, said, address)
    plain = safe_snake(resource, "resource")
    if is_taken(plain):
        plain = f"{plain}_resource" if is_taken(many(plain)) else many(plain)
    action = Action(site, address, tail, plain)
    verbs = [*_verbs(said, action)]
    names = dict.fromkeys(f"{plain}.{_stands(verb)}" for verb in verbs if verb)
    upstream_id = site.operation.get("operationId")
    origin = f"operationId {upstream_id}" if said.action else "its path"
    order = (bool(site.operation.get("deprecated")), not said.is_pair, len(address.steps) + len(address.parameters))
    return Ruled(site, tuple(names), origin, (*order, site.path, *_place(site.method)))


def _place(method: str) -> tuple[int, str]:
    """Where an operation of a method stands among those of its path."""
    return (_ORDER.index(method) if method in _ORDER else len(_ORDER), method)


def _hints(operation: Mapping[str, Any]) -> list[str]:
    """Texts that may show where the words of an address end, which has `dateformats` for `DateFormats`."""
    tags = operation.get("tags")
    texts = [operation.get("operationId"), *(tags if isinstance(tags, list) else ())]
    return [text for text in texts if isinstance(text, str)]


def _resource(site: OperationSite, said: Said, address: Address) -> tuple[str, tuple[Step, ...]]:
    """The resource, and the steps of the address behind it."""
    group = said.group or _tag(site.operation)
    if said.is_pair:
        return said.group, _behind(said.group, address)
    if group:
        return many(group), _behind(group, address)
    if not address.steps:
        word, _, rest = said.action.partition("_")
        return (many(rest) if rest and word in VERBS else said.action) or _NAMELESS, ()
    return _of_address(site, address)


def _tag(operation: Mapping[str, Any]) -> str:
    tags = operation.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        name = snake(tag).strip("_") if isinstance(tag, str) else ""
        for word in ("_controller", "_api", "_resource", "_endpoints"):
            name = name.removesuffix(word)
        if name and name not in GENERIC and len(name.split("_")) <= _TAG_WORDS and not name.lstrip("vn").isdigit():
            return name
    return ""


def _behind(group: str, address: Address) -> tuple[Step, ...]:
    """The steps behind the one that is called as the resource; all of them where none is."""
    names = [one(step.name) for step in address.steps]
    wanted = one(group)
    squashed = [name.replace("_", "") for name in names]
    for known, name in ((names, wanted), (squashed, wanted.replace("_", ""))):
        if name in known:
            return address.steps[known.index(name) + 1 :]
    return address.steps


def _of_address(site: OperationSite, address: Address) -> tuple[str, tuple[Step, ...]]:
    first, *rest = address.steps
    word, _, noun = first.name.partition("_")
    if not rest and noun and not first.is_collection and is_verb(first.name, method=site.method):
        # `/sendEmail`: the address says what is done with what, or `/invite_to_app` to what.
        joint, _, rest_of_it = noun.partition("_")
        if joint in PREPOSITIONS and rest_of_it:
            return many(rest_of_it), (attrs.evolve(first, name=word if joint == "for" else f"{word}_{joint}"),)
        several = word in READS and is_many(noun) and noun not in ONE_OF_MANY
        return many(noun), (attrs.evolve(first, name="list" if several else word),)
    *nouns, end = first.name.split("_")
    if not rest and nouns and end in TRAILING and word not in VERBS and not first.is_collection:
        # `/image-resize`.
        return many("_".join(nouns)), (attrs.evolve(first, name=end),)
    if rest and not first.is_collection and not is_many(first.name) and word not in VERBS:
        second = rest[0]
        if (second.is_collection or is_many(second.name)) and not is_verb(second.name, method=site.method):
            # `/checkout/sessions`: an area and a resource of it.
            return f"{first.name}_{second.name}", tuple(rest[1:])
    return first.name, tuple(rest)


def _verbs(said: Said, action: Action) -> Iterator[str]:
    """The verbs, the best first."""
    best = said.action if said.is_pair else by_words(said.action, action)
    plain = by_address(action)
    yield best or plain
    yield from _said_more(best or plain, said, action)


def _said_more(best: str, said: Said, action: Action) -> Iterator[str]:
    """Verbs that tell the operation from others that would be called `best`."""
    site, address = action.site, action.address
    if said.action:
        yield said.action
    if chosen := [snake(name).strip("_") for name in template_names(site.path.partition("?")[2])]:
        # `/current?city={city}`: what the query chooses by is all that differs.
        yield f"{best}_by_{'_and_'.join(chosen)}"
    owners = [one(step.name) for step in address.steps if step.is_collection]
    owners = [owner for owner in owners if owner not in best and not one(action.resource).endswith(owner)]
    if owners:
        yield f"{best}_for_{owners[-1]}"
        yield f"{best}_for_{'_and_'.join(owners)}"
    word, joint, rest = best.partition("_")
    if word == "update" and site.method in {"PUT", "PATCH", "POST"}:
        yield f"{ {'PUT': 'replace', 'PATCH': 'patch', 'POST': 'post'}[site.method] }{joint}{rest}"
    if address.is_item:
        yield f"{best}_by_{snake(address.steps[-1].parameters[-1]).strip('_')}"
        yield f"{best}_by_{'_and_'.join(snake(name).strip('_') for name in address.steps[-1].parameters)}"
    if address.version:
        yield f"{best}_{address.version}"
    nouns = "_".join(one(step.name) for step in address.steps)
    yield f"{method_verb(site.method)}_{nouns}"
    yield f"{safe_snake(site.method.lower(), 'call')}_{nouns}" + "".join(
        f"_{snake(name).strip('_')}" for name in address.parameters
    )


def _stands(verb: str) -> str:
    if verb == "list":
        return verb
    return safe_snake(verb, "call")[: MAX_NAME - 8].rstrip("_")
