"""Reads a configuration whole: each part by the module that knows it."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright import documents
from sdkwright.documents import mapping
from sdkwright.errors import GeneratorError
from sdkwright.stainless import client, models, pages, queries, resources, streams, transforms
from sdkwright.stainless.given_names import read_names
from sdkwright.stainless.keys import tell_of_keys
from sdkwright.stainless.known import unknown_keys
from sdkwright.stainless.migration import Migration
from sdkwright.text import clean

_PARTS: Final = (
    "environments", "client_settings", "security_schemes", "query_settings", "resources", "pagination", "settings",
    "openapi", "targets", "security", "custom_casings", "organization",
)  # fmt: skip


def load(content: bytes, *, name: str) -> dict[str, Any]:
    """A configuration as it is written.

    Args:
        content: The configuration, YAML.
        name: The file's name, for messages.

    Raises:
        GeneratorError: It is no such configuration.
    """
    found = documents.load_value(content, name=name)
    if not isinstance(found, dict) or not isinstance(found.get("resources"), dict):
        raise GeneratorError(f"{name}: no configuration of that kind, for it has no mapping `resources`; name another.")
    for part in _PARTS:
        if part in found and found[part] is not None and not isinstance(found[part], dict | list):
            raise GeneratorError(f"{name}: {part} is neither a mapping nor a list; correct it.")
    return found


def read(content: bytes, document: Mapping[str, Any], *, name: str) -> Migration:
    """What a configuration says of a document.

    Args:
        content: The configuration, YAML.
        document: The document that it is for, as received; it is not changed.
        name: The file's name, for messages.

    Raises:
        GeneratorError: It is no such configuration, or two methods have the same name.
    """
    found, migration = load(content, name=name), Migration()
    unknown = dict(unknown_keys(found))
    for place, near in unknown.items():
        meant = f"; did you mean {near}?" if near else ""
        migration.refuse(clean(place), f"no such configuration has this key{meant}", "it is left out")
    changed: dict[str, Any] = documents.copied(document)
    migration.document = changed
    fields = mapping(found.get("settings")).get("unwrap_response_fields")
    migration.unwrapped_fields = tuple(map(str, fields)) if isinstance(fields, list) else ()
    transforms.read_transforms(found, changed, migration)
    client.read_client(found, changed, migration)
    pages.read_schemes(found, migration)
    models.read_models(found, changed, migration)
    resources.read_methods(found, changed, migration, name=name)
    streams.declare_streams(changed, migration)
    # A parameter that is renamed is not known by its former name any more.
    queries.read_queries(found, changed, migration)
    read_names(changed, migration)
    tell_of_keys(found, migration, unknown)
    return migration
