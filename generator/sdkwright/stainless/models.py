"""Reads the names of models: those of a resource, and those of none."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import RESERVED_CLASSES
from sdkwright.normalise.naming.words import camel
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import SHARED, resources_of, text

_SCHEMAS: Final = "#/components/schemas/"


def read_models(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    """Read the public names of models, and name their schemas.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
    """
    schemas = mapping(mapping(document.get("components")).get("schemas"))
    named = migration.names.setdefault("schemas", {})
    for resource, place, node in resources_of(found):
        owner = "" if resource == SHARED else resource
        for name, target in mapping(node.get("models")).items():
            where = f"{place}.models.{name}"
            schema = text(target).removeprefix(_SCHEMAS)
            if schema not in schemas:
                migration.tell(where, f"the document has no schema {schema!r}; the name is left out")
                continue
            migration.models.setdefault(owner, {})[str(name)] = schema
            if schema in named:
                migration.tell(where, f"{schema} is {named[schema]} already; `types` has both names")
                continue
            public = camel(str(name).replace("_", " "))
            if public in RESERVED_CLASSES or public in named.values():
                migration.tell(where, f"{public} is taken; the class has another name, and `types` has this one")
                continue
            named[schema] = public


def schema_of(reference: str, migration: Migration) -> str:
    """The schema of a model that the configuration names by resource and name; empty where it names none.

    Args:
        reference: As in `chat.chat_completion_chunk`.
        migration: What was read of the models.
    """
    owner, _, name = reference.rpartition(".")
    return migration.models.get("" if owner == SHARED else owner, {}).get(name, "")
