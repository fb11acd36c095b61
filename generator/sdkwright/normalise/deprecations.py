"""What the overlay says of names that are kept for a while: which, until when, and what to use in their place.

`x-deprecation` stands on an operation or a property that is kept although the vendor has dropped it or means to.
`x-aliases` stands on what has taken the place of something: the old names go on to work, and lead there.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import OF_EVERY_RESOURCE, is_snake, snake
from sdkwright.normalise.sites import operations

DEPRECATION: Final = "x-deprecation"
ALIASES: Final = "x-aliases"
ALIAS_OF: Final = "x-alias-of"
MARK: Final = "-"
"""What the names of the twins begin with where others have their names on the wire."""

WAS_REQUIRED: Final = "x-was-required"
_VERSION: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){2}")


def is_deprecation(node: dict[str, Any]) -> bool:
    """Whether `x-deprecation` is `{until: 1.2.3}`, with `use: name` where something takes its place."""
    value = node[DEPRECATION]
    known = isinstance(value, dict) and set(value) <= {"until", "use"}
    return known and _until(value) and _is_name(value.get("use", "a"))


def are_aliases(node: dict[str, Any]) -> bool:
    """Whether `x-aliases` is `{old_name: {until: 1.2.3}}`."""
    value = node[ALIASES]
    if not isinstance(value, dict) or not value:
        return False
    abouts = [
        entry for entry in value.values() if isinstance(entry, dict) and set(entry) == {"until"} and _until(entry)
    ]
    return len(abouts) == len(value) and all(map(is_snake, value))


def deprecate_operations(document: dict[str, Any]) -> None:
    """Say of each operation that is kept that it is deprecated.

    Raises:
        GeneratorError: An old name of an operation is that of another one.
    """
    owners = {str(site.operation["operationId"]): site.key for site in operations(document)}
    for site in operations(document):
        if DEPRECATION in site.operation:
            site.operation["deprecated"] = True
        resource = str(site.operation["operationId"]).rpartition(".")[0]
        for alias in site.operation.get(ALIASES, {}):
            name = f"{resource}.{alias}"
            if name in owners or alias in OF_EVERY_RESOURCE:
                raise GeneratorError(
                    f"{site.key}: the alias {alias} is taken ({owners.get(name, 'every resource has it')}); take it "
                    "out of the overlay."
                )
            owners[name] = f"an alias of {site.key}"


def alias_properties(document: dict[str, Any]) -> None:
    """Give each property that has old names a twin for each of them, which is never on the wire.

    Raises:
        GeneratorError: An old name is that of another property.
    """
    for name, schema in document["components"]["schemas"].items():
        properties = schema.get("properties", {})
        owners = {str(value.get("x-name") or snake(wire)): wire for wire, value in properties.items()}
        for wire, value in list(properties.items()):
            # Whoever gives an old name need not give the new one, and nobody is made to give what goes.
            going = DEPRECATION in value or ALIASES in value
            mark = {WAS_REQUIRED: True} if going and _is_let_off(schema, wire) else {}
            if DEPRECATION in value:
                value.update(mark, deprecated=True)
            for alias, about in value.pop(ALIASES, {}).items():
                if alias in owners:
                    raise GeneratorError(
                        f"{name}.{wire}: the alias {alias} is the name of {owners[alias]}; take it out of the overlay."
                    )
                owners[alias] = f"an alias of {wire}"
                twin = {"x-name": alias, "deprecated": True, DEPRECATION: {"until": about["until"]}, ALIAS_OF: wire}
                properties[f"{MARK}{alias}"] = copied(value) | mark | twin


def _is_let_off(schema: dict[str, Any], wire: str) -> bool:
    """Whether a property was required, which it is no more."""
    required = schema.get("required", [])
    if wire not in required:
        return False
    schema["required"] = [other for other in required if other != wire]
    if not schema["required"]:
        del schema["required"]
    return True


def is_alias(schema: dict[str, Any]) -> bool:
    """Whether a property is an old name for another one."""
    return ALIAS_OF in schema


def overdue(document: dict[str, Any], version: str) -> Iterator[str]:
    """What was to be kept until a version that has come, a sentence each."""
    for name, until in _kept(document):
        if is_due(until, version):
            yield f"{name} was to be kept until {until}, and this is {version}; take it out of spec/overlay.yaml."


def is_due(until: str, version: str) -> bool:
    """Whether a version is without what was to be kept until another one."""
    return _numbers(version) >= _numbers(until)


def _kept(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for site in operations(document):
        name = str(site.operation["operationId"])
        if DEPRECATION in site.operation:
            yield name, site.operation[DEPRECATION]["until"]
        for alias, about in site.operation.get(ALIASES, {}).items():
            yield f"{name.partition('.')[0]}.{alias}", about["until"]
    for name, schema in document["components"]["schemas"].items():
        for wire, value in schema.get("properties", {}).items():
            if DEPRECATION in value:
                yield f"{name}.{value.get('x-name') or wire}", value[DEPRECATION]["until"]


def _until(value: dict[str, Any]) -> bool:
    return _VERSION.fullmatch(str(value.get("until"))) is not None


def _numbers(version: str) -> tuple[int, ...]:
    """The release that a version belongs to: a candidate of 1.2.0 is without what goes in it."""
    found = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    numbers = [int(number) for number in found[0].split(".")] if found else []
    return (*numbers, 0, 0, 0)[: max(3, len(numbers))]


def _is_name(text: object) -> bool:
    return isinstance(text, str) and text.isascii() and all(part.isidentifier() for part in text.split("."))
