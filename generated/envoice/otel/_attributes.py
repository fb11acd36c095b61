"""What spans and metrics say of a request: nothing that a caller or the service keeps to itself."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import urlsplit

from opentelemetry.trace import Span, Status, StatusCode

from .._errors.calls import public_url
from ..transports._contract import Request

BUCKETS: Final = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
"""Seconds, as the conventions advise for durations."""

ERRORS: Final = 400
"""The first status that is an error of either side."""

_METHODS: Final = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"})
_PORTS: Final = {"http": 80, "https": 443}


def template_of(base_url: str, path: str) -> str:
    """Return the path of an operation with names in place of values, such as `/v1/orders/{id}`.

    Args:
        base_url: Where the client's requests go.
        path: The operation's path.
    """
    return f"{urlsplit(base_url).path.rstrip('/')}{path}"


def of_request(request: Request, template: str | None) -> dict[str, Any]:
    """Return what spans and metrics share of a request.

    Args:
        request: What is sent.
        template: The template of its URL, or None where it is unknown.
    """
    parts = urlsplit(request.url)
    method = request.method if request.method in _METHODS else "_OTHER"
    found: dict[str, Any] = {"http.request.method": method, "server.address": parts.hostname or ""}
    port = parts.port or _PORTS.get(parts.scheme)
    if port is not None:
        found["server.port"] = port
    found["url.scheme"] = parts.scheme
    if template is not None:
        found["url.template"] = template
    return found


def of_span(request: Request, resent: int) -> dict[str, Any]:
    """Return what a span has beyond that.

    Args:
        request: What is sent.
        resent: How often it was sent before.
    """
    found: dict[str, Any] = {"url.full": public_url(request.shown or request.url)}
    if request.method not in _METHODS:
        found["http.request.method_original"] = request.method
    if resent:
        found["http.request.resend_count"] = resent
    return found


def fail(span: Span, kind: str) -> None:
    """Mark a span as failed.

    Args:
        span: The span.
        kind: What went wrong, of a few values: a status, or the class of an error. Never a text.
    """
    span.set_attribute("error.type", kind)
    span.set_status(Status(StatusCode.ERROR))
