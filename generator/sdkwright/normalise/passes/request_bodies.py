"""Puts referenced request bodies where they are used."""

from typing import Any

from sdkwright.documents import copied
from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import operations


def inline_request_bodies(document: dict[str, Any], _context: Context) -> int:
    """Replace each `$ref` to `components.requestBodies` by what it refers to, and drop those components."""
    bodies = document["components"].pop("requestBodies", {})
    count = 0
    for site in operations(document):
        reference = site.operation.get("requestBody", {}).get("$ref")
        if reference is None:
            continue
        body = bodies.get(reference.removeprefix("#/components/requestBodies/"))
        if body is None or "$ref" in body:
            raise GeneratorError(
                f"{site.key}: the request body refers to {reference[:100]!r}, which is no request body."
            )
        site.operation["requestBody"] = copied(body)
        count += 1
    return count
