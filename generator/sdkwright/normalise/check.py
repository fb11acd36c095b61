"""Refuses what the passes cannot work on, before any of them runs: the form is that of OpenAPI 3.0 by now."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

from sdkwright.documents import Steps, escape, pointer_to, unescape
from sdkwright.errors import GeneratorError
from sdkwright.limits import check_counts
from sdkwright.normalise.identifiers import MAX_NAME
from sdkwright.normalise.sites import ADDITIONAL, WEBHOOKS, operations, path_operations
from sdkwright.normalise.tolerance.pointers import references
from sdkwright.normalise.tolerance.structure import structure_errors
from sdkwright.normalise.tolerance.texts import DECEPTIVE, MAX_TEXT

_STATUS = re.compile(r"[1-5](?:[0-9]{2}|XX)|default")
_PATH_DOTS = re.compile(r"(?:^|/)(?:\.|%2e){1,2}(?=/|$|[?#])", re.IGNORECASE)
# A token of HTTP; a method in other letters is another one, and clients send capitals.
_METHOD = re.compile(r"[A-Z0-9!#$%&'*+.^_`|~-]{1,40}")
_PLACES = ("path", "query", "header", "cookie")
# Below these anything may stand, null as well; we read none of it.
_FREE = {"default", "example", "examples", "value"}


def check(document: dict[str, Any], *, name: str, by_overlay: bool = False) -> None:
    """Check the structure of an upstream document.

    Args:
        document: As `documents.load` gives it.
        name: What to call it in an error.
        by_overlay: Whether it was sound before the overlay, which is then at fault for a reference to nothing.

    Raises:
        GeneratorError: It has nothing to generate, breaks the structure of OpenAPI 3.0, refers outside
            itself or to nothing, has an operationId twice, or texts and names beyond our limits.
    """
    check_kind(document, name=name)
    _check_texts(document, name)
    _check_structure(document, name)
    _check_names(document, name)
    _check_references(document, name, by_overlay=by_overlay)
    _check_operation_ids(document, name, by_overlay=by_overlay)


def check_kind(document: dict[str, Any], *, name: str) -> None:
    """Check that a document has something to generate, and is no larger than we read one.

    Args:
        document: As `documents.load` gives it.
        name: What to call it in an error.

    Raises:
        GeneratorError: It has not, or is too large.
    """
    _check_paths(document, name)
    check_counts(document, name=name)


def _check_paths(document: dict[str, Any], name: str) -> None:
    paths, events = document.get("paths"), document.get(WEBHOOKS) or document.get("webhooks")
    if not (isinstance(paths, dict) and paths) and not (isinstance(events, dict) and events and paths in (None, {})):
        raise GeneratorError(
            f"{name}: the document has no `paths` and no `webhooks`, so there is nothing to generate; fetch one "
            "that describes operations."
        )


def _check_structure(document: dict[str, Any], name: str) -> None:
    if errors := structure_errors(document):
        steps, said = errors[0]
        pointer = "/" + "/".join(map(escape, steps))
        raise GeneratorError(
            f"{name}: {pointer[:300]}: {said[:200]}; the document breaks OpenAPI 3.0 there; fetch a "
            "corrected one with `--file`."
        )


def _check_texts(document: dict[str, Any], name: str) -> None:
    # With each node: whether anything may stand below it, and whether it may be null.
    pending: list[tuple[Steps, Any, bool, bool]] = [((), document, False, False)]
    while pending:
        steps, node, free, nullable = pending.pop()
        if isinstance(node, dict):
            if not free:
                _check_keys(node, name, steps)
            has_null = node.get("nullable") is True and isinstance(node.get("enum"), list)
            pending += [
                ((steps, key), child, free or key in _FREE or key.startswith("x-"), has_null and key == "enum")
                for key, child in reversed(node.items())
            ]
        elif isinstance(node, list):
            pending += [((steps, index), child, free, nullable) for index, child in reversed([*enumerate(node)])]
        elif isinstance(node, str):
            _check_text(node, name, steps)
        elif node is None and not (free or nullable):
            raise GeneratorError(
                f"{name}: {pointer_to(steps)[:200]}: null, where OpenAPI 3.0 has a value; take it out and fetch the "
                "result with `--file`."
            )


def _check_keys(node: dict[str, Any], name: str, steps: Steps) -> None:
    for key in node:
        if not (_is_name(key) or key.startswith("x-")):
            where = f"{name}: {pointer_to(steps)[:200] or '/'}"
            raise GeneratorError(f"{where}: the name {key[:40]!r} is too long or not printable; we use no such name.")


def _check_text(text: str, name: str, steps: Steps) -> None:
    if len(text) > MAX_TEXT:
        said = f"a text of {len(text):,} characters; at most {MAX_TEXT:,} are read."
    elif found := DECEPTIVE.search(text):
        said = (
            f"a text with the invisible character U+{ord(found[0]):04X}; take it out and fetch the result with "
            "`--file`."
        )
    else:
        return
    raise GeneratorError(f"{name}: {pointer_to(steps)[:200] or '/'}: {said}")


def _is_name(text: str) -> bool:
    return len(text) <= MAX_NAME * 4 and text.isprintable()


def _check_names(document: dict[str, Any], name: str) -> None:
    for path, item in document["paths"].items():
        if _PATH_DOTS.search(path):
            raise GeneratorError(
                f"{name}: the path {path[:100]!r} has a part of dots alone, which leads elsewhere; write the path that "
                "is meant, and fetch the result with `--file`.",
            )
        _check_parameters(item.get("parameters", []), f"{name}: the path {path[:100]!r}")
        _check_methods(item.get(ADDITIONAL, {}), f"{name}: the path {path[:100]!r}")
    for site in operations(document):
        _check_parameters(site.parameters, f"{name}: {site.pointer}")
    _check_parameters(document.get("components", {}).get("parameters", {}).values(), f"{name}: /components/parameters")


def _check_methods(methods: Iterable[str], where: str) -> None:
    for method in methods:
        if not _METHOD.fullmatch(method) or method == "CONNECT":
            raise GeneratorError(
                f"{where} has an operation of the method {method[:40]!r}, which no client can send; write another "
                "method, and fetch the result with `--file`."
            )


def _check_parameters(parameters: Iterable[dict[str, Any]], where: str) -> None:
    for parameter in parameters:
        if "$ref" in parameter:
            continue
        if not _is_name(parameter["name"]):
            raise GeneratorError(
                f"{where}: the parameter name {parameter['name'][:40]!r} is too long or not printable; we use no such "
                "name."
            )
        if parameter["in"] not in _PLACES:
            raise GeneratorError(
                f"{where}: the parameter {parameter['name'][:40]!r} is in {str(parameter['in'])[:40]!r}; OpenAPI 3.0 "
                f"has {', '.join(_PLACES)}."
            )


def check_answers(document: dict[str, Any]) -> None:
    """Check that the answers of every operation are told apart by statuses, after the overlay had its say.

    Raises:
        GeneratorError: One has something else for its status.
    """
    for site in operations(document):
        for status in site.operation["responses"]:
            if not _STATUS.fullmatch(status):
                raise GeneratorError(
                    f"{site.key}: an answer with the status {status[:40]!r}; write a number as in 200, a range as in "
                    "2XX, or default."
                )


def _check_references(document: dict[str, Any], name: str, *, by_overlay: bool) -> None:
    schemas = document.get("components", {}).get("schemas", {})
    for pointer, node in references(document):
        target = node["$ref"]
        if not target.startswith("#/components/"):
            raise GeneratorError(
                f"{name}: {pointer[:200]}: $ref to {target[:100]!r}, which is no component of the document; a file is "
                "followed below the document's own folder, and an address where spec/sources.toml allows its origin.",
            )
        if not _exists(document, target):
            close = difflib.get_close_matches(target.rsplit("/", 1)[-1], schemas, 1)
            meant = f"did it mean {close[0]!r}?" if close else ""
            if by_overlay:
                hint = "; spec/overlay.yaml removes or misspells it, so correct it there" + (
                    f" ({meant})." if close else "."
                )
            else:
                hint = f"; {meant or 'fix the document and fetch it with `--file`.'}"
            raise GeneratorError(f"{name}: {pointer[:200]}: $ref to {target[:100]!r}, which is not there{hint}")


def _exists(document: Any, reference: str) -> bool:
    for step in reference.removeprefix("#/").split("/"):
        key = unescape(step)
        if not isinstance(document, dict) or key not in document:
            return False
        document = document[key]
    return True


def _check_operation_ids(document: dict[str, Any], name: str, *, by_overlay: bool) -> None:
    way_out = "give one another with the overlay" if by_overlay else "rename one and fetch the result with `--file`"
    seen: dict[str, str] = {}
    for path, item in document["paths"].items():
        if "$ref" in item:
            raise GeneratorError(f"{name}: the path {path[:100]!r} is a $ref; write out what it refers to.")
        for method, operation in path_operations(item):
            operation_id, here = operation.get("operationId"), f"{method} {path}"
            if operation_id is not None and operation_id in seen:
                raise GeneratorError(
                    f"{name}: the operationId {operation_id[:100]!r} is that of {seen[operation_id]} and of "
                    f"{here[:200]}; {way_out}.",
                )
            if operation_id is not None:
                seen[operation_id] = here
