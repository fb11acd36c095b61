"""The corpus: payloads in positions, documents that are hostile as a whole, and the base with each value spoilt."""

import json
from collections.abc import Iterator
from typing import Any

import attrs

from sdkwright.documents import copied, walk
from tests.generator.hostile.base import CREATE, DOCUMENT, GET, LIST, NAMES, Draft, Json
from tests.generator.hostile.payloads import TEXTS, VALUES
from tests.generator.hostile.positions import POSITIONS


@attrs.frozen
class Hostile:
    """One document.

    Attributes:
        id: What is said and where.
        like: The position, whose honest document gives the same code.
        honest: What that document has there.
        data: The document as received.
        names: The tables of names.toml.
        shown: An identifier that the document gives to generated code, and the honest one it replaces.
        refused: Whether it must be refused.
        has_braces: Whether what is said may be a template.
    """

    id: str
    like: str
    data: bytes = attrs.field(repr=False)
    names: dict[str, dict[str, str]] = attrs.field(repr=False)
    shown: dict[str, str] = attrs.field(factory=dict)
    refused: bool = False
    honest: str = ""
    has_braces: bool = False


def documents() -> Iterator[Hostile]:
    """All of them, always the same ones in the same order."""
    for place in POSITIONS:
        yield from placed(place)
    yield from whole()


def placed(place: str) -> Iterator[Hostile]:
    """Every payload in one position, or a sample of them; the samples of neighbouring positions differ."""
    position, first = POSITIONS[place], list(POSITIONS).index(place)
    payloads = list((TEXTS | (VALUES if position.takes_values else {})).items())
    for said, payload in payloads[first % position.every :: position.every]:
        yield document(place, payload, name=f"{said} as {place}")


def whole() -> Iterator[Hostile]:
    """The documents that are hostile as a whole."""
    for name, data in _whole():
        yield Hostile(name, "", data, NAMES, refused=True)
    for name, draft in _cyclic():
        yield Hostile(name, "", _encoded(draft.document), draft.names)


def document(place: str, payload: Any, *, name: str = "") -> Hostile:
    """The base with `payload` in one place."""
    draft = Draft()
    POSITIONS[place].put(draft, payload)
    return Hostile(
        name,
        place,
        _encoded(draft.document),
        draft.names,
        draft.shown,
        refused=POSITIONS[place].fate == "refused",
        honest=POSITIONS[place].honest(payload),
        has_braces="{" in str(payload),
    )


def spoilt() -> Iterator[Hostile]:
    """The base with each of its values taken away or replaced by one of another kind."""
    pointers = [pointer for pointer, _ in walk(DOCUMENT) if pointer]
    for pointer in pointers:
        *above, last = (_step(text) for text in pointer.split("/")[1:])
        for kind, value in _OTHERS.items():
            changed = copied(DOCUMENT)
            parent: Any = changed
            for step in above:
                parent = parent[step]
            if value is ...:
                del parent[last]
            else:
                parent[last] = value
            yield Hostile(f"{kind} at {pointer}", "", _encoded(changed), NAMES)


_OTHERS: dict[str, Any] = {"gone": ..., "null": None, "text": "text", "array": [], "object": {}}


def _step(text: str) -> str | int:
    """One step of a pointer; no key of the base but the status 200 is a number."""
    return int(text) if text.isdecimal() and text != "200" else text.replace("~1", "/").replace("~0", "~")


def _encoded(document: Json) -> bytes:
    # Escaped, as an attacker would write what is no UTF-8.
    return json.dumps(document).encode("ascii")


