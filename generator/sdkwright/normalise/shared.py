"""Gives every operation its own parameters and servers: those of its path, and what its references stand for."""

from typing import Any, Final

from sdkwright.documents import copied, unescape
from sdkwright.errors import GeneratorError
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.sites import path_operations

_PARAMETERS: Final = "#/components/parameters/"
_CHAIN: Final = 20


def unshare(document: dict[str, Any], ledger: Ledger | None = None) -> dict[str, Any]:
    """Write out the parameters and servers of every operation, where it stands; what they were shared by goes.

    An operation's own parameter comes before that of its path of the same name and place.

    Args:
        document: A document whose structure was checked; it is changed.
        ledger: Takes what was mended; None to say nothing.

    Returns:
        The document.

    Raises:
        GeneratorError: A reference leads to no parameter.
    """
    shared = document.get("components", {}).pop("parameters", {})
    for path, item in document["paths"].items():
        own, servers = item.pop("parameters", []), item.pop("servers", [])
        of_path = [_resolved(parameter, shared, path) for parameter in own]
        for method, operation in path_operations(item):
            where = f"{method} {path}"
            of_operation = [_resolved(parameter, shared, where) for parameter in operation.get("parameters", [])]
            parameters = _single(of_operation, where, ledger)
            known = {_identity(parameter) for parameter in parameters}
            inherited = [copied(one) for one in _single(of_path, path, ledger) if _identity(one) not in known]
            if inherited or parameters:
                operation["parameters"] = [*inherited, *parameters]
            if servers and not operation.get("servers"):
                operation["servers"] = copied(servers)
    return document


def _resolved(parameter: dict[str, Any], shared: dict[str, Any], where: str) -> dict[str, Any]:
    found = parameter
    for _ in range(_CHAIN):
        if "$ref" not in found:
            return found if found is parameter else copied(found)
        target = str(found["$ref"])
        name = unescape(target.removeprefix(_PARAMETERS))
        found = shared.get(name, {}) if target.startswith(_PARAMETERS) else {}
        if not found:
            break
    raise GeneratorError(
        f"{where[:200]}: a parameter refers to {str(parameter['$ref'])[:100]!r}, which is no parameter; write it out "
        "with an overlay action."
    )


def _identity(parameter: dict[str, Any]) -> tuple[str, str]:
    # HTTP has no case in the names of headers.
    name = str(parameter.get("name"))
    return str(parameter.get("in")), name.lower() if parameter.get("in") == "header" else name


def _single(parameters: list[dict[str, Any]], where: str, ledger: Ledger | None) -> list[dict[str, Any]]:
    """Each parameter once, the last one that says something."""
    found = {_identity(parameter): parameter for parameter in parameters}
    if ledger is not None and len(found) != len(parameters):
        names = [_identity(parameter) for parameter in parameters]
        for place, name in sorted({identity for identity in names if names.count(identity) > 1}):
            ledger.tell(where, f"the {place} parameter {name} is there twice; the last one counts")
    return list(found.values())
