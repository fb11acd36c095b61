"""Lets the document say which methods answer streams, where only the configuration says it."""

from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.sites import method_steps, of_method
from sdkwright.stainless.migration import Method, Migration
from sdkwright.stainless.transforms import correct, normalized

EVENTS: Final = "text/event-stream"
_SCHEMAS: Final = "#/components/schemas/"


def declare_streams(document: dict[str, Any], migration: Migration) -> None:
    """Add what a stream consists of to the answers of methods that stream, where they lack it.

    Args:
        document: The document, which is changed.
        migration: What was read of the methods.
    """
    seen = set[str]()
    for method in migration.methods:
        if method.streams and method.endpoint not in seen:
            seen.add(method.endpoint)
            _declare(method, document, migration)


def _declare(method: Method, document: dict[str, Any], migration: Migration) -> None:
    verb, _, path = method.endpoint.partition(" ")
    responses = mapping(of_method(mapping(mapping(document.get("paths")).get(path)), verb).get("responses"))
    status = next((str(one) for one in responses if str(one).startswith("2")), "")
    response = mapping(responses.get(status))
    content = response.get("content")
    if not status or "$ref" in response or not isinstance(content, dict | None):
        migration.tell(f"{method.place}.streaming", "the document has no answer of its own for it; it is not typed")
        return
    if EVENTS in mapping(content):
        return
    schema = {"$ref": f"{_SCHEMAS}{method.event_model}"} if method.event_model else {}
    action = {
        "target": normalized(("paths", path, *method_steps(verb), "responses", status)),
        "description": "The configuration says that this answers a stream.",
        "update": {"content": {EVENTS: {"schema": schema}}},
    }
    correct(action, document, migration)
