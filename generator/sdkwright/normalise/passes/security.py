"""Says of every operation which security schemes sign it, and drops parameters that repeat one."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sdkwright.normalise.context import Context
from sdkwright.normalise.credentials import OWN_HEADERS, Requirement, requirements, stated, usable_schemes
from sdkwright.normalise.sites import OperationSite, operations, parameter_enums
from sdkwright.normalise.undeclared_keys import declare_keys

_HEADER: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_IGNORED: Final = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI says that parameters of these names are ignored: media types and security schemes say what is sent."""


def _not_a_callers(name: str) -> str:
    """Why no caller can give a header; empty if one can."""
    if name.lower() in _IGNORED:
        return "OpenAPI ignores a header parameter of this name"
    if name.lower() in OWN_HEADERS:
        return "the client itself says it"
    return "" if _HEADER.fullmatch(name) else "no header can have this name"


def auth_headers_to_security(document: dict[str, Any], context: Context) -> int:
    """Give each operation its `security`, and drop parameters that repeat an API key.

    Where the document does not say what operations need, and declares keys as parameters, every operation requires all
    of them together. Where it says nothing at all, the schemes that the project declares are required; with none
    declared, what the caller gives is sent.
    """
    declare_keys(document, context.ledger)
    schemes = usable_schemes(document, context.ledger)
    says, whole = stated(document), document.pop("security", None)
    keys = {(scheme["in"], scheme["name"]): name for name, scheme in schemes.items() if scheme.get("type") == "apiKey"}
    fallback = None if says else _unstated(document, schemes, keys, context)
    count = 0
    for site in operations(document):
        if fallback is None:
            said = site.operation.get("security", whole)
            found = requirements(said, site.key, schemes, context.ledger)
        else:
            found = fallback
        site.operation["security"] = [
            {name: [*scopes] for name, scopes in alternative.items()} for alternative in found
        ]
        used = {name for alternative in found for name in alternative}
        _require_together(site, {place: name for place, name in keys.items() if name in used}, context)
        count += _without_keys(site, keys, used, context)
    return count


def _require_together(site: OperationSite, keys: Mapping[tuple[str, str], str], context: Context) -> None:
    """Require keys together that are alternatives of each other, where the parameters that repeat them are required."""
    required = [parameter for parameter in site.parameters if parameter.get("required") is True]
    wanted = sorted({keys[place] for one in required if (place := (one["in"], one["name"])) in keys})
    said: list[Requirement] = site.operation["security"]
    if len(wanted) > 1 and not any({*wanted} <= alternative.keys() for alternative in said):
        context.ledger.tell(site.key, f"{' and '.join(wanted)[:80]} are required together, as their parameters are")
        whole = {tuple(sorted(found)): found for found in (_together(wanted) | one for one in said if one)}
        site.operation["security"] = [*whole.values()]


def _unstated(
    document: dict[str, Any], schemes: Mapping[str, Any], keys: Mapping[tuple[str, str], str], context: Context
) -> list[Requirement]:
    """What each operation requires of a document that nowhere says it."""
    parameters = [parameter for site in operations(document) for parameter in site.parameters]
    declared = {place for parameter in parameters if (place := (parameter["in"], parameter["name"])) in keys}
    if declared:
        places = {place for place, _ in declared}
        return [_together(name for (place, _), name in keys.items() if place in places)]
    if not schemes:
        return []
    configured = [security.scheme for security in context.configuration.security if security.scheme in schemes]
    if configured:
        context.ledger.tell("security", "the document requires none anywhere; what spec/sdk.toml declares is required")
        return [_together(configured)]
    context.ledger.tell("security", "the document requires none anywhere; what the caller gives is sent")
    return [*(_together([name]) for name in schemes), {}]


def _together(names: Iterable[str]) -> Requirement:
    return {name: [] for name in sorted(names)}


def _drop(site: OperationSite, parameter: dict[str, Any], reason: str, context: Context) -> None:
    """Record that a parameter is gone, and the enums in it."""
    context.ledger.dropped("parameter", site.parameter_key(parameter), reason)
    for enum in parameter_enums(site, parameter):
        context.ledger.dropped("enum", enum, reason)


def _without_keys(site: OperationSite, keys: Mapping[tuple[str, str], str], used: set[str], context: Context) -> int:
    kept, count = [], 0
    for parameter in site.parameters:
        scheme = keys.get((parameter["in"], parameter["name"]))
        if scheme is not None and scheme in used:
            _drop(site, parameter, f"the security scheme {scheme}", context)
            count += 1
        elif parameter["in"] == "header" and (reason := _not_a_callers(parameter["name"])):
            _drop(site, parameter, reason, context)
            count += 1
        else:
            kept.append(parameter)
    site.operation["parameters"] = kept
    return count
