"""Finds what the overlay says of an operation: of its path, or of the schema that it sends."""

import re
from typing import Any, Final

from sdkwright.emit.schemas import referenced
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.sites import operations

# Reasons that say nothing of what the service does: a text where the document has none, "as above".
_SILENT: Final = re.compile(r"The document describes no parameter\.|As above\.|.*; see there\.")


def corrections(document: dict[str, Any], overlay: Overlay, names: Names) -> dict[str, list[str]]:
    """By operation (`invoices.get`), the reasons of the corrections made to it, each once.

    Args:
        document: The normalised document.
        overlay: The corrections, whose targets name things as the vendor does.
        names: The public names, to find the vendor's.
    """
    vendors: dict[str, list[str]] = {}
    for upstream, public in names.schemas.items():
        vendors.setdefault(public, []).append(upstream)
    found: dict[str, list[str]] = {}
    for site in operations(document):
        bearers = [f"'{site.path}'"]
        for public in referenced(site.operation.get("requestBody", {})):
            bearers += [*vendors.get(public, ()), public]
        named = re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in bearers))
        told = [action.reason for action in overlay.actions if named.search(action.target)]
        found[str(site.operation["operationId"])] = [
            " ".join(reason.split())
            for reason in dict.fromkeys(told)
            if not _SILENT.fullmatch(" ".join(reason.split()))
        ]
    return found
