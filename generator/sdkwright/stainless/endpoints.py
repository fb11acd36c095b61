"""Finds the operation of the document that an endpoint of the configuration names."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.sites import of_method, path_operations
from sdkwright.stainless.migration import Migration

_ENDPOINT: Final = re.compile(r"\s*([a-z]+)\s+(/\S*)\s*", re.IGNORECASE)
_PARAMETER: Final = re.compile(r"\{([^{}]*)\}")


def path_parameters(endpoint: str) -> list[str]:
    """The parameters of an endpoint's path, in order.

    Args:
        endpoint: As in `GET /notes/{note_id}`.
    """
    return [str(name) for name in _PARAMETER.findall(endpoint)]


class Endpoints:
    """The operations of a document, as the ledger calls them.

    Args:
        document: The document.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._paths = mapping(document.get("paths"))
        items = self._paths.items()
        keys = [f"{method} {path}" for path, item in items for method, _ in path_operations(mapping(item))]
        exact = {key: key for key in keys}
        # What parameters are called in the configuration does not matter.
        self._known = {_PARAMETER.sub("{}", key): key for key in exact} | exact

    def of(self, endpoint: str, place: str, migration: Migration) -> str | None:
        """The operation that is meant; None where there is none, which is told.

        Args:
            endpoint: As the configuration writes it, `get /notes`.
            place: Where it stands there.
            migration: Where it is told.
        """
        match = _ENDPOINT.fullmatch(endpoint)
        if match is None:
            migration.refuse(place, "no endpoint such as `get /path`", "the method is left out")
            return None
        key = f"{match[1].upper()} {match[2]}"
        known = self._known.get(key) or self._known.get(_PARAMETER.sub("{}", key))
        if known is None:
            near = difflib.get_close_matches(key, [*self._known], n=1, cutoff=0.4)
            meant = f"; the nearest is {self._known[near[0]]}" if near else ""
            migration.refuse(place, f"the document has no {key}{meant}", "the method is left out")
        return known

    def operation(self, endpoint: str) -> dict[str, Any]:
        """An operation with the parameters that its path has for all.

        Args:
            endpoint: As the ledger calls it.
        """
        method, _, path = endpoint.partition(" ")
        item = mapping(self._paths.get(path))
        operation, shared = of_method(item, method), item.get("parameters")
        if not isinstance(shared, list):
            return operation
        own = operation.get("parameters")
        return {**operation, "parameters": [*(own if isinstance(own, list) else ()), *shared]}
