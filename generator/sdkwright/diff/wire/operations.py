"""Compares the operations: where they are, what they take and what they answer."""

from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire.others import otherwise
from sdkwright.diff.wire.side import Side, type_in
from sdkwright.diff.wire.types import Change, change, type_of
from sdkwright.ir import Body, Operation, Pagination, Parameter, Response, Type
from sdkwright.readings import STREAMS, reading

_JUDGED: Final = frozenset({
    "name", "method", "path", "responses", "parameters", "body", "security", "pagination", "summary", "description",
    "upstream_id", "deprecated", "deprecation", "aliases", "servers",
})  # fmt: skip
_JUDGED_OF_PARAMETERS: Final = frozenset({
    "name", "wire", "type", "required", "description", "location", "style", "explode", "reserved", "media_type",
})  # fmt: skip


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
        before, after = self.before, self.after
        if before.key != after.key:
            yield self.found("operation-moved", f"{before.key} is at {after.key}")
        if before.deprecated is not after.deprecated:
            rule = "operation-deprecated" if after.deprecated else "operation-revived"
            yield self.found(rule, "deprecated" if after.deprecated else "no longer deprecated")
        if before.servers != after.servers:
            urls = [", ".join(server.url for server in one.servers) or "the API's" for one in (before, after)]
            yield self.found("server-changed", f"{urls[0]} becomes {urls[1]}")
        if before.security != after.security:
            yield self.found("security-changed", f"{_signed(before)} becomes {_signed(after)}")
        yield from self._parameters()
        yield from self._body()
        yield from self._answer()
        if (before.summary, before.description) != (after.summary, after.description):
            yield self.found("texts-changed", "of the operation")
        for text in otherwise(before, after, judged=_JUDGED, joint=", "):
            yield self.found("changed-otherwise", text)

    def _parameters(self) -> Iterator[Finding]:
        before = {parameter.name: parameter for parameter in self.before.parameters}
        after = {parameter.name: parameter for parameter in self.after.parameters}
        for name in sorted(before.keys() | after.keys()):
            if name not in before:
                required = "required" if after[name].required else "optional"
                yield self.found(f"parameter-added-{required}", f"new, {required}", f"?{after[name].wire}")
            elif name not in after:
                yield self.found("parameter-removed", "gone", f"?{before[name].wire}")
            else:
                yield from self._parameter(before[name], after[name])

    def _parameter(self, old: Parameter, new: Parameter) -> Iterator[Finding]:
        place = f"?{new.wire}"
        if old.wire != new.wire:
            yield self.found("parameter-moved", f"{old.wire} is called {new.wire}", place)
        if old.location != new.location:
            yield self.found("parameter-moved", f"was sent in {old.location} and is in {new.location}", place)
        elif (before := _written(old)) != (after := _written(new)):
            yield self.found("parameter-style-changed", f"was {before} and is {after}", place)
        yield from self._needed("parameter", old, new, place)
        yield from self._sent_type("parameter", old.type, new.type, place)
        if old.description != new.description:
            yield self.found("texts-changed", "of the parameter", place)
        for text in otherwise(old, new, judged=_JUDGED_OF_PARAMETERS):
            yield self.found("changed-otherwise", text, place)

    def _needed(self, what: str, old: Parameter | Body, new: Parameter | Body, place: str) -> Iterator[Finding]:
        if old.required is not new.required:
            became = "required" if new.required else "optional"
            yield self.found(f"{what}-became-{became}", f"becomes {became}", place)

    def _sent_type(self, what: str, old: Type, new: Type, place: str) -> Iterator[Finding]:
        before, after = type_of(old, self.old.schemas), type_of(new, self.new.schemas)
        kind = change(before, after, sent=True)
        rules = {Change.WIDENED: f"{what}-type-widened", Change.OTHER: f"{what}-type-changed"}
        rules |= {Change.CLOSED: "sent-enum-closed", Change.OPENED: "enum-opened"}
        if kind is not Change.NONE:
            yield self.found(rules[kind], f"was {before} and is {after}", place)

    def _body(self) -> Iterator[Finding]:
        old, new = self.before.body, self.after.body
        if old is None and new is not None:
            required = "required" if new.required else "optional"
            yield self.found(f"body-added-{required}", f"new, {required}", "body")
        elif new is None and old is not None:
            yield self.found("body-removed", "gone", "body")
        elif old is not None and new is not None:
            yield from self._needed("body", old, new, "body")
            yield from self._sent_type("body", old.content.type, new.content.type, "body")
            if old.description != new.description:
                yield self.found("texts-changed", "of the body", "body")

    def _answer(self) -> Iterator[Finding]:
        old, new = self.before.success, self.after.success
        before, after = type_in(old.content), type_in(new.content)
        if _is_streamed(old) is not _is_streamed(new) and before is not None and after is not None:
            ways = ["item by item" if _is_streamed(one) else "at once" for one in (old, new)]
            yield self.found("answer-type-changed", f"came {ways[0]} and comes {ways[1]}", "answer")
        if old.status != new.status:
            yield self.found("answer-status-changed", f"{old.status} becomes {new.status}", "answer")
        if before is None and after is not None:
            yield self.found("answer-added", f"is {type_of(after, self.new.schemas)}", "answer")
        elif after is None and before is not None:
            yield self.found("answer-removed", f"was {type_of(before, self.old.schemas)}", "answer")
        elif before is not None and after is not None:
            yield from self._received_type(before, after)
        yield from self._other_answers()
        if self.before.pagination != self.after.pagination:
            text = f"{_paged(self.before.pagination)} becomes {_paged(self.after.pagination)}"
            yield self.found("answer-paging-changed", text, "answer")
        if old.description != new.description:
            yield self.found("texts-changed", "of the answer", "answer")
        if self.before.errors != self.after.errors:
            statuses = [{response.status for response in operation.errors} for operation in (self.before, self.after)]
            names = ", ".join(sorted(statuses[0] ^ statuses[1])) or "their bodies"
            yield self.found("errors-changed", names, "errors")

    def _other_answers(self) -> Iterator[Finding]:
        """What may be answered beside the answer that counts: a method returns the union of all."""
        before, after = _answered(self.before, self.old), _answered(self.after, self.new)
        # Of the answer that counts, its own rules have told.
        for type_ in sorted(after.keys() - before.keys()):
            if after[type_] != self.after.success.status:
                yield self.found("answer-type-changed", f"{after[type_]} may also be {type_}", "answer")
        for type_ in sorted(before.keys() - after.keys()):
            if before[type_] != self.before.success.status:
                yield self.found("answer-type-widened", f"{before[type_]} was {type_}, which is gone", "answer")

    def _received_type(self, old: Type, new: Type) -> Iterator[Finding]:
        before, after = type_of(old, self.old.schemas), type_of(new, self.new.schemas)
        kind = change(before, after, sent=False)
        rules = {Change.WIDENED: "answer-type-widened", Change.OTHER: "answer-type-changed"}
        rules |= {Change.CLOSED: "received-enum-closed", Change.OPENED: "enum-opened"}
        if kind is not Change.NONE:
            yield self.found(rules[kind], f"was {before} and is {after}", "answer")


