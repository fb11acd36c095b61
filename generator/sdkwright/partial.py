"""Leaves out the operations of a document that cannot be written, each with its reason, where that is asked for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final

import attrs

from sdkwright import ir
from sdkwright.config import Configuration
from sdkwright.documents import copied, mapping
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names, Normalised, Overlay, finish, prepare
from sdkwright.normalise.check import check_kind
from sdkwright.normalise.sites import ADDITIONAL, METHODS
from sdkwright.normalise.tolerance.references import reached

LEFT_OUT: Final = "left out: "
"""Begins the reason for which the ledger has an operation that cannot be written."""

_ALL: Final = "no operation of the document can be written; the first: "


@attrs.frozen
class Whole:
    """What of a document can be written.

    Attributes:
        document: The document without the rest.
        left_out: The operations that are left out, as `METHOD path`, each with its reason.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    left_out: dict[str, str]

    def told(self, found: Normalised) -> Normalised:
        """What was normalised of it, with the operations that are left out in its ledger and its notes."""
        for key, reason in self.left_out.items():
            found.ledger.dropped("operation", key, f"{LEFT_OUT}{reason}")
        lines = [f"left out: {key}: {reason}" for key, reason in self.left_out.items()]
        return attrs.evolve(found, absent=[*found.absent, *lines])


def writable(
    upstream: dict[str, Any], overlay: Overlay, names: Names, *, name: str, configuration: Configuration
) -> Whole:
    """What of a document is taken: all of it, or with `[normalisation] partial` what can be normalised and represented.

    Args:
        upstream: The vendor's document, which is not changed.
        overlay: Our corrections to it.
        names: The public names.
        name: What to call it in an error.
        configuration: What the project declares.

    Raises:
        GeneratorError: It is no document that we read, or none of its operations can be written.
    """
    if not configuration.normalisation.partial:
        return Whole(upstream, {})
    check_kind(upstream, name=name)

    def attempt(document: dict[str, Any]) -> str:
        said: list[str] = []
        try:
            prepared = prepare(document, overlay, name=name, configuration=configuration, complaints=said)
            ir.build(finish(prepared, names, complaints=said, fill=True).document)
        except GeneratorError as error:
            return str(error)
        return ""

    if not attempt(upstream):
        return Whole(upstream, {})
    keys = [*_keys(upstream)]
    left_out = dict(_broken(upstream, keys, attempt))
    kept = [key for key in keys if key not in left_out]
    if not kept:
        raise GeneratorError(f"{_ALL}{next(iter(left_out.values()), attempt(upstream))}")
    document = _restricted(upstream, kept, every_component=True)
    return Whole(_restricted(upstream, kept) if attempt(document) else document, left_out)


def _broken(
    document: dict[str, Any], keys: Sequence[str], attempt: Callable[[dict[str, Any]], str]
) -> Iterator[tuple[str, str]]:
    """The operations that cannot be written, with the reason: found by halves, for most are sound."""
    reason = attempt(_restricted(document, keys)) if keys else ""
    if not reason:
        return
    if len(keys) == 1:
        yield keys[0], reason
        return
    half = len(keys) // 2
    yield from _broken(document, keys[:half], attempt)
    yield from _broken(document, keys[half:], attempt)


def _keys(document: dict[str, Any]) -> Iterator[str]:
    for path, item in document["paths"].items():
        for word in item if isinstance(item, dict) else ():
            if str(word).lower() in METHODS:
                yield f"{str(word).upper()} {path}"
        for word in mapping(mapping(item).get(ADDITIONAL)):
            yield f"{str(word).upper()} {path}"


def _restricted(document: dict[str, Any], keys: Collection[str], *, every_component: bool = False) -> dict[str, Any]:
    """The document with some of its operations, and what they use."""
    kept = {*keys}
    paths = {}
    for path, item in document["paths"].items():
        if not isinstance(item, dict):
            continue
        words = {*METHODS, ADDITIONAL.lower()}
        rest = {word: value for word, value in item.items() if str(word).lower() not in words}
        own = {word: value for word, value in item.items() if f"{str(word).upper()} {path}" in kept}
        others = mapping(item.get(ADDITIONAL)).items()
        if found := {word: value for word, value in others if f"{str(word).upper()} {path}" in kept}:
            own[ADDITIONAL] = found
        if own or "$ref" in rest:
            paths[path] = rest | own
    result: dict[str, Any] = copied(document | {"paths": paths})
    components = result.get("components")
    if not every_component and isinstance(components, dict):
        used = reached(result)
        for kind, named in components.items():
            if isinstance(named, dict) and kind != "securitySchemes":
                components[kind] = {name: value for name, value in named.items() if (kind, name) in used}
    return result
