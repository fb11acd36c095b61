"""Reads the names of models: those of a resource, and those of none."""

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from sdkwright.documents import mapping, unescape
from sdkwright.normalise.identifiers import RESERVED_CLASSES, class_of, with_owners
from sdkwright.stainless.casing import Casings
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import CLIENT, SHARED, is_skipped, resources_of, text

_SCHEMAS: Final = "#/components/schemas/"
_JSON_PATH: Final = re.compile(r"\$\.components\.schemas\.([A-Za-z_]\w*)")


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
            if resource == SHARED:
                migration.shared.add(name)
            if schema in named:
                migration.tell(where, f"{schema} is {named[schema]} already; `types` has both names")
                continue
            public = casings.pascal(name)
            if not public or public in RESERVED_CLASSES or public in named.values():
                migration.tell(where, f"{public} is taken; the class has another name, and `types` has this one")
                continue
            named[schema] = public


def keep_apart(migration: Migration, resources: Iterable[str], reserved: Collection[str] = ()) -> None:
    """Give a model that is called as a class of the package another class; `types` has it under its own name.

    Args:
        migration: What was read; its names are changed.
        resources: The paths of the resources of the package.
        reserved: What else is taken: names of the runtime, and the clients.
    """
    named = migration.names.get("schemas", {})
    classes = {class_of(one) for path in resources for one in with_owners(path)}
    classes |= {f"Async{name}" for name in classes} | {*reserved}
    for schema, public in named.items():
        if public in classes:
            others = classes | {*named.values()}
            named[schema] = next(name for name in _others(public) if name not in others)
            migration.tell(
                f"the model {public}", f"this class is another one, so it is {named[schema]}; `types` has this name"
            )


def _others(public: str) -> Iterator[str]:
    yield f"{public}Model"
    yield from (f"{public}Model{number}" for number in itertools.count(2))


def _declared(node: Mapping[str, Any], place: str) -> Iterator[tuple[str, str, str]]:
    """The models of a resource: the name of each, its place, and its schema; aliases by what they are of."""
    models = mapping(node.get("models"))
    for name, said in models.items():
        if is_skipped(said):
            continue
        about = models.get(text(mapping(said).get("to"))) if mapping(said).get("type") == "alias" else said
        target = text(mapping(about).get("openapi_uri")) if isinstance(about, dict) else text(about)
        match = _JSON_PATH.fullmatch(target)
        yield str(name), f"{place}.{name}", match[1] if match else unescape(target.removeprefix(_SCHEMAS))


def schema_of(reference: str, migration: Migration) -> str:
    """The schema of a model that the configuration names by resource and name; empty where it names none.

    Args:
        reference: As in `chat.chat_completion_chunk`.
        migration: What was read of the models.
    """
    owner, _, name = reference.rpartition(".")
    return migration.models.get("" if owner == SHARED else owner, {}).get(name, "")
