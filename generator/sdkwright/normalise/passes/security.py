"""Turns the auth headers, declared as parameters of every operation, into security requirements."""

import re
from typing import Any, Final

from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import operations

_HEADER: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_IGNORED: Final = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI says that parameters of these names are ignored: media types and security schemes say what is sent."""
_OWN: Final = frozenset({
    "accept-encoding", "connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade",
})  # fmt: skip


def _not_a_callers(name: str) -> str:
    """Why no caller can give a header; empty if one can."""
    if name.lower() in _IGNORED:
        return "OpenAPI ignores a header parameter of this name"
    if name.lower() in _OWN:
        return "the client itself says it"
    return "" if _HEADER.fullmatch(name) else "no header can have this name"


def auth_headers_to_security(document: dict[str, Any], context: Context) -> int:
    """Drop header parameters that repeat a security scheme; each operation then requires all schemes together."""
    schemes = document["components"].get("securitySchemes", {})
    headers = {
        scheme["name"]: key for key, scheme in schemes.items() if scheme.get("in") == "header" and "name" in scheme
    }
    count = 0
    for site in operations(document):
        kept = []
        for parameter in site.parameters:
            if parameter["in"] == "header" and parameter["name"] in headers:
                context.ledger.dropped(
                    "parameter", site.parameter_key(parameter), f"the security scheme {headers[parameter['name']]}"
                )
                count += 1
            elif parameter["in"] == "header" and (reason := _not_a_callers(parameter["name"])):
                context.ledger.dropped("parameter", site.parameter_key(parameter), reason)
                count += 1
            else:
                kept.append(parameter)
        site.operation["parameters"] = kept
        site.operation["security"] = [{key: [] for key in sorted(headers.values())}]
    return count
