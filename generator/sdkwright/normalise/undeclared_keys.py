"""Declares the API keys that a document has as plain parameters and not as security schemes."""

import re
from collections import Counter
from typing import Any, Final

from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.sites import OperationSite, operations

_KEY: Final = re.compile(
    r"(?:x-?)?(?:[a-z0-9]+-){0,3}?(?:api-?(?:key|token)|auth-?(?:key|token)|access-?token|subscription-key)"
)
_AUTHORIZATION: Final = "authorization"
_MOST: Final = 2
"""An API's key is a parameter of at least one of so many operations."""

Place = tuple[str, str]


def declare_keys(document: dict[str, Any], ledger: Ledger) -> None:
    """Make security schemes of parameters that can only be the caller's key.

    A caller gives a key once, to the client, and a scheme's key is kept out of logs and errors. A document that has
    security schemes knows what it wants: nothing is done to it.

    Args:
        document: The document, changed in place.
        ledger: Where it is told.
    """
    if document["components"].get("securitySchemes"):
        return
    sites = [*operations(document)]
    counted = Counter(place for site in sites for place in _places(site))
    found = [place for place, count in counted.items() if count * _MOST >= len(sites)]
    if not found:
        return
    schemes = document["components"].setdefault("securitySchemes", {})
    wires = Counter(wire for _, wire in found)
    names = {(kind, wire): wire if wires[wire] == 1 else f"{kind}-{wire}" for kind, wire in found}
    for (kind, wire), name in names.items():
        schemes[name] = {"type": "apiKey", "in": kind, "name": wire}
        ledger.tell("security", f"the {kind} parameter {wire[:80]!r} of {counted[kind, wire]} operations is an API key")
    for site in sites:
        has = {names[place]: required for place, required in _places(site).items() if place in names}
        together: dict[str, list[str]] = {name: [] for name in sorted(has)}
        site.operation["security"] = [together] if all(has.values()) else [together, {}]


def _places(site: OperationSite) -> dict[Place, bool]:
    """The places of an operation's keys, each with whether it must be given."""
    return {
        (parameter["in"], parameter["name"]): parameter.get("required") is True
        for parameter in site.parameters
        if parameter["in"] in {"header", "query"} and _is_key(parameter)
    }


def _is_key(parameter: dict[str, Any]) -> bool:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", parameter["name"]).lower()
    is_text = parameter.get("schema", {}).get("type", "string") == "string"
    return is_text and (bool(_KEY.fullmatch(words)) or (parameter["in"] == "header" and words == _AUTHORIZATION))
