"""Reads the webhooks of a document: what the service sends to its callers, each an event by a name.

OpenAPI 3.0 has none. What is kept of each stands below an extension of ours, and its body among the components, so that
whatever is done to schemas is done to these too.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, TypeAlias

from sdkwright.documents import mapping, unescape
from sdkwright.normalise.references import reference as reference_to
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.normalise.sites import WEBHOOKS, path_operations
from sdkwright.plain_values import Tell
from sdkwright.readings import is_media_type, preference, reading
from sdkwright.text import clean

_BODIES: Final = "#/components/requestBodies/"
_WORD: Final = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])|[A-Z]")
_LONGEST: Final = 200
_SAID: Final = ("summary", "description")

Resolve: TypeAlias = Callable[[Any], Any]


def take_webhooks(document: dict[str, Any], resolve: Resolve, tell: Tell) -> None:
    """Move the webhooks of a document below the extension, and their bodies among the components, in place.

    Documents of OpenAPI 3.0 have them below `x-webhooks`, a word of several tools; what was moved there stays.

    Args:
        document: Its structure may be wrong anywhere.
        resolve: Gives what a reference to a path item leads to; any other thing as it is.
        tell: Takes the place and what is read as less than it says.
    """
    found = {**mapping(document.pop(WEBHOOKS, None)), **mapping(document.pop("webhooks", None))}
    events: dict[str, Any] = {}
    for name, given in found.items():
        item = mapping(resolve(given))
        operations = [(method.lower(), one) for method, one in path_operations(item) if isinstance(one, dict)]
        for method, operation in operations:
            called = name if len(operations) == 1 else f"{name} {method}"
            where = f"/webhooks/{called}"[:_LONGEST]
            if not _is_name(called):
                tell(where, "a webhook whose name is too long or not printable, which is not read")
                continue
            if item.get("parameters") or operation.get("parameters"):
                tell(where, "the parameters of a webhook are for whoever receives it, and not read")
            event = _event(called, operation, document, partial(tell, where))
            if event is not None:
                events[called] = event
        if not operations and isinstance(item.get("schema"), dict) and _is_name(name):
            events[name] = item | {"schema": {"$ref": _among_components(name, item["schema"], document)}}
        elif not operations:
            tell(f"/webhooks/{name}"[:_LONGEST], "a webhook without an operation, of which there is nothing to read")
    if events:
        document[WEBHOOKS] = events


def kept_webhooks(document: dict[str, Any]) -> dict[str, Any]:
    """The extension with what is known of each webhook; empty where there is none.

    Args:
        document: A document in the form of OpenAPI 3.0.
    """
    return {
        name: {word: event[word] for word in ("schema", *_SAID) if word in event}
        for name, event in mapping(document.get(WEBHOOKS)).items()
        if isinstance(event, dict) and isinstance(event.get("schema"), dict)
    }


def _event(name: str, operation: dict[str, Any], document: dict[str, Any], tell: Callable[[str], None]) -> Any:
    """What is kept of a webhook; None where it has no body to read."""
    content = mapping(_body(operation.get("requestBody"), document).get("content"))
    bodies = [(media_type, media) for media_type, media in content.items() if isinstance(media, dict)]
    if not bodies:
        tell("a webhook without a body, of which there is nothing to read")
        return None
    typed = [(media_type, media) for media_type, media in bodies if is_media_type(media_type)]
    media_type, media = min(typed or bodies, key=lambda one: preference(one[0]))
    if len(bodies) > 1:
        tell(f"a webhook with bodies of several media types, read as {clean(media_type)}")
    schema = media.get("schema")
    reference = _among_components(name, schema if isinstance(schema, dict) else {}, document)
    if reading(media_type) not in {"json", "any"}:
        tell(f"a webhook whose body is {clean(media_type)}: its model is written, and nothing reads it")
        return None
    return {
        "schema": {"$ref": reference},
        **{word: operation[word] for word in _SAID if isinstance(operation.get(word), str)},
    }


def _body(node: Any, document: dict[str, Any]) -> dict[str, Any]:
    """A body behind its references among the components; empty for one that leads nowhere."""
    bodies = mapping(mapping(document.get("components")).get("requestBodies"))
    for _ in range(len(bodies) + 1):
        reference = mapping(node).get("$ref")
        if not isinstance(reference, str):
            break
        node = bodies.get(unescape(reference.removeprefix(_BODIES)))
    return mapping(node)


def _among_components(name: str, schema: dict[str, Any], document: dict[str, Any]) -> str:
    """A reference to the schema of a body, which becomes a component unless it is one already."""
    reference = schema.get("$ref")
    if isinstance(reference, str) and len(schema) == 1 and reference.startswith(SCHEMAS):
        return reference
    if not isinstance(document.get("components"), dict):
        document["components"] = {}
    components = document["components"]
    if not isinstance(components.get("schemas"), dict):
        components["schemas"] = {}
    called = next(one for one in _names(name) if one not in components["schemas"])
    components["schemas"][called] = schema
    return reference_to(called)


def _names(webhook: str) -> Iterator[str]:
    """What the schema of a body may be called: `OrderPaidEvent` for `order.paid`."""
    words = [word[:1].upper() + word[1:] for word in _WORD.findall(webhook)]
    called = "".join(words)[:_LONGEST] or "Webhook"
    called = called if called.endswith("Event") else f"{called}Event"
    yield called
    number = 2
    while True:
        yield f"{called}{number}"
        number += 1


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and text.isprintable()
