"""The ledger: what became of every operation, schema, enum and parameter of the upstream document."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, Literal, Protocol

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.normalise.sites import enum_sites, operations, without_labels
from sdkwright.text import clean, without_controls

Kind = Literal["operation", "schema", "enum", "parameter"]
Outcome = Literal["kept", "renamed", "dropped", "added"]
BEHAVIOUR: Final = ("x-idempotent", "x-retry-on-429", "x-retries", "x-fault-outcome")
"""What the overlay, or an extension of the document, says of how an operation fails and may be repeated."""

_KINDS: tuple[Kind, ...] = ("operation", "schema", "enum", "parameter")


@attrs.frozen
class Entry:
    """What became of one thing: its upstream name, the outcome, its new name and the reason."""

    kind: Kind
    upstream: str
    outcome: Outcome
    now: str
    reason: str


class Counted(Protocol):
    """What became of the properties that operations reach; `str` of it is the numbers in one line."""

    @property
    def lost(self) -> tuple[str, ...]:
        """Where properties are that no value of the package holds."""


@attrs.define
class Ledger:
    """Filled by the passes, closed by `close`, which refuses a gap."""

    _entries: dict[tuple[Kind, str], Entry] = attrs.field(factory=dict)
    keywords: Counter[str] = attrs.field(factory=Counter)
    _behaviour: dict[str, list[str]] = attrs.field(factory=dict)
    _operations: int = 0
    spellings: Counter[str] = attrs.field(factory=Counter)
    _told: dict[str, dict[str, None]] = attrs.field(factory=dict)
    _fields: "Counted | None" = None

    def lives(self, kind: Kind, upstream: str, now: str, *, was: str | None = None, reason: str = "") -> None:
        """Record that `upstream` lives on as `now`; `was` is its plain name where `upstream` says its place too."""
        outcome: Outcome = "kept" if now == (was or upstream) else "renamed"
        self._entries[kind, upstream] = Entry(kind, upstream, outcome, now, reason)

    def dropped(self, kind: Kind, upstream: str, reason: str) -> None:
        """Record that `upstream` is gone, and why."""
        self._entries[kind, upstream] = Entry(kind, upstream, "dropped", "", reason)

    def added(self, kind: Kind, now: str, reason: str) -> None:
        """Record something that upstream does not have."""
        self._entries[kind, now] = Entry(kind, now, "added", now, reason)

    def is_added(self, kind: Kind, now: str) -> bool:
        """Whether `now` is recorded as something that upstream does not have."""
        entry = self._entries.get((kind, now))
        return entry is not None and entry.outcome == "added"

    def tell(self, where: str, what: str) -> None:
        """Record that a place was mended, or is read as less than it says.

        Args:
            where: The place, as in `GET /orders ?since` or `Order.customer`.
            what: What is made of it and why, as in `oneOf of 2 schemas, read as any value`.
        """
        self._told.setdefault(where, {})[what] = None

    def count_fields(self, counted: Counted) -> None:
        """Record what became of the properties that operations reach, and tell which are lost."""
        self._fields = counted
        for where in counted.lost:
            self.tell(where, "no value of the package holds it")

    @property
    def told(self) -> dict[str, str]:
        """What was mended or is read as less than it says, by place."""
        return {where: "; ".join(said) for where, said in self._told.items()}

    def record_behaviour(self, document: dict[str, Any]) -> None:
        """Record for which operations of `document` the overlay says how they fail and may be repeated."""
        sites = list(operations(document))
        self._operations = len(sites)
        for site in sites:
            for key in BEHAVIOUR:
                if key in site.operation:
                    value = json.dumps(site.operation[key]).strip('"')
                    self._behaviour.setdefault(f"{key}: {value}", []).append(str(site.operation["operationId"]))

    def __iter__(self) -> Iterator[Entry]:
        return iter(sorted(self._entries.values(), key=lambda entry: (_KINDS.index(entry.kind), entry.upstream)))

    def count(self, kind: Kind, *outcomes: Outcome) -> int:
        """How many things of `kind` had one of `outcomes`."""
        return sum(entry.kind == kind and entry.outcome in outcomes for entry in self._entries.values())

    def close(self, upstream: dict[str, Any]) -> None:
        """Compare with what `upstream` holds.

        Raises:
            GeneratorError: Something of the upstream document has no entry.
        """
        gone = [
            entry.upstream
            for entry in self._entries.values()
            if (entry.kind, entry.outcome) == ("parameter", "dropped")
        ]
        known = {(kind, without_labels(name)) for kind, name in self._entries}
        for kind, name in inventory(upstream) - set(self._entries) - known:
            if kind == "enum" and any(name == parameter or name.startswith(f"{parameter}.") for parameter in gone):
                self.dropped(kind, name, "of a parameter that is gone")
        known = {(kind, without_labels(name)) for kind, name in self._entries}
        if missing := sorted(inventory(upstream) - set(self._entries) - known):
            listed = "; ".join(f"{kind} {clean(name)}" for kind, name in missing[:10])
            raise GeneratorError(f"{len(missing)} things of the upstream document disappeared in silence: {listed}.")

    def markdown(self) -> str:
        """The ledger as a page."""
        lines = [
            "# Ledger",
            "",
            "What became of every operation, schema, enum and parameter of the vendor's document. Generated with the",
            "package; names and reasons come from `names.toml` and `overlay.yaml`.",
            "",
            "| | upstream | kept | renamed | dropped | added |",
            "|---|---|---|---|---|---|",
        ]
        for kind in _KINDS:
            counts = [self.count(kind, outcome) for outcome in ("kept", "renamed", "dropped", "added")]
            cells = " | ".join(str(count) for count in counts)
            lines.append(f"| {kind}s | {sum(counts[:3])} | {cells} |")
        if self._fields is not None:
            lines += ["", f"Properties that parameters, bodies and answers reach: {self._fields}."]
        if self.keywords:
            dropped = ", ".join(f"`{word}` {count}" for word, count in sorted(self.keywords.items()))
            lines += ["", f"Keywords that say nothing to a client and were dropped, with their number: {dropped}."]
        if self.spellings:
            replaced = ", ".join(f"{spelling} {count}" for spelling, count in sorted(self.spellings.items()))
            lines += ["", f"Other spellings of the same contract that were made plain, with their number: {replaced}."]
        if self._behaviour:
            lines += ["", "## Behaviour", "", "| the overlay says | of |", "|---|---|"]
            lines += [f"| `{said}` | {self._bearers(names)} |" for said, names in sorted(self._behaviour.items())]
        if self._told:
            lines += ["", "## Mended or read as less", "", "| where | what |", "|---|---|"]
            lines += [f"| `{_cell(where)}` | {_cell(what)} |" for where, what in sorted(self.told.items())]
        for kind in _KINDS:
            lines += ["", f"## {kind.capitalize()}s", "", "| upstream | outcome | now | why |", "|---|---|---|---|"]
            lines += [_row(entry) for entry in self if entry.kind == kind]
        return "\n".join(lines) + "\n"

    def _bearers(self, names: list[str]) -> str:
        if len(names) == self._operations:
            return f"every operation, {len(names)}"
        return ", ".join(f"`{_cell(name)}`" for name in sorted(names))

    def summary(self) -> list[str]:
        """The ledger in one line a kind, for a terminal."""
        return [
            f"{kind + 's':<11}{self.count(kind, 'kept', 'renamed', 'dropped'):>4} in, "
            f"{self.count(kind, 'renamed'):>3} renamed, {self.count(kind, 'kept'):>3} kept, "
            f"{self.count(kind, 'dropped'):>3} dropped, {self.count(kind, 'added'):>3} added"
            for kind in _KINDS
        ] + ([] if self._fields is None else [f"{'fields':<11}{self._fields}"])


def inventory(document: dict[str, Any]) -> set[tuple[Kind, str]]:
    """Everything in `document` that the ledger answers for, by kind and name."""
    found: set[tuple[Kind, str]] = set()
    for site in operations(document):
        found.add(("operation", site.key))
        found |= {("parameter", site.parameter_key(parameter)) for parameter in site.parameters}
    found |= {("schema", name) for name in document.get("components", {}).get("schemas", {})}
    return found | {("enum", key) for key in enums(document)}


def enums(document: dict[str, Any]) -> set[str]:
    """The enums in `document` that the ledger answers for, by name."""
    return {without_labels(site.key) for site in enum_sites(document)}


def _row(entry: Entry) -> str:
    cells = (
        f"`{_cell(entry.upstream)}`",
        entry.outcome,
        f"`{_cell(entry.now)}`" if entry.now else "",
        _cell(entry.reason),
    )
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """`text` in a table cell: no character of it can end the cell, the code span or the line."""
    return without_controls(text).replace("|", "\\|").replace("`", "'")
