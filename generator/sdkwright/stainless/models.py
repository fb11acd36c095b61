"""Reads the names of models: those of a resource, and those of none."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkwright.documents import mapping, unescape
from sdkwright.normalise.identifiers import RESERVED_CLASSES
from sdkwright.stainless.casing import Casings
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import CLIENT, SHARED, is_skipped, resources_of, text

_SCHEMAS: Final = "#/components/schemas/"


def read_models(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    """Read the public names of models, and name their schemas.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
    """
    schemas = mapping(mapping(document.get("components")).get("schemas"))
    named, casings = migration.names.setdefault("schemas", {}), Casings(found)
    for resource, place, node in resources_of(found):
        owner = "" if resource in {SHARED, CLIENT} else resource
        for name, where, schema in _declared(node, f"{place}.models"):
            if schema not in schemas:
                migration.tell(where, f"the document has no schema {schema!r}; the name is left out")
                continue
            migration.models.setdefault(owner, {})[name] = schema
            if schema in named:
                migration.tell(where, f"{schema} is {named[schema]} already; `types` has both names")
                continue
            public = casings.pascal(name)
            if not public or public in RESERVED_CLASSES or public in named.values():
                migration.tell(where, f"{public} is taken; the class has another name, and `types` has this one")
                continue
            named[schema] = public


def _declared(node: Mapping[str, Any], place: str) -> Iterator[tuple[str, str, str]]:
    """The models of a resource: the name of each, its place, and its schema; aliases by what they are of."""
    models = mapping(node.get("models"))
    for name, said in models.items():
        if is_skipped(said):
            continue
        about = models.get(text(mapping(said).get("to"))) if mapping(said).get("type") == "alias" else said
        target = text(mapping(about).get("openapi_uri")) if isinstance(about, dict) else text(about)
        yield str(name), f"{place}.{name}", unescape(target.removeprefix(_SCHEMAS))


def schema_of(reference: str, migration: Migration) -> str:
    """The schema of a model that the configuration names by resource and name; empty where it names none.

    Args:
        reference: As in `chat.chat_completion_chunk`.
        migration: What was read of the models.
    """
    owner, _, name = reference.rpartition(".")
    return migration.models.get("" if owner == SHARED else owner, {}).get(name, "")
