"""Makes text of what a document calls a file within JSON, which has no place for bytes.

`format: binary` says nothing of how bytes are written as text: `format: byte` is base64, and services that send
`binary` in JSON send plain text.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.references import component
from sdkwright.normalise.sites import SchemaSite, inside, operations, reached
from sdkwright.readings import reading


def text_in_json(document: dict[str, Any], context: Context) -> int:
    """Take `format: binary` from what is only within JSON; counts the places.

    What is a whole body, or stands in a form too, stays a file.
    """
    schemas: dict[str, Any] = document["components"]["schemas"]
    bodies = [*_bodies(document)]
    found = [one for key, schema, is_json in bodies if is_json for one in inside(key, schema) if _is_file(one.schema)]
    named = [
        (name, site)
        for name, schema in schemas.items()
        for site in (SchemaSite(name, schema, schemas, name), *inside(name, schema))
        if _is_file(site.schema)
    ]
    if named:
        whole = {component(schema["$ref"], schemas) for _, schema, _ in bodies if "$ref" in schema}
        files = reached((schema for _, schema, is_json in bodies if not is_json), schemas)
        kept = [schemas[name] for name in whole if name is not None]
        found += [one for name, one in named if name not in files and not any(one.schema is other for other in kept)]
    for site in found:
        del site.schema["format"]
        context.ledger.tell(site.key, "`format: binary` within JSON, read as text")
    return len(found)


def _is_file(schema: Mapping[str, Any]) -> bool:
    return (schema.get("type"), schema.get("format")) == ("string", "binary")


def _bodies(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """The schema of each body and answer, with what names it, and whether it is JSON."""
    for site in operations(document):
        answers: dict[str, Any] = site.operation.get("responses", {})
        for key, holder in (("body", site.operation.get("requestBody", {})), *answers.items()):
            for kind, media in holder.get("content", {}).items():
                if "schema" in media:
                    yield f"{site.key} {key}", media["schema"], reading(kind) in {"json", "any", "lines", "sequence"}