def _answered(operation: Operation, side: Side) -> dict[str, str]:
    """Each type that an operation may answer, with the status that it comes with."""
    found: dict[str, str] = {}
    for response in operation.successes:
        type_ = type_in(response.content)
        found.setdefault("nothing" if type_ is None else str(type_of(type_, side.schemas)), response.status)
    return found


def _is_streamed(response: Response) -> bool:
    return response.content is not None and reading(response.content.media_type) in STREAMS


def _written(parameter: Parameter) -> str:
    """How a parameter is written, in OpenAPI's words."""
    words = [parameter.media_type or parameter.style, *(["explode"] if parameter.explode else [])]
    return " ".join([*words, *(["allowReserved"] if parameter.reserved else [])])


def _signed(operation: Operation) -> str:
    """The alternatives that sign an operation, as OpenAPI writes them."""
    if operation.security is None:
        return "None"
    return str([{scheme: list(scopes) for scheme, scopes in alternative.items()} for alternative in operation.security])


def _paged(pagination: Pagination | None) -> str:
    """How pages turn, as the normalised document writes it."""
    if pagination is None:
        return "None"
    words = {"items": pagination.items, "page": pagination.page, "page_size": pagination.page_size}
    said = str({word: value for word, value in words.items() if value})
    if pagination.forward is None:
        return said
    about = attrs.asdict(pagination.forward, filter=lambda _, value: bool(value))
    return f"{said} by {about}"
