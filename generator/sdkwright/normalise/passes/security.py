"""Turns the auth headers, declared as parameters of every operation, into security requirements."""

from typing import Any

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import operations


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
                    "parameter", f"{site.key} ?{parameter['name']}", f"the security scheme {headers[parameter['name']]}"
                )
                count += 1
            elif parameter["in"] == "query":
                kept.append(parameter)
            else:
                raise GeneratorError(
                    f"{site.key}: the parameter {parameter['name'][:80]!r} is in {parameter['in']!r}; we send query "
                    "parameters only."
                )
        site.operation["parameters"] = kept
        site.operation["security"] = [{key: [] for key in sorted(headers.values())}]
    return count
