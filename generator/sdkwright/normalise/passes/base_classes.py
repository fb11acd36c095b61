"""Makes unions of the components that others build on: where a base class is used, any of its variants may come.

A base class has a discriminator, or lists as its choices what is built on it. What refers to it as a type refers to the
union of its variants afterwards, and of itself for any other value; what is built on it has its properties still.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from sdkwright.normalise.passes.objects import ITEM
from sdkwright.normalise.references import component, reference
from sdkwright.normalise.schema_words import VALUES
from sdkwright.normalise.sites import labelled, schema_sites

_CHOICES: Final = ("oneOf", "anyOf")
_KEPT: Final = ("description", "nullable")
ANY: Final = "any"
"""The label of the union of a base class and its variants."""


@attrs.frozen
class Base:
    """A component that others build on.

    Attributes:
        discriminator: The property that tells the variants apart; empty if there is none.
        variants: The components that may come in its place, each with the values that stand for it.
    """

    discriminator: str
    variants: Mapping[str, list[str]]


def values_of(
    discriminator: Mapping[str, Any], schemas: Mapping[str, Any], tell: Callable[[str], None]
) -> dict[str, list[str]]:
    """The values that stand for components, by component, as a discriminator maps them.

    Args:
        discriminator: The discriminator.
        schemas: The components.
        tell: Takes what leads nowhere.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for value, target in discriminator.get("mapping", {}).items():
        name = component(target, schemas)
        if name is None:
            tell(f"the discriminator maps to {target[:100]}, which is no schema; not read")
        else:
            found[name].append(value)
    return dict(found)


def take_bases(schemas: Mapping[str, Any], tell: Callable[[str, str], None]) -> dict[str, Base]:
    """The base classes among the components, by name; what makes them unions is taken out of them.

    Args:
        schemas: The components, which are changed in place.
        tell: Takes a place and what is not read there.
    """
    built_on = _built_on(schemas)
    bases: dict[str, Base] = {}
    for name, schema in schemas.items():
        below = [*_below(name, built_on)]
        choices = [component(choice.get("$ref", ""), schemas) for word in _CHOICES for choice in schema.get(word, ())]
        listed = [choice for choice in choices if choice is not None and choice in below]
        if choices and not (listed and len(listed) == len(choices)):
            continue
        discriminator = schema.get("discriminator", {})
        if not choices and not discriminator:
            continue
        mapped = values_of(discriminator, schemas, partial(tell, name))
        implied = [*listed, *(below if discriminator else ())]
        variants = {variant: values for variant, values in mapped.items() if variant != name}
        variants |= {variant: [variant] for variant in implied if variant not in variants}
        if not variants:
            tell(name, "`discriminator` is not read: nothing is built on the schema")
        for word in (*_CHOICES, "discriminator"):
            schema.pop(word, None)
        if variants:
            bases[name] = Base(discriminator.get("propertyName", ""), variants)
    return bases


def _built_on(schemas: Mapping[str, Any]) -> dict[str, list[str]]:
    """The components that combine each component with more."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, schema in schemas.items():
        parts = [*schema.get("allOf", ())]
        if "$ref" in schema and ("properties" in schema or "allOf" in schema):
            parts.append(schema)
        # A wrapper of one reference says the same as the reference.
        if len(parts) == 1 and "properties" not in schema and "$ref" in parts[0]:
            continue
        for part in parts:
            if (target := component(part.get("$ref", ""), schemas)) is not None and target != name:
                found[target].append(name)
    return found


def _below(name: str, built_on: Mapping[str, list[str]]) -> Iterator[str]:
    """The components that are built on one, directly or not."""
    seen = {name}
    pending = [*built_on.get(name, ())]
    while pending:
        current = pending.pop(0)
        if current not in seen:
            seen.add(current)
            yield current
            pending += built_on.get(current, ())


def use_unions(document: dict[str, Any], bases: Mapping[str, Base]) -> None:
    """Let what refers to a base class refer to the union of its variants.

    Args:
        document: A document whose combinations are made.
        bases: The base classes.
    """
    schemas: dict[str, Any] = document["components"]["schemas"]
    unions = {name: labelled(name, ANY) for name in bases if "properties" in schemas[name]}
    renamed = {reference(name): reference(union) for name, union in unions.items()}
    for holder, slot in _places(document):
        node = holder[slot]
        if node.get("$ref") in renamed:
            holder[slot] = node | {"$ref": renamed[node["$ref"]]}
    for name, base in bases.items():
        members = [{"$ref": reference(variant), VALUES: values} for variant, values in base.variants.items()]
        union = {"oneOf": members} | {word: schemas[name][word] for word in _KEPT if word in schemas[name]}
        if base.discriminator:
            union["discriminator"] = {"propertyName": base.discriminator}
        if name in unions:
            # It stands for what no value of the discriminator tells.
            members.append({"$ref": reference(name)})
            schemas[unions[name]] = union | {ITEM: False}
        else:
            schemas[name] = union


def _places(document: dict[str, Any]) -> list[tuple[Any, Any]]:
    schemas = document["components"]["schemas"]
    return [*((schemas, name) for name in schemas), *((site.holder, site.slot) for site in schema_sites(document))]
