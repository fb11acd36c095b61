"""Compares the named schemas: properties of objects, values of enums with their numbers, variants of unions."""

from collections.abc import Iterator, Mapping
from typing import Final

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import RULES, finding
from sdkwright.diff.wire.others import otherwise
from sdkwright.diff.wire.side import Side, fields
from sdkwright.diff.wire.types import Change, change, type_of
from sdkwright.diff.wire.unions import compare_unions
from sdkwright.ir import Alias, Enum, Field, Model, Schema, Type

_JUDGED: Final = frozenset({
    "name", "fields", "description", "upstream_id", "min_properties", "values", "members", "ordinals", "direction",
    "type",
})  # fmt: skip
_JUDGED_OF_FIELDS: Final = frozenset({
    "name", "wire", "type", "required", "nullable", "description", "deprecated", "deprecation", "alias_of",
    "was_required",
})  # fmt: skip
_KINDS: Final[dict[type, str]] = {Model: "an object", Enum: "an enum", Alias: "a union"}
_TYPE_RULES: Final = {Change.WIDENED: "type-widened", Change.OTHER: "type-changed"}


def compare_schemas(old: Side, new: Side) -> Iterator[Finding]:
    """What differs between the named schemas of two documents."""
    for name in sorted(old.schemas.keys() | new.schemas.keys()):
        if name not in old.schemas:
            yield _found("schema-added", name, "new", new.users(name))
        elif name not in new.schemas:
            yield _found("schema-removed", name, "gone", old.users(name))
        else:
            yield from _Both(name, old, new).compare()


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
        before, after = self.before, self.after
        if isinstance(before, Enum) and isinstance(after, Enum):
            yield from self._values(before, after)
        elif isinstance(before, Alias) and isinstance(after, Alias):
            for tail, text, member in compare_unions(before, after, self.old, self.new):
                yield self.found(tail, text, member) if tail in RULES else self.directed(tail, text, member)
        elif type(before) is not type(after):
            yield self.found("schema-removed", f"{_KINDS[type(before)]} becomes {_KINDS[type(after)]}")
            return
        was_sent_only = bool(self.old.sent[self.name]) and not self.old.received[self.name]
        is_sent_only = bool(self.new.sent[self.name]) and not self.new.received[self.name]
        if was_sent_only is not is_sent_only and self.old.users(self.name) and self.new.users(self.name):
            yield self.found("schema-direction-changed", "sent and received by other operations than before")
        if isinstance(before, Model) and isinstance(after, Model):
            yield from self._fields(fields(before), fields(after))
            yield from self._count(before, after)
        yield from self._texts()
        for text in otherwise(before, after, judged=_JUDGED):
            yield self.found("changed-otherwise", text)

    def _fields(self, before: Mapping[str, Field], after: Mapping[str, Field]) -> Iterator[Finding]:
        for name in sorted(before.keys() | after.keys()):
            if name not in before:
                yield self._added(after[name].wire, "required" if after[name].required else "optional")
            elif name not in after:
                yield self.directed("property-removed", "gone", before[name].wire)
            else:
                yield from self._property(before[name], after[name])

    def _added(self, wire: str, required: str) -> Finding:
        rules = ["received-property-added"] if self.received else []
        rules += [f"sent-property-added-{required}"] if self.sent else []
        return self.found(max(rules, key=lambda rule: RULES[rule].severity), f"new, {required}", wire)

    def _property(self, old: Field, new: Field) -> Iterator[Finding]:
        wire = new.wire
        if old.wire != wire:
            yield self.found("property-moved", f"{old.wire} is called {wire}", wire)
        yield from self._type(wire, old.type, new.type)
        if old.required is not new.required:
            became = "required" if new.required else "optional"
            yield self.directed(f"property-became-{became}", f"becomes {became}", wire)
        if old.nullable is not new.nullable:
            became = "nullable" if new.nullable else "not-nullable"
            yield self.directed(f"property-became-{became}", f"becomes {became.replace('-', ' ')}", wire)
        if new.deprecated and not old.deprecated:
            yield self.found("property-deprecated", "deprecated", wire)
        for text in otherwise(old, new, judged=_JUDGED_OF_FIELDS):
            yield self.found("changed-otherwise", text, wire)

    def _type(self, wire: str, old: Type, new: Type) -> Iterator[Finding]:
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
            yield max(found, key=lambda finding: finding.severity)

    def _count(self, old: Model, new: Model) -> Iterator[Finding]:
        before, after = _more_fields(old), _more_fields(new)
        if self.sent and before != after:
            rule = "sent-fields-raised" if after > before else "sent-fields-lowered"
            yield self.found(rule, f"beside the required fields, {before} more had to be sent, and now {after}")

    def _values(self, old: Enum, new: Enum) -> Iterator[Finding]:
        before, after = (dict(zip(enum.values, enum.numbers, strict=True)) for enum in (old, new))
        for value in sorted(after.keys() - before.keys(), key=after.__getitem__):
            yield self.directed("enum-value-added", "new", str(value))
        for value in sorted(before.keys() - after.keys(), key=before.__getitem__):
            yield self.found("enum-value-removed", "gone", str(value))
        moved = [value for value in before if value in after and before[value] != after[value]]
        if moved:
            first = moved[0]
            text = f"{first!r} was {before[first]} and is {after[first]}"
            more = f", and {len(moved) - 1} more" if len(moved) > 1 else ""
            yield self.found("enum-ordinals-moved", text + more)

    def _texts(self) -> Iterator[Finding]:
        before, after = _described(self.before), _described(self.after)
        places = [place for place, (_, text) in before.items() if place in after and after[place][1] != text]
        if places:
            named = ", ".join(after[place][0] for place in places[:5])
            yield self.found("texts-changed", f"of {named}{' and others' if len(places) > 5 else ''}")  # noqa: PLR2004


def _described(schema: Schema) -> dict[str, tuple[str, str]]:
    """What is said of a schema and of each of its fields, by their names in Python: where it stands, and the text."""
    found = {"": ("the schema itself", schema.description)}
    if isinstance(schema, Model):
        found |= {name: (field.wire, field.description) for name, field in fields(schema).items()}
    return found


def _more_fields(model: Model) -> int:
    """How many fields there must be beside those that are required by name."""
    return max(model.min_properties - sum(field.required for field in model.fields), 0)
