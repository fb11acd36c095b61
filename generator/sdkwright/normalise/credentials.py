"""Reads the security schemes of a document, and what the operations require of them."""

import re
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
_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What HTTP calls a token: the name of a header, a cookie or a scheme."""
OWN_HEADERS: Final = frozenset({
    "accept", "accept-encoding", "connection", "content-length", "content-type", "host", "te", "trailer",
    "transfer-encoding", "upgrade",
})  # fmt: skip
"""What the client itself says of each request, in lower case."""

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
        if scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "mutual":
            # HTTP has a scheme of this name that nobody uses; documents mean the certificate.
            scheme["type"] = "mutualTLS"
            ledger.tell(f"security scheme {name}", "the scheme of HTTP called mutual is read as mutual TLS")
        if problem := _problem(scheme):
            ledger.tell(f"security scheme {name}", f"{problem}, so nothing is sent for it")
        else:
            found[name] = scheme
            if said := _said(scheme):
                ledger.tell(f"security scheme {name}", said)
    return found


def _said(scheme: Mapping[str, Any]) -> str:
    """What callers or maintainers do for a scheme that the package alone cannot serve; empty for others."""
    if scheme["type"] == "mutualTLS":
        return "callers give an HTTP client or a transport that holds the certificate; nothing else is sent for it"
    if scheme["type"] == "http" and scheme["scheme"].lower() not in {"basic", "bearer"}:
        return "hooks/security.py or a callable of the caller's signs it; a text is sent behind the scheme's name"
    return ""


def _needs_authorization(scheme: Mapping[str, Any]) -> bool:
    if scheme["type"] == "apiKey":
        return bool(scheme["in"] == "header" and scheme["name"].lower() == "authorization")
    return bool(scheme["type"] != "mutualTLS")


def _problem(scheme: Mapping[str, Any]) -> str:
    match scheme.get("type"):
        case "apiKey":
            return _problem_of_key(scheme)
        case "http" if not _is_text(scheme.get("scheme")):
            return "does not say which scheme of HTTP it is"
        case "http" if not _NAME.fullmatch(scheme["scheme"]):
            return "has a name that no scheme of HTTP can have"
        case "oauth2" | "openIdConnect" | "mutualTLS" | "http":
            return ""
        case _:
            return "is of no kind that OpenAPI knows"


def _problem_of_key(scheme: Mapping[str, Any]) -> str:
    place, name = scheme.get("in"), scheme.get("name")
    if place not in _PLACES or not isinstance(name, str) or not name.strip():
        return "has no name, or no place that a request has"
    if place != "query" and not _NAME.fullmatch(name):
        return f"has a name that no {place} can have"
    if place == "header" and name.lower() in OWN_HEADERS:
        return "is for a header that the client itself says"
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def stated(document: Mapping[str, Any]) -> bool:
    """Whether a document says anywhere which credentials its operations need."""
    return "security" in document or any("security" in site.operation for site in operations(dict(document)))


def requirements(value: object, where: str, schemes: Mapping[str, Any], ledger: Ledger) -> list[Requirement]:
    """The alternatives that a document requires, without schemes that it does not have.

    Where none of them can be used, what the caller gives is sent: a call that nothing signs would be refused, and
    nobody would know why.

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
        if (len(known) == len(alternative) or (known and len(value) == 1)) and known not in found:
            found.append(known)
            both = [name for name in known if _needs_authorization(schemes[name])]
            if len(both) > 1:
                listed = " and ".join(name[:_LONGEST] for name in both)
                ledger.tell(where, f"requires {listed} together in the header Authorization, which carries one of them")
    if value and not found:
        return _whatever_is_given(where, schemes, ledger)
    return [] if found == [{}] else found


def _whatever_is_given(where: str, schemes: Mapping[str, Any], ledger: Ledger) -> list[Requirement]:
    """The alternatives of an operation none of whose own can be used."""
    if not schemes:
        ledger.tell(where, "requires credentials, and no security scheme can be used; it is sent without any")
        return []
    ledger.tell(where, "none of the security schemes that it requires can be used; what the caller gives is sent")
    ways: list[Requirement] = [{name: []} for name in schemes]
    return [*ways, {}]


def _scopes(value: object) -> list[str]:
    return [scope for scope in value if isinstance(scope, str)] if isinstance(value, list) else []
