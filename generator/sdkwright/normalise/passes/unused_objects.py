"""Drops the objects that were written out in a body or an answer that the client does not use."""

from typing import Any

from sdkwright.documents import escape, walk
from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.objects import ITEM
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.normalise.sites import enum_sites, without_labels


def drop_unused_objects(document: dict[str, Any], context: Context) -> int:
    """Drop each hoisted component that nothing refers to any more, as those of media types that were not chosen."""
    schemas = document["components"]["schemas"]
    hoisted = {f"{SCHEMAS}{escape(name)}": name for name, schema in schemas.items() if ITEM in schema}
    if not hoisted:
        return 0
    before = {without_labels(site.key) for site in enum_sites(document)}
    others = {key: value for key, value in document.items() if key != "components"}
    rest = {key: value for key, value in document["components"].items() if key != "schemas"}
    pending: list[Any] = [others, rest, *(schema for schema in schemas.values() if ITEM not in schema)]
    unused = dict(hoisted)
    while pending:
        for _, node in walk(pending.pop()):
            if isinstance(node, dict) and isinstance(node.get("$ref"), str):
                name = unused.pop(node["$ref"], None)
                pending += [] if name is None else [schemas[name]]
    for name in unused.values():
        del schemas[name]
    for key in before - {without_labels(site.key) for site in enum_sites(document)}:
        context.ledger.dropped("enum", key, "in an object that the client does not use")
    return len(unused)
