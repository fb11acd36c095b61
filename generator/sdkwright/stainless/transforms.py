"""Reads the transforms of the document, the counterpart of our overlay."""

from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.tree import text

# What our own reading of a document does by itself.
_OURS: Final = {
    "oneOfToAnyOf": "nothing to do; a value is sent as any member that it fits, be it of oneOf or anyOf",
    "nullableToType": "nothing to do; both spellings of null are read",
    "allOfToProperties": "nothing to do; parts of allOf are joined anyway",
    "filterOutInvalidRefs": "nothing to do; a reference that leads nowhere is mended and told",
}


def read_transforms(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration) -> None:
    """Read the transforms as actions of the overlay.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
    """
    del document
    about = mapping(found.get("openapi"))
    for key in ("transforms", "transformations"):
        for number, node in enumerate(about.get(key) or ()):
            _transform(mapping(node), f"openapi.{key}.{number}", migration)


def _transform(node: Mapping[str, Any], place: str, migration: Migration) -> None:
    command, reason = text(node.get("command")), " ".join(text(node.get("reason")).split())
    arguments = mapping(node.get("args"))
    targets = arguments.get("target")
    targets = [targets] if isinstance(targets, str) else [one for one in targets or () if isinstance(one, str)]
    description = reason or f"The transform {command} of the configuration."
    if command in _OURS:
        migration.tell(place, f"{command}: {_OURS[command]}")
    elif command in {"merge", "update"} and targets and isinstance(arguments.get("object"), dict):
        migration.overlay += [
            {"target": target, "description": description, "update": arguments["object"]} for target in targets
        ]
    elif command == "remove" and targets:
        keys = arguments.get("keys")
        paths = [f"{target}['{key}']" for target in targets for key in keys] if isinstance(keys, list) else targets
        migration.overlay += [{"target": path, "description": description, "remove": True} for path in paths]
    else:
        migration.tell(place, f"the command {command or '(none)'} has no counterpart; write it as an overlay action")
