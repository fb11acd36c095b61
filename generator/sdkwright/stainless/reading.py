"""Reads a configuration whole: each part by the module that knows it."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright import documents
from sdkwright.errors import GeneratorError
from sdkwright.stainless import client, models, pages, resources, transforms
from sdkwright.stainless.keys import tell_of_keys
from sdkwright.stainless.migration import Migration

_PARTS: Final = (
    "environments", "client_settings", "security_schemes", "query_settings", "resources", "pagination", "settings",
    "openapi", "targets",
)  # fmt: skip


def read(content: bytes, document: Mapping[str, Any], *, name: str) -> Migration:
    """What a configuration says of a document.

    Args:
        content: The configuration, YAML.
        document: The document that it is for, as received.
        name: The file's name, for messages.

    Raises:
        GeneratorError: It is no such configuration, or two methods have the same name.
    """
    found = documents.load(content, name=name)
    if not isinstance(found, dict) or not isinstance(found.get("resources"), dict):
        raise GeneratorError(f"{name}: no configuration of that kind, for it has no mapping `resources`; name another.")
    for part in _PARTS:
        if part in found and found[part] is not None and not isinstance(found[part], dict | list):
            raise GeneratorError(f"{name}: {part} is neither a mapping nor a list; correct it.")
    migration = Migration()
    client.read_client(found, document, migration)
    pages.read_schemes(found, migration)
    models.read_models(found, document, migration)
    resources.read_methods(found, document, migration, name=name)
    transforms.read_transforms(found, document, migration)
    tell_of_keys(found, migration)
    return migration
