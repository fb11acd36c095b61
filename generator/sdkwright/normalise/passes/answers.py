"""Leaves to answers the media types that are asked for, the best first, each with a schema of what is read."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import OperationSite, enum_sites, operations
from sdkwright.readings import ANY, STREAMS, essence, is_media_type, preference, reading

_RESPONSES: Final = "#/components/responses/"
_SCHEMAS: Final = "#/components/schemas/"
_TEXT: Final = {"type": "string"}
_BYTES: Final = {"type": "string", "format": "binary"}
_BODILESS: Final = frozenset({"204", "205", "304"})
_LISTED: Final = 200
_WHOLE: Final = frozenset({"json", "text", "bytes"})
"""How answers are read that a caller may choose among."""


def plain_answers(document: dict[str, Any], context: Context) -> int:
    """Write out each answer that means success, and keep the media type of every answer that we read.

    JSON comes before text, and text before anything else.
    """
    return _inline(document) + _one_media_type(document, context)


def _inline(document: dict[str, Any]) -> int:
    shared = document["components"].get("responses", {})
    count = 0
    for site in operations(document):
        answers = site.operation["responses"]
        for status in successes(answers):
            if "$ref" in answers[status]:
                answers[status] = copied(_target(answers[status], shared, f"{site.key} response {status}"))
                count += 1
    return count


def _one_media_type(document: dict[str, Any], context: Context) -> int:
    before = {site.key for site in enum_sites(document)}
    count, same = _without_impossible(document, context), dict[str, str]()
    schemas = document["components"].get("schemas", {})
    for where, answer, succeeds in _answers(document):
        count += _Reducing(where, succeeds, schemas, context, same).reduce(answer)
    for key in before - {site.key for site in enum_sites(document)}:
        other = next((chosen for place, chosen in same.items() if key == place or key.startswith(f"{place}.")), None)
        reason = "in a media type that is not read as JSON" if other is None else f"the same enum as under {other}"
        context.ledger.dropped("enum", key, reason)
    return count


def _without_impossible(document: dict[str, Any], context: Context) -> int:
    """Take the bodies out of the answers that HTTP gives none."""
    count = 0
    for site in operations(document):
        for status, answer in site.operation["responses"].items():
            is_bodiless = site.method == "HEAD" or status in _BODILESS
            if is_bodiless and answer.pop("content", None):
                what = "HEAD" if site.method == "HEAD" else "the status"
                context.ledger.tell(_place(site, status), f"{what} allows no body, so that of the document is not read")
                count += 1
    return count


def successes(answers: dict[str, Any]) -> list[str]:
    """The statuses of an operation that mean success, as in `Operation.successes`."""
    return [status for status in answers if status.startswith("2")] or [
        status for status in answers if status == "default"
    ]


def _target(answer: dict[str, Any], shared: dict[str, Any], where: str) -> dict[str, Any]:
    seen: set[str] = set()
    while (reference := answer.get("$ref")) is not None:
        found = shared.get(str(reference).removeprefix(_RESPONSES))
        if found is None or reference in seen:
            raise GeneratorError(f"{where} refers to {str(reference)[:100]!r}, which is no response; correct it.")
        seen.add(reference)
        answer = found
    return answer


def _answers(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every answer with its place, and whether it means success."""
    for name, answer in document["components"].get("responses", {}).items():
        yield f"#responses/{name}", answer, False
    for site in operations(document):
        found = successes(site.operation["responses"])
        for status, answer in site.operation["responses"].items():
            yield _place(site, status), answer, status in found


def _place(site: OperationSite, status: str) -> str:
    # As `schema_sites` names it.
    return f"{site.key} response" if status == "200" else f"{site.key} response {status}"


