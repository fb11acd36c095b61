"""What a proposal is, and the error of a document that has things without names."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import MAX_NAME
from sdkwright.text import without_controls

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LISTED = 20
_WIDEST = 200
_ORIGIN = 120


@attrs.frozen
class Evidence:
    """What a name may be concluded from besides the table.

    Attributes:
        upstream: The vendor's document as received.
    """

    upstream: dict[str, Any] = attrs.field(factory=dict, repr=False)
    _read_previous: Callable[[], dict[str, Any]] = attrs.field(default=dict, repr=False, eq=False)

    @cached_property
    def previous(self) -> dict[str, Any]:
        """The revision before it, where there is one: what is gone may have another name now.

        It takes as long to read as the document, so only what has no name yet has it read.
        """
        return self._read_previous()


@attrs.frozen
class Proposal:
    """A name that could be taken.

    Attributes:
        table: The table of `names.toml`, such as `operations`.
        key: What is named, as that table writes it.
        value: The proposed name.
        origin: Where it comes from, in a few words.
    """

    table: str
    key: str
    value: str
    origin: str

    @property
    def line(self) -> str:
        """The entry as it stands in `names.toml`, its origin as a comment."""
        key = self.key if _BARE.fullmatch(self.key) else quoted(self.key)
        return f"{key} = {quoted(self.value)}  # {without_controls(_cut(self.origin, _ORIGIN))}"


class UnnamedError(GeneratorError):
    """Things of the document have no name, or two have the same.

    Args:
        what: What they are, for the sentence: `operations`.
        proposals: A name for each.
    """

    def __init__(self, what: str, proposals: Sequence[Proposal]) -> None:
        self.proposals = tuple(proposals)
        table = self.proposals[0].table
        # A key may be a text of any length, and what is cut here is whole with `name`.
        lines = "".join(f"\n  {_cut(proposal.line, _WIDEST)}" for proposal in self.proposals[:_LISTED])
        more = f"\n  and {len(self.proposals) - _LISTED} more" if len(self.proposals) > _LISTED else ""
        super().__init__(
            f"{_cut(what, _WIDEST)}: {len(self.proposals)}; take the names proposed here with `python -m sdkwright "
            f"name --accept`, or put others under [{table}] in spec/names.toml:{lines}{more}"
        )


@attrs.define
class Unnamed:
    """Collects what has no name, so that one error lists all of it.

    Attributes:
        proposals: A name for each.
    """

    proposals: list[Proposal] = attrs.field(factory=list)
    _kinds: dict[str, None] = attrs.field(factory=dict)

    def add(self, what: str, proposals: Iterable[Proposal]) -> None:
        """Take what is missing; `what` as for `UnnamedError`."""
        self.proposals += proposals
        self._kinds[what] = None

    def refuse(self) -> None:
        """Raise UnnamedError if anything was added."""
        if self.proposals:
            first, *others = self._kinds
            raise UnnamedError(f"{_cut(first, _WIDEST)} and more like it" if others else first, self.proposals)


def quoted(text: str) -> str:
    """`text` as a basic string of TOML, on one line wherever a reader splits lines.

    What cannot be seen is escaped. Half a pair of surrogates has no escape in TOML, and `check` lets none through.
    """
    return "".join(
        char if char.isprintable() or _SURROGATE.match(char) else f"\\U{ord(char):08X}"
        for char in json.dumps(text, ensure_ascii=False)
    )


def unique(name: str, existing: Iterable[str], *, joint: str = "") -> str:
    """`name`, or with the first number from 2 that is not taken; never longer than a name may be."""
    # A set is not copied: the names of a whole document are asked for each name.
    used = existing if isinstance(existing, (set, frozenset, dict)) else set(existing)
    number, found = 1, name
    while found in used:
        number += 1
        tail = f"{joint}{number}"
        found = f"{name[: MAX_NAME - len(tail)].rstrip('_')}{tail}"
    return found


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
