"""What a media type means for how a body is read."""

import re
from typing import Final, Literal, TypeAlias

from sdkwright.media import JSON, LINES, is_json

Reading: TypeAlias = Literal["json", "any", "events", "lines", "sequence", "text", "bytes"]
"""How a body is read: as JSON; by what comes; as server-sent events; as JSON lines, or JSON between record separators;
as text; as bytes."""

ANY: Final = "*/*"

_NAME: Final = r"[A-Za-z0-9!#$&^_.+-]{1,127}"
_MEDIA_TYPE: Final = re.compile(rf"(?:\*|{_NAME})/(?:\*|(?:\*\+)?{_NAME})")
_TEXTS: Final = frozenset({
    "application/xml", "application/csv", "application/yaml", "application/x-yaml", "application/toml",
    "application/javascript", "application/ecmascript", "application/graphql", "application/sql", "application/x-sh",
    "application/x-www-form-urlencoded", "application/x-csv", "application/rtf", "application/x-pem-file",
    "application/pgp-signature", "application/pgp-keys", "application/sdp", "application/x-tex",
})  # fmt: skip
_NAMES: Final[dict[Reading, frozenset[str]]] = {
    "any": frozenset({ANY, "application/*"}),
    "lines": LINES,
    "sequence": frozenset({"application/json-seq", "application/geo+json-seq"}),
    "events": frozenset({"text/event-stream"}),
    "text": _TEXTS,
}
STREAMS: Final[frozenset[Reading]] = frozenset({"events", "lines", "sequence"})
"""What comes item by item."""
_ORDER: Final[tuple[Reading, ...]] = ("json", "any", "lines", "sequence", "events", "text", "bytes")


def essence(media_type: str) -> str:
    """A media type in lower case, without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_media_type(text: str) -> bool:
    """Whether a text is a media type, or a range of them, at all."""
    return _MEDIA_TYPE.fullmatch(essence(text)) is not None


def reading(media_type: str) -> Reading:
    """How a body of a media type is read; one that nobody knows is bytes."""
    name = essence(media_type)
    known = next((kind for kind, names in _NAMES.items() if name in names), None)
    if known is not None:
        return known
    if is_json(name):
        return "json"
    return "text" if name.startswith("text/") or name.endswith(("+xml", "+yaml")) else "bytes"


def preference(media_type: str) -> tuple[int, bool]:
    """Orders the media types of one answer: JSON first and `application/json` before its kin, then text, then bytes."""
    return _ORDER.index(reading(media_type)), essence(media_type) != JSON