@attrs.frozen
class _Reducing:
    """Leaves one media type to the answer of a place; to one that means success also those that may be chosen."""

    where: str
    succeeds: bool
    schemas: Mapping[str, Any]
    context: Context
    same: dict[str, str]

    def reduce(self, answer: dict[str, Any]) -> int:
        content: dict[str, Any] = answer.get("content", {})
        if not content:
            answer.pop("content", None)
            return 0
        named = {media_type: media for media_type, media in content.items() if is_media_type(media_type)}
        if strangers := [media_type for media_type in content if media_type not in named]:
            self._tell(f"{', '.join(strangers)[:_LISTED]}: no media type, so it is not asked for")
        # Where none is one, the answer is read by what comes.
        named = named or {ANY: next(iter(content.values()))}
        chosen = min(named, key=preference)
        media = named[chosen]
        self.same.update({f"{self.where} {name}": chosen for name, other in named.items() if other == media})
        stream, kind = self._stream(chosen, named), reading(chosen)
        offered = self._offered(chosen, stream, named)
        # The same schema says another thing of a stream.
        others = {name: other for name, other in named.items() if name not in {chosen, stream, *offered}}
        if lost := [name for name, other in others.items() if other != media or reading(name) in STREAMS - {kind}]:
            self._tell(f"{', '.join(lost)[:_LISTED]}: not asked for beside {chosen[:80]}")
        if stream:
            self._tell(f"{stream[:80]}: given by a method of its own, beside the one for {chosen[:80]}")
        kept = [name for name in (chosen, stream, *offered) if name]
        # Two places must not share what later passes change in one.
        schemas = {name: self._schema(name, copied(named[name].get("schema"))) for name in kept}
        answer["content"] = {name: {"schema": schema} for name, schema in schemas.items()}
        changed: int = sum(name not in content or schemas[name] != named[name].get("schema") for name in kept)
        return len(content) - len(kept) + changed

    def _stream(self, chosen: str, named: Mapping[str, Any]) -> str:
        """The stream that is offered beside JSON and has a method of its own; empty where there is none."""
        if not self.succeeds or reading(chosen) not in {"json", "any"}:
            return ""
        return min((name for name in named if reading(name) in STREAMS), key=preference, default="")

    def _offered(self, chosen: str, stream: str, named: Mapping[str, Any]) -> list[str]:
        """The other media types that a caller may ask for, best first: those that are not the same in other words."""
        if not self.succeeds or reading(chosen) not in _WHOLE:
            return []
        is_json = reading(chosen) == "json"
        seen = {essence(name) for name in (chosen, stream) if name}
        found: list[str] = []
        for name in sorted(named, key=preference):
            # What JSON is declared for too is the same for a client, whatever it is called.
            is_same = is_json and named[name] == named[chosen]
            if reading(name) in _WHOLE and "*" not in name and essence(name) not in seen and not is_same:
                seen.add(essence(name))
                found.append(name)
        return found

    def _schema(self, media_type: str, declared: dict[str, Any] | None) -> dict[str, Any]:
        """What a body of a media type is read as, where the document says something else or nothing."""
        kind = reading(media_type)
        if declared is not None and declared.get("format") == "binary":
            return dict(_BYTES)
        if kind in STREAMS:
            return _item(declared, kind)
        if kind in {"json", "any"}:
            return {} if declared is None else declared
        if declared is not None and not self._is_text(declared):
            self._tell(f"{essence(media_type)[:80]} is read as {kind}, whatever its schema says")
        return dict(_TEXT if kind == "text" else _BYTES)

    def _is_text(self, schema: dict[str, Any]) -> bool:
        name = str(schema.get("$ref", "")).removeprefix(_SCHEMAS)
        schema = self.schemas.get(name, schema)
        return schema.get("type") == "string" and "enum" not in schema

    def _tell(self, what: str) -> None:
        self.context.ledger.tell(self.where, what)


def _item(declared: dict[str, Any] | None, kind: str) -> dict[str, Any]:
    """What one event or line holds: documents describe it, or the list of all."""
    if declared is None:
        return dict(_TEXT) if kind == "events" else {}
    if declared.get("type") == "array" and "items" in declared:
        item: dict[str, Any] = declared["items"]
        return item
    if kind != "events" and declared.get("type") == "string" and "enum" not in declared:
        # The document says that the whole is text, and nothing of a line.
        return {}
    return declared
