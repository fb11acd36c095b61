"""Compares the named schemas: the properties of objects, and the values of enums with their numbers."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import RULES, finding
from sdkwright.diff.wire.side import Side, fields
from sdkwright.diff.wire.types import Change, change, type_of
from sdkwright.normalise.deprecations import DEPRECATION, WAS_REQUIRED
from sdkwright.normalise.ordinals import ORDINALS

_KNOWN: Final = {
    "type", "properties", "required", "description", "enum", "x-enum-varnames", ORDINALS, "x-upstream-id",
    "minProperties",
}  # fmt: skip
_KNOWN_OF_PROPERTY: Final = {
    "type", "format", "items", "$ref", "allOf", "description", "nullable", "x-name", "deprecated", DEPRECATION,
    WAS_REQUIRED,
}  # fmt: skip
_TYPE_RULES: Final = {Change.WIDENED: "type-widened", Change.OTHER: "type-changed"}


def compare_schemas(old: Side, new: Side) -> Iterator[Finding]:
    """What differs between the named schemas of two documents."""
    for name in sorted(old.schemas.keys() | new.schemas.keys()):
        if name not in old.schemas:
            yield _found("schema-added", name, "new", new.users(name))
        elif name not in new.schemas:
            yield _found("schema-removed", name, "gone", old.users(name))
        else:
            both = _Both(name, old, new)
            yield from both.compare()


def _found(rule: str, place: str, text: str, affects: tuple[str, ...]) -> Finding:
    return finding(Level.WIRE, rule, place, text, affects)


class _Both:
    """One schema of both documents."""

    def __init__(self, name: str, old: Side, new: Side) -> None:
        self.name, self.old, self.new = name, old, new
        self.before, self.after = old.schemas[name], new.schemas[name]
        self.affects = tuple(sorted({*old.users(name), *new.users(name)}))
        self.sent = bool(old.sent[name] or new.sent[name])
        # What no operation uses is judged as what is read.
        self.received = bool(old.received[name] or new.received[name]) or not self.sent

    def found(self, rule: str, text: str, member: str = "") -> Finding:
        return _found(rule, f"{self.name}.{member}" if member else self.name, text, self.affects)

    def directed(self, tail: str, text: str, member: str = "") -> Finding:
        """By the rule of the direction that suffers most."""
        rules = [f"{way}-{tail}" for way, used in (("received", self.received), ("sent", self.sent)) if used]
        return self.found(max(rules, key=lambda rule: RULES[rule].severity), text, member)

    def compare(self) -> Iterator[Finding]:
        if ("enum" in self.before) is not ("enum" in self.after):
            yield self.found("schema-removed", "an object becomes an enum, or an enum an object")
            return
        if "enum" in self.before:
            yield from self._values()
        was_sent_only = bool(self.old.sent[self.name]) and not self.old.received[self.name]
        is_sent_only = bool(self.new.sent[self.name]) and not self.new.received[self.name]
        if was_sent_only is not is_sent_only and self.old.users(self.name) and self.new.users(self.name):
            yield self.found("schema-direction-changed", "sent and received by other operations than before")
        before, after = fields(self.before), fields(self.after)
        for name in sorted(before.keys() | after.keys()):
            if name not in before:
                wire, _ = after[name]
                required = "required" if wire in self.after.get("required", ()) else "optional"
                yield self._added(wire, required)
            elif name not in after:
                yield self.directed("property-removed", "gone", before[name][0])
            else:
                yield from self._property(before[name], after[name])
        yield from self._count()
        yield from self._texts(before, after)
        yield from _otherwise(self.before, self.after, _KNOWN, self.found)

    def _added(self, wire: str, required: str) -> Finding:
        rules = ["received-property-added"] if self.received else []
        rules += [f"sent-property-added-{required}"] if self.sent else []
        return self.found(max(rules, key=lambda rule: RULES[rule].severity), f"new, {required}", wire)

    def _property(self, before: tuple[str, dict[str, Any]], after: tuple[str, dict[str, Any]]) -> Iterator[Finding]:
        (was, old), (wire, new) = before, after
        if was != wire:
            yield self.found("property-moved", f"{was} is called {wire}", wire)
        yield from self._type(wire, old, new)
        needed, needs = was in self.before.get("required", ()), wire in self.after.get("required", ())
        if needed is not needs:
            became = "required" if needs else "optional"
            yield self.directed(f"property-became-{became}", f"becomes {became}", wire)
        if bool(old.get("nullable")) is not bool(new.get("nullable")):
            became = "nullable" if new.get("nullable") else "not-nullable"
            yield self.directed(f"property-became-{became}", f"becomes {became.replace('-', ' ')}", wire)
        if bool(new.get("deprecated")) and not old.get("deprecated"):
            yield self.found("property-deprecated", "deprecated", wire)
        yield from _otherwise(old, new, _KNOWN_OF_PROPERTY, lambda rule, text: self.found(rule, text, wire))

    def _type(self, wire: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Finding]:
        before, after = type_of(old, self.old.schemas), type_of(new, self.new.schemas)
        text = f"was {before} and is {after}"
        found = []
        for way, used in (("received", self.received), ("sent", self.sent)):
            kind = change(before, after, sent=way == "sent")
            if not used or kind is Change.NONE:
                continue
            if kind is Change.OPENED:
                found.append(self.found("enum-opened", text, wire))
            elif kind is Change.CLOSED:
                found.append(self.found(f"{way}-enum-closed", text, wire))
            else:
                found.append(self.found(f"{way}-property-{_TYPE_RULES[kind]}", text, wire))
        if found:
            yield max(found, key=lambda one: one.severity)

    def _count(self) -> Iterator[Finding]:
        before, after = _more_fields(self.before), _more_fields(self.after)
        if self.sent and before != after:
            rule = "sent-fields-raised" if after > before else "sent-fields-lowered"
            yield self.found(rule, f"beside the required fields, {before} more had to be sent, and now {after}")

    def _values(self) -> Iterator[Finding]:
        before, after = _numbered(self.before), _numbered(self.after)
        for value in sorted(after.keys() - before.keys(), key=after.__getitem__):
            yield self.directed("enum-value-added", "new", value)
        for value in sorted(before.keys() - after.keys(), key=before.__getitem__):
            yield self.found("enum-value-removed", "gone", value)
        moved = [value for value in before if value in after and before[value] != after[value]]
        if moved:
            first = moved[0]
            text = f"{first!r} was {before[first]} and is {after[first]}"
            more = f", and {len(moved) - 1} more" if len(moved) > 1 else ""
            yield self.found("enum-ordinals-moved", text + more)

    def _texts(
        self, before: dict[str, tuple[str, dict[str, Any]]], after: dict[str, tuple[str, dict[str, Any]]]
    ) -> Iterator[Finding]:
        places = [""] if self.before.get("description") != self.after.get("description") else []
        places += [
            after[name][0]
            for name in before
            if name in after and before[name][1].get("description") != after[name][1].get("description")
        ]
        if places:
            named = ", ".join(place or "the schema itself" for place in places[:5])
            yield self.found("texts-changed", f"of {named}{' and others' if len(places) > 5 else ''}")  # noqa: PLR2004


def _more_fields(schema: dict[str, Any]) -> int:
    """How many fields there must be beside those that are required by name."""
    least = schema.get("minProperties")
    # What the vendor writes there may be anything.
    return max(least - len(schema.get("required", ())), 0) if type(least) is int else 0


def _numbered(schema: dict[str, Any]) -> dict[str, int]:
    values = schema["enum"]
    return dict(zip(values, schema.get(ORDINALS, range(len(values))), strict=True))


def _otherwise(old: dict[str, Any], new: dict[str, Any], known: set[str], found: Any) -> Iterator[Finding]:
    for key in sorted((old.keys() | new.keys()) - known):
        if old.get(key) != new.get(key):
            yield found("changed-otherwise", f"`{key}` was {old.get(key)!r:.60} and is {new.get(key)!r:.60}")
