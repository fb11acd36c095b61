"""Hides what a body holds that is secret by its name, whatever the body is."""

from __future__ import annotations

import re
from typing import Final

from .names import SECRET_HEADERS

# The two patterns below are compiled when an error needs them. They would take a tenth of the time to import the core.
_SECRET_VALUE: Final = (
    rb'(?is)("[a-z]{0,40}(?:password|passwd|secret|token|salt|apikey)[a-z]{0,40}"\s{0,9}:\s{0,9})"(?:[^"\\]|\\.)*"?'
)
# A debugging page may repeat the request, headers included.
_ECHOED_HEADER: Final = (
    rb"(?i)((?:"
    + "|".join(re.escape(name).replace(r"\-", "[-_]") for name in SECRET_HEADERS).encode()
    + rb""")(?:<[^<>]{0,99}>|[^\w<>]){1,20})(?:(?:basic|bearer|digest|token)\s+)?[^\s"'<>&,;\\]+"""
)


def without_secrets(body: bytes) -> bytes:
    """Return the body without the values of fields and echoed headers that are secrets by their names.

    Args:
        body: Anything at all.
    """
    body = re.sub(_SECRET_VALUE, rb'\1"<hidden>"', body)
    return re.sub(_ECHOED_HEADER, rb"\1<hidden>", body) if SECRET_HEADERS else body
