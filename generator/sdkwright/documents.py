"""Reads JSON and YAML that strangers wrote, and writes the YAML that people read.

Reading gives plain JSON values only: no dates, no tags, no shared nodes, no NaN, no key twice.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import yaml

from sdkwright.errors import GeneratorError
from sdkwright.plain_values import RefusedError, Tell, finite, levels, no_constant, once, unique, whole
from sdkwright.plain_yaml import SCALARS, load_yaml

MAX_BYTES = 20_000_000
MAX_DEPTH = 100
MAX_NODES = 1_000_000

Steps: TypeAlias = "tuple[Steps, str | int] | tuple[()]"
"""The steps to a value of a document, each with those before it: a pointer is made of them only where it is told."""
_HOLDERS: Final = (dict, list)


def load(data: bytes, *, name: str, tell: Tell | None = None) -> dict[str, Any]:
    """Parse a document whose top level is an object, with the arguments and errors of `load_value`.

    Raises:
        GeneratorError: It is none.
    """
    document = load_value(data, name=name, tell=tell)
    if not isinstance(document, dict):
        raise GeneratorError(f"{name}: the top level is not an object; an OpenAPI document starts with `openapi:`.")
    return document


def load_value(data: bytes, *, name: str, tell: Tell | None = None) -> Any:
    """Parse a document.

    Args:
        data: The bytes as received, at most `MAX_BYTES` of them.
        name: What to call the document in an error: a path or a URL.
        tell: Takes the place of a key that stands twice, and which one counts; None to refuse such a document.

    Raises:
        GeneratorError: The bytes are not one JSON or YAML document of plain values within our limits.
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
        document = _load_json(text) if is_json else load_yaml(text, _check_limits)
        _check_size(document)
        once(document, tell)
    except RecursionError:
        raise GeneratorError(f"{name}: nested more than {MAX_DEPTH} levels deep.") from None
    except (ValueError, yaml.YAMLError) as error:
        kind = "JSON" if is_json else "JSON or YAML"
        detail = " ".join(str(error).split())
        raise GeneratorError(f"{name}: not {kind} that we accept: {detail[:300]}.") from None
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
    # A call for each text and number would take twice as long.
    if isinstance(value, dict):
        return {key: copied(child) if isinstance(child, _HOLDERS) else child for key, child in value.items()}
    if isinstance(value, list):
        return [copied(child) if isinstance(child, _HOLDERS) else child for child in value]
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


def mapping(node: object) -> dict[str, Any]:
    """A node that should be an object; an empty one where it is something else."""
    return node if isinstance(node, dict) else {}


def pointer_to(steps: Steps) -> str:
    """The JSON pointer of steps that were collected, the last one first: `(("", "paths"), "/orders")`.

    Args:
        steps: The steps before the last one, and that; `()` for the whole document.
    """
    found: list[str] = []
    while steps:
        steps, step = steps
        found.append(escape(str(step)))
    return "".join(f"/{step}" for step in reversed(found))


def escape(key: str) -> str:
    """`key` as one step of a JSON pointer (RFC 6901)."""
    return key.replace("~", "~0").replace("/", "~1") if "~" in key or "/" in key else key


def unescape(step: str) -> str:
    """One step of a JSON pointer (RFC 6901) as the key that it means."""
    return step.replace("~1", "/").replace("~0", "~")


def _load_json(text: str) -> object:
    return json.loads(text, object_pairs_hook=unique, parse_constant=no_constant, parse_float=finite, parse_int=whole)


class _Dumper(yaml.CSafeDumper):
    """Block style, long texts as literal blocks, never an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    # PyYAML quotes what YAML 1.1 would not read as text; YAML 1.2 has other numbers, as in `1E5`.
    if any(re.match(pattern, text) for pattern, _ in SCALARS.values()):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def _check_limits(depth: int, nodes: int) -> None:
    if depth > MAX_DEPTH:
        raise RefusedError(f"nested more than {MAX_DEPTH} levels deep")
    if nodes > MAX_NODES:
        raise RefusedError(f"more than {MAX_NODES:,} values")


def _check_size(document: object) -> None:
    """Bound what recursive code will meet later, without recursion here."""
    for nodes, depth in enumerate(levels(document), 1):
        _check_limits(depth, nodes)