def _whole() -> Iterator[tuple[str, bytes]]:
    """Bytes to be refused before anything looks at a schema."""
    base = _encoded(DOCUMENT)
    deep = 200_000
    yield "arrays without end", b"[" * deep
    yield "objects without end", b'{"a":' * deep
    yield "yaml sequences without end", b"a: " + b"[" * 20_000
    yield "yaml indented without end", b"\n".join(b" " * depth + b"a:" for depth in range(500))
    yield "billion laughs", b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(30))
    yield "yaml tag that runs", b"openapi: !!python/object/apply:os.system ['touch PWNED']\n"
    yield "yaml tag that imports", b"!!python/module:os\n"
    yield "yaml tag with new", b"a: !!python/object/new:type [x, [], {}]\n"
    yield "yaml merge of itself", b"a: &a\n  <<: *a\n"
    yield "yaml documents", base.replace(b'{"openapi"', b'---\n{"openapi"', 1) + b"\n---\nopenapi: 3.0.1\n"
    yield "key twice", base.replace(b'"info":', b'"openapi": "3.0.1", "info":', 1)
    yield "not a number", base.replace(b'"v1"', b"NaN", 1)
    yield "infinite", base.replace(b'"v1"', b"1e999", 1)
    yield "number without end", base.replace(b'"v1"', b"9" * 10_000, 1)
    yield "other encoding", base.decode().encode("utf-16")
    yield "not utf-8", base.replace(b"Notes", b"\xff\xfe", 1)
    yield "truncated", base[: len(base) // 2]
    yield "html", b"<!doctype html><title>503</title>"
    yield "python", b"__import__('os').system('touch PWNED')"
    yield "pickle", b"\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x93\x94\x8c\x0btouch PWNED\x94\x85\x94R\x94."
    yield "swagger 2.0", base.replace(b'"openapi": "3.0.1"', b'"swagger": "2.0"', 1)
    yield "openapi 4.0", base.replace(b'"3.0.1"', b'"4.0.0"', 1)
    yield "too large", base + b" " * 20_000_000


def _misdirected() -> Iterator[tuple[str, Draft]]:
    """References to the schema itself and to what is none."""
    for keyword in ("allOf", "oneOf", "anyOf"):
        draft = Draft()
        draft.schemas["NoteApi"][keyword] = [{"$ref": "#/components/schemas/NoteApi"}]
        yield f"{keyword} itself", draft
    for target in (
        "",
        "#",
        "#/",
        "#/info",
        "file:///etc/passwd",
        "//example.com/x",
        "https://example.com/x.json#/a",
        "x.json",
    ):
        draft = Draft()
        draft.text["$ref"] = target
        yield f"reference to {target!r}", draft


def _cyclic() -> Iterator[tuple[str, Draft]]:
    """References in circles and values within values, which may be refused or not, but always end."""
    yield from _misdirected()
    for depth in (10, 40, 85, 95, 120):
        draft = Draft()
        schema: Json = {"type": "string"}
        for _ in range(depth):
            schema = {"type": "array", "items": schema}
        draft.schemas["NoteApi"]["properties"]["Text"] = schema
        yield f"{depth} arrays in one another", draft
        draft = Draft()
        for level in range(depth // 2):
            schema = {"type": "object", "properties": {"a": schema}}
            draft.names["schemas"][f"NoteApi.Text{'.a' * level}"] = f"Nested{level}"
        draft.schemas["NoteApi"]["properties"]["Text"] = schema
        yield f"{depth} objects in one another", draft
    for steps in (1, 2, 50):
        draft = Draft()
        for step in range(steps):
            following = {"$ref": f"#/components/schemas/Cycle{(step + 1) % steps}"}
            draft.schemas[f"Cycle{step}"] = {"type": "object", "properties": {"Next": following}}
            draft.names["schemas"][f"Cycle{step}"] = f"Cycle{step}"
        yield f"{steps} objects in a circle", draft
        draft = Draft()
        for step in range(steps):
            draft.schemas[f"Cycle{step}"] = {"$ref": f"#/components/schemas/Cycle{(step + 1) % steps}"}
            draft.names["schemas"][f"Cycle{step}"] = f"Cycle{step}"
        yield f"{steps} references in a circle", draft
    for kind in ("requestBodies", "responses"):
        draft = Draft()
        draft.document["components"][kind] = {"Again": {"$ref": f"#/components/{kind}/Again"}}
        draft.document["paths"][CREATE]["post"]["requestBody"] = {"$ref": "#/components/requestBodies/Again"}
        draft.getting["responses"]["200"] = {"$ref": "#/components/responses/Again"}
        yield f"{kind} of itself", draft
    for path in (LIST, CREATE, GET):
        draft = Draft()
        draft.document["paths"][path] = {"$ref": f"#/paths/{path.replace('/', '~1')}"}
        yield f"path {path} of itself", draft
