"""Reads the security schemes of a document, and what the operations require of them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sdkwright.errors import GeneratorError
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.sites import operations

_KNOWN: Final = ("type", "name", "in", "description", "scheme", "flows", "openIdConnectUrl")
_FLOWS: Final = ("implicit", "password", "clientCredentials", "authorizationCode")
_FLOW: Final = ("tokenUrl", "refreshUrl", "scopes")
_PLACES: Final = ("header", "query", "cookie")
_REFERENCE: Final = "#/components/securitySchemes/"
_LONGEST: Final = 80

Requirement = dict[str, list[str]]


def rebuilt_schemes(
    schemes: Mapping[str, Any], pick: Callable[[dict[str, Any], tuple[str, ...]], dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """The security schemes with the keywords that we know, and references to others written out.

    Args:
        schemes: Those of the document.
        pick: Takes the known keywords of an object.
    """
    found: dict[str, dict[str, Any]] = {}
    for name, scheme in schemes.items():
        node = pick(_resolved(scheme, schemes), _KNOWN)
        if isinstance(flows := node.get("flows"), dict):
            node["flows"] = {
                kind: pick(flow, _FLOW) for kind, flow in pick(flows, _FLOWS).items() if isinstance(flow, dict)
            }
        found[name] = node
    return found


def _resolved(scheme: Any, schemes: Mapping[str, Any]) -> dict[str, Any]:
    for _ in schemes:
        reference = scheme.get("$ref") if isinstance(scheme, dict) else None
        if not isinstance(reference, str):
            break
        scheme = schemes.get(reference.removeprefix(_REFERENCE), {})
    return scheme if isinstance(scheme, dict) and "$ref" not in scheme else {}


def usable_schemes(document: dict[str, Any], ledger: Ledger) -> dict[str, dict[str, Any]]:
    """The security schemes that say enough to sign a request; the others are told.

    Args:
        document: The document.
        ledger: Where to.
    """
    found: dict[str, dict[str, Any]] = {}
    for name, scheme in document["components"].get("securitySchemes", {}).items():
        if problem := _problem(scheme):
            ledger.tell(f"security scheme {name}", f"{problem}, so nothing is sent for it")
        else:
            found[name] = scheme
    return found


def _problem(scheme: Mapping[str, Any]) -> str:
    match scheme.get("type"):
        case "apiKey" if scheme.get("in") not in _PLACES or not _is_text(scheme.get("name")):
            return "has no name, or no place that a request has"
        case "http" if not _is_text(scheme.get("scheme")):
            return "does not say which scheme of HTTP it is"
        case "oauth2" | "openIdConnect" | "mutualTLS" | "apiKey" | "http":
            return ""
        case _:
            return "is of no kind that OpenAPI knows"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def stated(document: Mapping[str, Any]) -> bool:
    """Whether a document says anywhere which credentials its operations need."""
    return "security" in document or any("security" in site.operation for site in operations(dict(document)))


def requirements(value: object, where: str, schemes: Mapping[str, Any], ledger: Ledger) -> list[Requirement]:
    """The alternatives that a document requires, without schemes that it does not have.

    Args:
        value: What stands under `security`.
        where: The operation, as messages name it.
        schemes: The security schemes that can be used.
        ledger: What is dropped is told there.

    Raises:
        GeneratorError: It is no list of alternatives.
    """
    if value is None:
        value = []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise GeneratorError(
            f"{where}: `security` is no list of alternatives such as [{{key: []}}]; correct it with an overlay action."
        )
    found: list[Requirement] = []
    for alternative in value:
        known = {name: _scopes(alternative[name]) for name in alternative if name in schemes}
        for name in alternative.keys() - schemes.keys():
            ledger.tell(where, f"requires the security scheme {name[:_LONGEST]!r}, which cannot be used")
        # Without the part that is missing, what is left would be another way to sign.
        if (len(known) == len(alternative) or len(value) == 1) and known not in found:
            found.append(known)
    return [] if found == [{}] else found


def _scopes(value: object) -> list[str]:
    return [scope for scope in value if isinstance(scope, str)] if isinstance(value, list) else []
