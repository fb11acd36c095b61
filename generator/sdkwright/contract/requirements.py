"""What a document says has to be there, as far as anybody can know what to send."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.contract.contradictions import COMBINING, Resolve
from sdkwright.normalise.schema_words import DIRECTIONS

_DEEPEST: Final = 10
_CHOICES: Final = ("anyOf", "oneOf")


def mend_required(document: dict[str, Any], resolve: Resolve) -> None:
    """Ask for no property that nothing declares which has to hold as well, and each alternative for its own, in place.

    Args:
        document: The document.
        resolve: Gives a node behind its references.
    """
    pending: list[tuple[Any, frozenset[str]]] = [(document, frozenset())]
    while pending:
        node, around = pending.pop()
        if isinstance(node, list):
            pending += [(item, frozenset()) for item in node]
        elif isinstance(node, dict):
            if isinstance(node.get("required"), list):
                names = around | _declared(node, resolve, 0).keys()
                node["required"] = [name for name in node["required"] if name in names]
                _share(node, resolve)
                _say_direction(node, resolve)
            for key, value in node.items():
                if key in COMBINING and isinstance(value, list):
                    pending += _parts(node, key, around, resolve)
                else:
                    pending.append((value, frozenset()))


def _parts(
    node: dict[str, Any], key: str, around: frozenset[str], resolve: Resolve
) -> Iterator[tuple[Any, frozenset[str]]]:
    """The parts of a schema under a keyword, each with what the others declare: of alternatives only one holds."""
    rest = around | _declared({word: value for word, value in node.items() if word != key}, resolve, 0).keys()
    for number, part in enumerate(node[key]):
        others = {key: node[key][:number] + node[key][number + 1 :]} if key == "allOf" else {}
        yield part, rest | _declared(others, resolve, 0).keys()


def _share(node: dict[str, Any], resolve: Resolve) -> None:
    """Ask each alternative for what it declares, where only alternatives declare what has to be there."""
    own = _declared({word: value for word, value in node.items() if word not in _CHOICES}, resolve, 0)
    for key in _CHOICES:
        if isinstance(node.get(key), list):
            declared = [_declared(resolve(part), resolve, 0).keys() - own.keys() for part in node[key]]
            wanted = [[name for name in node["required"] if name in known] for known in declared]
            node[key] = [
                {"allOf": [part], "required": names} if names else part
                for part, names in zip(node[key], wanted, strict=True)
            ]
            node["required"] = [name for name in node["required"] if not any(name in known for known in declared)]


def _say_direction(node: dict[str, Any], resolve: Resolve) -> None:
    """Say beside `required` who sends a property that a part declares: of the other it is not asked."""
    for name, schema in _declared(node, resolve, 0).items():
        said = {word: True for word in DIRECTIONS if isinstance(schema, dict) and schema.get(word) is True}
        if said and name in node["required"] and name not in (node.get("properties") or {}):
            node["properties"] = (node.get("properties") or {}) | {name: said}


def _declared(node: Mapping[str, Any], resolve: Resolve, depth: int) -> dict[str, Any]:
    """The properties that the parts of a schema declare together."""
    own = node.get("properties")
    found: dict[str, Any] = dict(own) if isinstance(own, dict) else {}
    if depth < _DEEPEST:
        for key in ("allOf", *_CHOICES):
            parts = node.get(key)
            for part in parts if isinstance(parts, list) else ():
                found = _declared(resolve(part), resolve, depth + 1) | found
    return found
