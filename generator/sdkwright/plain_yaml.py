"""YAML 1.2 as plain values: its core schema, in which `on`, `no` and `2020-01-01` are text, and a key is always text.

An anchor's value is written out wherever an alias names it, within the limits of the whole document.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import yaml

from sdkwright.plain_values import RefusedError, finite, unique, whole

Check: TypeAlias = Callable[[int, int], None]
"""Judges a depth and a number of values; raises `RefusedError`."""

SCALARS: Final = {
    "bool": (r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    "null": (r"^(?:null|Null|NULL|~|)$", ("n", "N", "~", "")),
    "int": (r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", "-+0123456789"),
    "float": (
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        "-+.0123456789",
    ),
}
"""What is no text although it stands without quotes, with the characters that it begins with."""

_TAG: Final = "tag:yaml.org,2002:"
_MERGE: Final = "<<"
_BASES: Final = {"0o": 8, "0x": 16}


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - how PyYAML is configured


for _kind, (_pattern, _first) in SCALARS.items():
    _Loader.add_implicit_resolver(f"{_TAG}{_kind}", re.compile(_pattern), list(_first))


def load_yaml(text: str, check: Check) -> object:
    """Parse a document.

    Args:
        text: The document.
        check: Judges how deep and large it is.

    Raises:
        RefusedError: It is not a document of plain values, or more than `check` allows.
        yaml.YAMLError: It is not YAML.
    """
    _check_events(text, check)
    return _Plain(check).value(yaml.compose(text, Loader=_Loader), 1)


def _check_events(text: str, check: Check) -> None:
    """Bound nesting and size before anything recursive runs."""
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=_Loader), 1):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        check(depth, nodes)


class _Plain:
    """Makes plain values of nodes; a node that aliases name is made anew for each, and counted each time."""

    def __init__(self, check: Check) -> None:
        self._check, self._count = check, 0
        self._around: set[int] = set()

    def value(self, node: yaml.Node | None, depth: int) -> object:
        """The value of a node at a depth."""
        self._count += 1
        self._check(depth, self._count)
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if node is None:
            raise RefusedError("there is no document in it")
        if id(node) in self._around:
            raise RefusedError(f"line {node.start_mark.line + 1} has a YAML anchor whose value holds itself")
        self._around.add(id(node))
        if isinstance(node, yaml.MappingNode):
            found: object = unique([*self._pairs(node, depth)])
        else:
            found = [self.value(item, depth + 1) for item in node.value]
        self._around.remove(id(node))
        return found

    def _pairs(self, node: yaml.MappingNode, depth: int) -> Iterator[tuple[str, Any]]:
        """Keys and values; those that a merge key brings come where the mapping has none of its own."""
        own = {_key(key) for key, _ in node.value}
        for key, value in node.value:
            if _key(key) != _MERGE or not _is_merged(value):
                yield _key(key), self.value(value, depth + 1)
                continue
            merged: dict[str, Any] = {}
            for one in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                brought = self.value(one, depth + 1)
                merged = (brought if isinstance(brought, dict) else {}) | merged
            yield from ((name, held) for name, held in merged.items() if name not in own)


def _is_merged(node: yaml.Node) -> bool:
    if isinstance(node, yaml.SequenceNode):
        return bool(node.value) and all(isinstance(one, yaml.MappingNode) for one in node.value)
    return isinstance(node, yaml.MappingNode)


def _key(node: yaml.Node) -> str:
    # A status code is usually written without quotes: `200:`.
    if not isinstance(node, yaml.ScalarNode):
        raise RefusedError(f"line {node.start_mark.line + 1} has a key that is not text")
    return str(node.value)


def _scalar(node: yaml.ScalarNode) -> object:
    tag, text = node.tag.removeprefix(_TAG), str(node.value)
    match tag:
        case "str":
            return text
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return whole(text, _BASES.get(text[:2], 10))
        case "float":
            return finite(text.replace(".inf", "inf").replace(".nan", "nan") if "n" in text.lower() else text)
        case _:
            raise RefusedError(f"line {node.start_mark.line + 1} has the tag {node.tag[:60]!r}, which is not JSON")
