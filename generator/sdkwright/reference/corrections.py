"""Finds what the overlay says of an operation: of its path, or of the schema that it sends."""

import re
from typing import Final

from sdkwright.ir import Api
from sdkwright.normalise import Names, Overlay

# Reasons that say nothing of what the service does: a text where the document has none, "as above".
_SILENT: Final = re.compile(r"The document describes no parameter\.|As above\.|.*; see there\.")


def corrections(api: Api, overlay: Overlay, names: Names) -> dict[str, list[str]]:
    """By operation (`invoices.get`), the reasons of the corrections made to it, each once.

    Args:
        api: The API.
        overlay: The corrections, whose targets name things as the vendor does.
        names: The public names, to find the vendor's.
    """
    vendors: dict[str, list[str]] = {}
    for upstream, public in names.schemas.items():
        vendors.setdefault(public, []).append(upstream)
    found: dict[str, list[str]] = {}
    for operation in api.operations:
        bearers = [f"'{operation.path}'"]
        for public in operation.sent:
            bearers += [*vendors.get(public, ()), public]
        named = re.compile("|".join(rf"(?<!\w){re.escape(bearer)}(?!\w)" for bearer in bearers))
        reasons = [action.reason for action in overlay.actions if named.search(action.target)]
        found[operation.name] = [
            " ".join(reason.split())
            for reason in dict.fromkeys(reasons)
            if not _SILENT.fullmatch(" ".join(reason.split()))
        ]
    return found
