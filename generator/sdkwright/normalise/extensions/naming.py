"""Reads the names that Fern's and Speakeasy's extensions give to operations."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from sdkwright.normalise.identifiers import OF_EVERY_RESOURCE, is_snake, snake
from sdkwright.normalise.patterns import judged
from sdkwright.normalise.sites import OperationSite
from sdkwright.text import clean

Tell = Callable[[str, str], None]

Read = Callable[[object, str, Tell], str]
Rule = tuple[re.Pattern[str], int, str]
"""An expression for operationIds, how long one may be, and the name of what it fits."""

_OVERRIDES: Final = "x-speakeasy-name-override"
_DEEPEST: Final = 8
_MOST: Final = 200
_LONGEST: Final = 200
_SPOKEN: Final = re.compile(rf"[\w .-]{{1,{_LONGEST}}}")
"""What may be meant as a name; any text would make one."""
_SHOWN: Final = 60


def global_names(upstream: Mapping[str, Any], tell: Tell) -> Sequence[Rule]:
    """The names that the top of a document gives to operations by their operationId, in its order.

    Args:
        upstream: The document.
        tell: Is told what cannot be read.
    """
    rules = upstream.get(_OVERRIDES)
    if rules is None:
        return ()
    if not isinstance(rules, list):
        tell(_OVERRIDES, f"not read, for it is {_kind(rules)} and not a list of rules")
        return ()
    if len(rules) > _MOST:
        tell(_OVERRIDES, f"read up to rule {_MOST} of {len(rules)}")
    found: list[Rule] = []
    for number, rule in enumerate(rules[:_MOST], 1):
        where = f"{_OVERRIDES} {number}"
        expression = rule.get("operationId") if isinstance(rule, dict) else None
        name = rule.get("methodNameOverride") if isinstance(rule, dict) else None
        if not isinstance(expression, str) or not isinstance(name, str):
            tell(where, "not read, for it has no operationId and methodNameOverride that are texts")
        elif isinstance(pattern := judged(expression), str):
            tell(where, f"not read, for {_shown(expression)} is not tried: {clean(pattern)}")
        elif verb := _name(name, where, tell):
            found.append((re.compile(pattern.source, re.ASCII), pattern.longest, verb))
    return found


def given_names(site: OperationSite, everywhere: Iterable[Rule], tell: Tell) -> str:
    """The name that a document gives to an operation: `a.b.verb`, `a.b.` without a verb, `.verb` without a resource.

    Args:
        site: The operation.
        everywhere: What `global_names` gave.
        tell: Is told what cannot be read.
    """
    group, verb = _first(site, _GROUPS, tell), _first(site, _METHODS, tell)
    if not verb and isinstance(said := site.operation.get("operationId"), str):
        fitting = (name for pattern, longest, name in everywhere if len(said) <= longest and pattern.search(said))
        verb = next(fitting, "")
    return f"{group}.{verb}" if group or verb else ""


def _first(site: OperationSite, readers: Mapping[str, Read], tell: Tell) -> str:
    """What the first of some extensions says; another one beside it is told where it says something else."""
    found = {
        word: read(site.operation[word], f"{site.key} {word}", tell)
        for word, read in readers.items()
        if word in site.operation
    }
    said = {word: text for word, text in found.items() if text}
    first = next(iter(said.values()), "")
    for word, text in said.items():
        if text != first:
            tell(f"{site.key} {word}", f"not read, for {next(iter(said))} says {first}")
    return first


def _group(value: object, where: str, tell: Tell, *, joint: str = "") -> str:
    """A resource, with dots between those that it stands below: a list of names, or a text with a joint between."""
    steps = (value.split(joint) if joint else [value]) if isinstance(value, str) else value
    if not isinstance(steps, list) or not steps or not all(isinstance(step, str) for step in steps):
        tell(where, f"not read, for it is {_kind(value)} and no name of a resource")
        return ""
    if len(steps) > _DEEPEST:
        tell(where, f"not read, for it is {len(steps)} resources deep; {_DEEPEST} are read")
        return ""
    names = [_name(step, where, tell) for step in steps]
    if not all(names):
        return ""
    return ".".join(names)


def _name(value: object, where: str, tell: Tell) -> str:
    """A name in snake_case; empty, and told, for what makes none."""
    if not isinstance(value, str):
        tell(where, f"not read, for it is {_kind(value)} and no name")
        return ""
    name = snake(value[: _LONGEST + 1])
    if name == "list_":
        # Which stands where a method is called so.
        name = "list"
    if _SPOKEN.fullmatch(value) is None or not is_snake(name) or name in OF_EVERY_RESOURCE:
        tell(where, f"not read, for {_shown(value)} makes no name")
        return ""
    return name


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")


def _shown(text: str) -> str:
    return f"'{clean(text[:_SHOWN])}'"


_GROUPS: Final[Mapping[str, Read]] = {
    # A dot in a text of Fern's is one of a name.
    "x-fern-sdk-group-name": _group,
    "x-speakeasy-group": partial(_group, joint="."),
}
_METHODS: Final[Mapping[str, Read]] = {"x-fern-sdk-method-name": _name, _OVERRIDES: _name}
