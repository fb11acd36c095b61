"""Puts the parts of the comparison together."""

from collections.abc import Iterator

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.wire.operations import compare_operations
from sdkwright.diff.wire.schemas import compare_schemas
from sdkwright.diff.wire.side import Side
from sdkwright.ir import Api, SecurityScheme


def compare(old: Api, new: Api) -> list[Finding]:
    """What differs between two documents that were normalised alike, but for the nullability that we add.

    Args:
        old: What the earlier one says.
        new: What the later one says.
    """
    before, after = Side(old), Side(new)
    return [*_whole(old, new), *compare_operations(before, after), *compare_schemas(before, after)]


def _whole(old: Api, new: Api) -> Iterator[Finding]:
    before, after = ([server.url for server in api.servers] for api in (old, new))
    if before != after:
        yield finding(Level.WIRE, "server-changed", "servers", f"{_listed(before)} becomes {_listed(after)}")
    schemes = [{scheme.name: _sent(scheme) for scheme in api.security_schemes} for api in (old, new)]
    if schemes[0] != schemes[1]:
        yield finding(Level.WIRE, "security-changed", "securitySchemes", f"{schemes[0]} becomes {schemes[1]}")
    elif set(old.security_schemes) != set(new.security_schemes):
        yield finding(Level.WIRE, "texts-changed", "securitySchemes", "of the security schemes")
    if (old.title, old.version, old.description) != (new.title, new.version, new.description):
        yield finding(Level.WIRE, "texts-changed", "info", "of the document")
    if old.responses != new.responses:
        yield finding(Level.WIRE, "errors-changed", "responses", "the shared ones")


def _listed(urls: list[str]) -> str:
    return ", ".join(urls) or "none"


def _sent(scheme: SecurityScheme) -> dict[str, str]:
    """What a scheme sends, in OpenAPI's words: without texts, the names of headers without case."""
    name = scheme.parameter.lower() if scheme.location == "header" else scheme.parameter
    words = {"type": scheme.kind, "name": name, "in": scheme.location, "scheme": scheme.scheme.lower()}
    words |= {flow.kind: " ".join(filter(None, (flow.token_url, flow.refresh_url))) for flow in scheme.flows}
    return {word: value for word, value in words.items() if value}
