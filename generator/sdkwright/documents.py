"""Reads JSON and YAML that strangers wrote, and writes the YAML that people read.

Reading gives plain JSON values only: no dates, no tags, no shared or repeated nodes, no NaN, no duplicate keys.
"""

import json
import math
import re
import tomllib
from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from sdkwright.errors import GeneratorError

MAX_BYTES = 20_000_000
MAX_DEPTH = 100
MAX_NODES = 1_000_000
MAX_DIGITS = 1_000


class _RefusedError(ValueError):
    """Why a text is not the plain document that we accept."""


def load(data: bytes, *, name: str) -> dict[str, Any]:
    """Parse a document whose top level is an object.

    Args:
        data: The bytes as received, at most `MAX_BYTES` of them.
        name: What to call the document in an error: a path or a URL.

    Raises:
        GeneratorError: The bytes are not one JSON or YAML object of plain values within our limits.
    """
    if len(data) > MAX_BYTES:
        raise GeneratorError(f"{name}: {len(data):,} bytes, more than the {MAX_BYTES:,} that we read.")
    if not data.strip():
        raise GeneratorError(f"{name}: the file is empty; fetch it again or name another source.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GeneratorError(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None
    is_json = text.lstrip()[:1] in {"{", "["}
    try:
        document = _load_json(text) if is_json else _load_yaml(text)
        _check_size(document)
    except RecursionError:
        raise GeneratorError(f"{name}: nested more than {MAX_DEPTH} levels deep.") from None
    except (ValueError, yaml.YAMLError) as error:
        kind = "JSON" if is_json else "JSON or YAML"
        detail = " ".join(str(error).split())
        raise GeneratorError(f"{name}: not {kind} that we accept: {detail[:300]}.") from None
    if not isinstance(document, dict):
        raise GeneratorError(f"{name}: the top level is not an object; an OpenAPI document starts with `openapi:`.")
    return document


def load_toml(text: str) -> dict[str, Any]:
    """Parse TOML.

    Raises:
        tomllib.TOMLDecodeError: It is not TOML, or nested or long beyond what can be read.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise tomllib.TOMLDecodeError("it is nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError as error:
        # A number of more digits than Python reads, or a date that no calendar has.
        said = "a number has too many digits" if "digits" in str(error) else " ".join(str(error).split())[:200]
        raise tomllib.TOMLDecodeError(said) from None


def dump_yaml(document: dict[str, Any], *, header: str) -> str:
    """`document` as YAML in its own key order, after `header` as comment lines."""
    body = yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
    comment = "".join(f"# {line}\n" for line in header.splitlines())
    return comment + body


def copied(value: Any) -> Any:
    """A copy of a JSON value that shares nothing with it, in a fifth of the time that `copy.deepcopy` takes."""
    if isinstance(value, dict):
        return {key: copied(child) for key, child in value.items()}
    if isinstance(value, list):
        return [copied(child) for child in value]
    return value


def walk(value: object, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below `value` with its JSON pointer, depth first, in document order."""
    pending = [(pointer, value)]
    while pending:
        here, node = pending.pop()
        yield here, node
        if isinstance(node, dict):
            pending += [(f"{here}/{escape(key)}", child) for key, child in reversed(node.items())]
        elif isinstance(node, list):
            pending += [(f"{here}/{index}", child) for index, child in reversed(list(enumerate(node)))]


def escape(key: str) -> str:
    """`key` as one step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def _load_json(text: str) -> object:
    return json.loads(
        text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite, parse_int=_whole
    )


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _RefusedError(f"the key {twice[:80]!r} stands twice in one object")
    return result


def _no_constant(text: str) -> NoReturn:
    raise _RefusedError(f"{text} is not a JSON number")


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _RefusedError(f"the number {text[:40]} is out of range")
    return value


def _whole(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise _RefusedError(f"a number of {len(text):,} digits, more than the {MAX_DIGITS:,} that we read")
    try:
        return int(text)
    except ValueError:
        raise _RefusedError(f"{text[:40]!r} is not a whole number") from None


class _Loader(yaml.CSafeLoader):
    """YAML restricted to YAML 1.2's JSON schema, so that `on`, `no` and `2020-01-01` stay strings."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - how PyYAML is configured


class _Dumper(yaml.CSafeDumper):
    """Block style, long texts as literal blocks, never an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    # PyYAML quotes what YAML 1.1 would not read as text; JSON's numbers, as in `1E5`, are more than that.
    if any(re.match(pattern, text) for pattern, _ in _SCALARS.values()):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)

_SCALARS = {
    "bool": (r"^(?:true|false)$", "tf"),
    "null": (r"^(?:null|~|)$", ("n", "~", "")),
    "int": (r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    "float": (r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$", "-0123456789"),
}
for _tag, (_pattern, _first) in _SCALARS.items():
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def _load_yaml(text: str) -> object:
    _check_events(text)
    return _plain(yaml.compose(text, Loader=_Loader))


def _check_events(text: str) -> None:
    """Bound nesting and size before anything recursive runs, and refuse aliases, which repeat what they name."""
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=_Loader), 1):
        if isinstance(event, yaml.AliasEvent):
            line = 0 if event.start_mark is None else event.start_mark.line + 1
            raise _RefusedError(f"line {line} uses a YAML alias; write the value out")
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
        _check_limits(depth, nodes)


def _check_limits(depth: int, nodes: int) -> None:
    if depth > MAX_DEPTH:
        raise _RefusedError(f"nested more than {MAX_DEPTH} levels deep")
    if nodes > MAX_NODES:
        raise _RefusedError(f"more than {MAX_NODES:,} values")


def _plain(node: yaml.Node | None) -> object:
    if isinstance(node, yaml.MappingNode):
        return _unique([(_key(key), _plain(value)) for key, value in node.value])
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    raise _RefusedError("there is no document in it")


def _key(node: yaml.Node) -> str:
    # A status code is usually written without quotes: `200:`.
    if not isinstance(node, yaml.ScalarNode):
        raise _RefusedError(f"line {node.start_mark.line + 1} has a key that is not text")
    return str(node.value)


def _scalar(node: yaml.ScalarNode) -> object:
    tag = node.tag.removeprefix("tag:yaml.org,2002:")
    match tag:
        case "str":
            return str(node.value)
        case "null":
            return None
        case "bool":
            return node.value == "true"
        case "int":
            return _whole(node.value)
        case "float":
            return _finite(node.value)
        case _:
            raise _RefusedError(f"line {node.start_mark.line + 1} has the tag {node.tag[:60]!r}, which is not JSON")


def _check_size(document: object) -> None:
    """Bound what recursive code will meet later, without recursion here."""
    pending, nodes = [(1, document)], 0
    while pending:
        depth, node = pending.pop()
        nodes += 1
        _check_limits(depth, nodes)
        if isinstance(node, dict):
            pending += [(depth + 1, child) for child in node.values()]
        elif isinstance(node, list):
            pending += [(depth + 1, child) for child in node]
