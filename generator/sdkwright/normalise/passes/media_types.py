"""Keeps `application/json`, the one media type that the client sends."""

from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import enum_sites, operations

JSON = "application/json"


def json_only(document: dict[str, Any], context: Context) -> int:
    """Drop the other media types of every request body, which must declare the same schema: nothing may be lost."""
    before = {site.key for site in enum_sites(document)}
    count = 0
    for where, content in _contents(document):
        if not content:
            continue
        if JSON not in content:
            raise GeneratorError(
                f"{where}: there is no {JSON}, only {', '.join(content)[:200]}; add one with an overlay action."
            )
        for media_type, media in content.items():
            if media != content[JSON]:
                raise GeneratorError(
                    f"{where}: {media_type[:80]} declares another schema than {JSON}; choose one with an overlay "
                    "action."
                )
        others = [media_type for media_type in content if media_type != JSON]
        for media_type in others:
            del content[media_type]
        count += len(others)
    for key in before - {site.key for site in enum_sites(document)}:
        context.ledger.dropped("enum", key, "the same enum as under application/json")
    return count


def _contents(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    shared = document["components"].get("requestBodies", {})
    found = [(f"requestBodies {name}", body.get("content", {})) for name, body in shared.items()]
    found += [
        (f"{site.key} body", site.operation.get("requestBody", {}).get("content", {})) for site in operations(document)
    ]
    return found
