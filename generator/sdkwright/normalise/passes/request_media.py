"""Chooses the media types that a request's body is sent in, best first."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright import media
from sdkwright.normalise.context import Context
from sdkwright.normalise.references import resolved
from sdkwright.normalise.sites import enum_sites, operations

_SYNONYMS: Final = frozenset({"text/json", "application/*+json", "text/x-json", "application/x-json"})
"""Other words for JSON, which a service that takes JSON takes too."""
_FIELDS: Final = frozenset({"json", "form", "multipart"})
"""What the same arguments can be sent as."""
_PLAIN: Final = frozenset({"text", "bytes"})
_SAME: Final = ({"json", "form"}, {"json", "text"})
_LIKE_FORM: Final = frozenset({media.MULTIPART, "multipart/mixed", "multipart/related"})


def choose_request_media(document: dict[str, Any], context: Context) -> int:
    """Put the media types of every request body in their order, best first, and drop those that it cannot be sent in.

    The best is JSON, then `+json`, a form, multipart, text, and any other bytes. Others stay beside it where the same
    arguments can be sent in them.
    """
    before = {site.key for site in enum_sites(document)}
    count = 0
    for site in operations(document):
        body = site.operation.get("requestBody", {})
        if body.get("content"):
            old = body["content"]
            body["content"] = _Choice(f"{site.key} body", document, context).of(old)
            count += list(old) != list(body["content"])
            count += sum(media_type not in body["content"] for media_type in old)
    for key in before - {site.key for site in enum_sites(document)}:
        context.ledger.dropped("enum", key, "the same enum as under application/json, or of a body that is no JSON")
    return count


class _Choice:
    """The choice for one body."""

    def __init__(self, where: str, document: dict[str, Any], context: Context) -> None:
        self._where = where
        self._schemas: dict[str, Any] = document["components"]["schemas"]
        self._context = context

    def of(self, content: dict[str, Any]) -> dict[str, Any]:
        """The media types that are kept, best first."""
        named: dict[str, Any] = {}
        # What is a media type goes before what is read as one.
        for written, about in sorted(content.items(), key=lambda item: not media.essence(item[0])):
            if named and not media.essence(written.partition(";")[0]):
                self._tell(f"{written[:80]!r} is no media type and is not offered beside others")
                continue
            name = self._named(written, about)
            if name in named and not self._is_same(named[name], about):
                self._tell(f"{written[:80]} declares another schema than {name[:80]} and is not offered")
            named.setdefault(name, about)
        first = min(named, key=media.rank)
        if self._prefers_multipart(named, first):
            first = min((name for name in named if media.family(name) == "multipart"), key=media.rank)
        kept = [name for name in sorted(named, key=media.rank) if name == first or self._fits(name, named, first)]
        return {name: self._plain(name, named[name]) for name in sorted(kept, key=lambda name: name != first)}

    def _plain(self, name: str, about: dict[str, Any]) -> dict[str, Any]:
        """What is known of a body: text and bytes are what the caller gives, a form is an object."""
        match media.family(name):
            case "text" | "bytes" as family:
                if self._is_object(about) or self._is_list(about):
                    self._tell(f"{name[:80]} is sent as {family} that the caller writes")
                return {"schema": {"type": "string"} | ({"format": "binary"} if family == "bytes" else {})}
            case "form" | "multipart" if not self._is_object(about):
                self._tell(f"{name[:80]} has no schema of an object, so its fields may be any")
                return {"schema": {"type": "object"}}
            case _:
                return about

    def _named(self, written: str, about: dict[str, Any]) -> str:
        """The media type to send, of one that may be nonsense, a range or have parameters that we choose."""
        essence = media.essence(written)
        if not essence and (essence := media.essence(written.partition(";")[0])):
            self._tell(f"{written[:80]!r} is read as {essence}")
            written = essence
        is_json = self._is_object(about) or self._is_list(about)
        if not essence or (media.is_range(written) and is_json):
            name = media.JSON if is_json else media.BYTES
            if written not in _SYNONYMS:
                self._tell(f"{written[:80]!r} is read as {name}")
            return name
        if essence in media.FORM_SLIPS and self._is_object(about):
            self._tell(f"{essence} is read as {media.FORM_SLIPS[essence]}")
            return media.FORM_SLIPS[essence]
        if essence.startswith("multipart/"):
            # The boundary is ours to choose.
            if essence not in _LIKE_FORM:
                self._tell(f"{essence[:80]} is sent as {media.MULTIPART}")
                return media.MULTIPART
            return essence
        return written.strip().rstrip("; ") if "*" not in essence else essence

    def _prefers_multipart(self, named: dict[str, Any], best: str) -> bool:
        """Whether JSON is only said to be possible: a file of bytes has no place in it."""
        if media.family(best) not in {"json", "form"}:
            return False
        same = [name for name in named if media.family(name) == "multipart" and self._is_same(named[name], named[best])]
        if not same or not self._has_file(named[best]):
            return False
        self._tell(f"{best} has no place for bytes, so {same[0]} is sent")
        return True

    def _fits(self, name: str, named: dict[str, Any], first: str) -> bool:
        """Whether what is given for the first media type can be sent as another; if not, that is told."""
        if name in _SYNONYMS and media.family(first) == "json" and self._is_same(named[name], named[first]):
            return False
        families = {media.family(name), media.family(first)}
        if families in _SAME and media.family(first) == "json" and self._is_same(named[name], named[first]):
            # The same in other words: a form has no null, and XML would have to be written by the caller.
            return False
        if media.is_range(name) and not media.is_range(first):
            self._tell(f"{name} is not offered beside {first}")
            return False
        if families <= _PLAIN and not (self._is_object(named[name]) or self._is_object(named[first])):
            return True
        if families <= _FIELDS and self._is_same(named[name], named[first]):
            is_multipart = media.family(first) == "multipart"
            has_fields = families == {"json"} or self._is_object(named[first])
            if has_fields and not (is_multipart and self._has_file(named[first])):
                return True
        self._tell(f"{name[:80]} is not offered beside {first[:80]}, whose arguments it cannot carry")
        return False

    def _is_same(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        return bool(one.get("schema", {}) == other.get("schema", {}))

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        return resolved(schema, self._schemas)

    def _is_object(self, about: dict[str, Any]) -> bool:
        schema = self._resolved(about.get("schema", {}))
        return schema.get("type") == "object" or "properties" in schema or "allOf" in schema

    def _is_list(self, about: dict[str, Any]) -> bool:
        schema = self._resolved(about.get("schema", {}))
        return schema.get("type") == "array" or "items" in schema

    def _has_file(self, about: dict[str, Any]) -> bool:
        return any(
            schema.get("type") == "string" and schema.get("format") == "binary"
            for property_ in self._resolved(about.get("schema", {})).get("properties", {}).values()
            for schema in self._levels(property_)
        )

    def _levels(self, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
        schema = self._resolved(schema)
        yield schema
        if schema.get("type") == "array":
            yield self._resolved(schema.get("items", {}))

    def _tell(self, what: str) -> None:
        self._context.ledger.tell(self._where, what)
