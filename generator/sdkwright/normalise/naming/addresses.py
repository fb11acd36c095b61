"""Reads the address of an operation: its nouns, and what of it is a parameter."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.naming.lexicon import GENERIC

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_FILE: Final = re.compile(r"\.(?:json|xml|html?|php|aspx?|csv|pdf|do)\Z", re.IGNORECASE)
_VERSION: Final = re.compile(
    r"v?[0-9]+(?:[._-][0-9a-z]+)*|v[0-9]+[a-z]*[0-9]*|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|\$?latest"
)
# `deletecategory`: two words that nothing else tells apart, but for what only looks like these.
_GLUED: Final = re.compile(
    r"(?!newslett|address|addi|addon|setlist|settings|setup|settle|alloc|allow|aller|listing|listener|sender|changelog|removal"
    r"|\w+(?:ed|er|or|able)\Z)\A(add|all|cancel|change|create|delete|get|new|remove|send|set|update)([a-z]{4,})\Z"
)
LONGEST: Final = 60
"""Characters of a name that a step or a hint gives, at most."""
_MOST_WORDS: Final = 4


@attrs.frozen
class Step:
    """A constant part of an address.

    Attributes:
        name: In snake_case.
        parameters: The names of the parameters that follow it at once.
    """

    name: str
    parameters: tuple[str, ...] = ()

    @property
    def is_collection(self) -> bool:
        """Whether a parameter chooses something of it."""
        return bool(self.parameters)


@attrs.frozen
class Address:
    """An address in its parts, without what all addresses of a service have.

    Attributes:
        steps: The constant parts.
        version: The version of the API that it names, if any.
        words: All of it, parameters too, as one word in small letters.
    """

    steps: tuple[Step, ...]
    version: str
    words: frozenset[str] = attrs.field(repr=False)

    @property
    def is_item(self) -> bool:
        """Whether it ends with a parameter."""
        return bool(self.steps) and self.steps[-1].is_collection

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of its parameters."""
        return tuple(name for step in self.steps for name in step.parameters)


def squashed(text: str) -> str:
    """The letters and digits of a text alone, small."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def address_of(path: str, prefix: str = "/", *, hints: Iterable[str] = ()) -> Address:
    """The parts of a path.

    Args:
        path: As in the document.
        prefix: What all paths of the service begin with.
        hints: Texts that may show where the words of a path end.
    """
    spelled = {squashed(phrase): phrase for hint in hints for phrase in _phrases(snake(hint[:LONGEST]).strip("_"))}
    plain = re.split(r"[?#]", path.removeprefix(prefix), maxsplit=1)[0]
    parts = [part for segment in plain.split("/") for part in _parts(segment)]
    steps: list[Step] = []
    version, whole, without = "", "", ""
    for text, parameter in parts:
        name = "" if parameter else snake(text).strip("_")[:LONGEST]
        name = name if "_" in name else spelled.get(name) or _GLUED.sub(r"\1_\2", name)
        if parameter:
            whole += squashed(text)
            if steps:
                steps[-1] = attrs.evolve(steps[-1], parameters=(*steps[-1].parameters, text))
        elif _VERSION.fullmatch(text.lower()):
            version = version or snake(text).strip("_")
        elif name:
            whole, without = whole + squashed(text), without + squashed(text)
            steps.append(Step(name))
    while len(steps) > 1 and steps[0].name in GENERIC and not steps[0].is_collection:
        steps = steps[1:]
    said = squashed(plain)
    return Address(tuple(steps), version, frozenset({said, whole, without, squashed(path), _with_by(parts)} - {""}))


def _phrases(text: str) -> Iterator[str]:
    """What of a text is several words that follow each other."""
    words = text.split("_")
    for first in range(len(words)):
        yield from ("_".join(words[first:last]) for last in range(first + 2, min(len(words), first + _MOST_WORDS) + 1))


def _parts(segment: str) -> list[tuple[str, bool]]:
    """The constant texts and the parameters of what stands between two slashes."""
    found: list[tuple[str, bool]] = []
    for number, text in enumerate(_BRACES.split(segment)):
        if number % 2:
            found.append((text, True))
        else:
            found += [(_FILE.sub("", part), False) for part in text.split(":") if part.strip("'\"().,;=@-$ ")]
    if any(is_parameter for _, is_parameter in found):
        # `{name}.json` is a parameter alone, and `{id}:cancel` more than that.
        return [part for part in found if part[1] or not part[0].startswith(".")]
    return found


def _with_by(parts: list[tuple[str, bool]]) -> str:
    """`usersbyid`, as some tools make an operationId."""
    return "".join(f"by{squashed(text)}" if is_parameter else squashed(text) for text, is_parameter in parts)
