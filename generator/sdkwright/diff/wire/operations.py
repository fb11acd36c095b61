"""Compares the operations: where they are, what they take and what they answer."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire.side import Side, content, success
from sdkwright.diff.wire.types import Change, change, type_of
from sdkwright.normalise.deprecations import ALIASES, DEPRECATION

_KNOWN: Final = {
    "operationId", "tags", "summary", "description", "x-upstream-id", "x-paginated", "deprecated", "security",
    "parameters", "requestBody", "responses", DEPRECATION, ALIASES,
}  # fmt: skip
_KNOWN_OF_PARAMETER: Final = {"name", "in", "required", "schema", "description", "x-wire-name"}


def compare_operations(old: Side, new: Side) -> Iterator[Finding]:
    """What differs between the operations of two documents."""
    before, after = old.operations, new.operations
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield finding(Level.WIRE, "operation-added", name, after[name].key, (name,))
        elif name not in after:
            yield finding(Level.WIRE, "operation-removed", name, before[name].key, (name,))
        else:
            yield from _Both(name, old, new).compare()


class _Both:
    """One operation of both documents."""

    def __init__(self, name: str, old: Side, new: Side) -> None:
        self.name, self.old, self.new = name, old, new
        self.before, self.after = old.operations[name], new.operations[name]

    def found(self, rule: str, text: str, place: str = "") -> Finding:
        return finding(Level.WIRE, rule, f"{self.name} {place}".rstrip(), text, (self.name,))

    def compare(self) -> Iterator[Finding]:
        before, after = self.before.operation, self.after.operation
        if self.before.key != self.after.key:
            yield self.found("operation-moved", f"{self.before.key} is at {self.after.key}")
        if bool(before.get("deprecated")) is not bool(after.get("deprecated")):
            rule = "operation-deprecated" if after.get("deprecated") else "operation-revived"
            yield self.found(rule, "deprecated" if after.get("deprecated") else "no longer deprecated")
        if before.get("security") != after.get("security"):
            yield self.found("security-changed", f"{before.get('security')} becomes {after.get('security')}")
        yield from self._parameters()
        yield from self._body()
        yield from self._answer()
        if any(before.get(key) != after.get(key) for key in ("summary", "description")):
            yield self.found("texts-changed", "of the operation")
        for key in sorted((before.keys() | after.keys()) - _KNOWN):
            if before.get(key) != after.get(key):
                yield self.found("changed-otherwise", f"`{key}` was {before.get(key)!r:.60}, is {after.get(key)!r:.60}")

    def _parameters(self) -> Iterator[Finding]:
        before = {item["name"]: item for item in self.before.parameters}
        after = {item["name"]: item for item in self.after.parameters}
        for name in sorted(before.keys() | after.keys()):
            if name not in before:
                required = "required" if after[name].get("required") else "optional"
                place = f"?{after[name]['x-wire-name']}"
                yield self.found(f"parameter-added-{required}", f"new, {required}", place)
            elif name not in after:
                yield self.found("parameter-removed", "gone", f"?{before[name]['x-wire-name']}")
            else:
                yield from self._parameter(before[name], after[name])

    def _parameter(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Finding]:
        place = f"?{new['x-wire-name']}"
        if old["x-wire-name"] != new["x-wire-name"]:
            yield self.found("parameter-moved", f"{old['x-wire-name']} is called {new['x-wire-name']}", place)
        yield from self._needed("parameter", old, new, place)
        yield from self._sent_type("parameter", old["schema"], new["schema"], place)
        if old.get("description") != new.get("description"):
            yield self.found("texts-changed", "of the parameter", place)
        for key in sorted((old.keys() | new.keys()) - _KNOWN_OF_PARAMETER):
            if old.get(key) != new.get(key):
                text = f"`{key}` was {old.get(key)!r:.60} and is {new.get(key)!r:.60}"
                yield self.found("changed-otherwise", text, place)

    def _needed(self, what: str, old: dict[str, Any], new: dict[str, Any], place: str) -> Iterator[Finding]:
        if bool(old.get("required")) is not bool(new.get("required")):
            became = "required" if new.get("required") else "optional"
            yield self.found(f"{what}-became-{became}", f"becomes {became}", place)

    def _sent_type(self, what: str, old: dict[str, Any], new: dict[str, Any], place: str) -> Iterator[Finding]:
        before, after = type_of(old, self.old.schemas), type_of(new, self.new.schemas)
        kind = change(before, after, sent=True)
        rules = {Change.WIDENED: f"{what}-type-widened", Change.OTHER: f"{what}-type-changed"}
        rules |= {Change.CLOSED: "sent-enum-closed", Change.OPENED: "enum-opened"}
        if kind is not Change.NONE:
            yield self.found(rules[kind], f"was {before} and is {after}", place)

    def _body(self) -> Iterator[Finding]:
        old, new = self.before.operation.get("requestBody"), self.after.operation.get("requestBody")
        if old is None and new is not None:
            required = "required" if new.get("required") else "optional"
            yield self.found(f"body-added-{required}", f"new, {required}", "body")
        elif new is None and old is not None:
            yield self.found("body-removed", "gone", "body")
        elif old is not None and new is not None:
            yield from self._needed("body", old, new, "body")
            yield from self._sent_type("body", content(old) or {}, content(new) or {}, "body")
            if old.get("description") != new.get("description"):
                yield self.found("texts-changed", "of the body", "body")

    def _answer(self) -> Iterator[Finding]:
        (was, old), (now, new) = success(self.before), success(self.after)
        before, after = content(old), content(new)
        if was != now:
            yield self.found("answer-status-changed", f"{was} becomes {now}", "answer")
        if before is None and after is not None:
            yield self.found("answer-added", f"is {type_of(after, self.new.schemas)}", "answer")
        elif after is None and before is not None:
            yield self.found("answer-removed", f"was {type_of(before, self.old.schemas)}", "answer")
        elif before is not None and after is not None:
            yield from self._received_type(before, after)
        paged = [site.operation.get("x-paginated") for site in (self.before, self.after)]
        if paged[0] != paged[1]:
            yield self.found("answer-paging-changed", f"{paged[0]} becomes {paged[1]}", "answer")
        if old.get("description") != new.get("description"):
            yield self.found("texts-changed", "of the answer", "answer")
        errors = [
            {status: body for status, body in site.operation["responses"].items() if status[0] != "2"}
            for site in (self.before, self.after)
        ]
        if errors[0] != errors[1]:
            names = ", ".join(sorted(errors[0].keys() ^ errors[1].keys())) or "their bodies"
            yield self.found("errors-changed", names, "errors")

    def _received_type(self, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Finding]:
        before, after = type_of(old, self.old.schemas), type_of(new, self.new.schemas)
        kind = change(before, after, sent=False)
        rules = {Change.WIDENED: "answer-type-widened", Change.OTHER: "answer-type-changed"}
        rules |= {Change.CLOSED: "received-enum-closed", Change.OPENED: "enum-opened"}
        if kind is not Change.NONE:
            yield self.found(rules[kind], f"was {before} and is {after}", "answer")
