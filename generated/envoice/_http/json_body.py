"""Writes the JSON body of a request, once it is what the operation declares."""

from __future__ import annotations

from typing import Any

import msgspec

from .._json.checks import is_right_at_once
from .._json.codec import encode
from .arguments import check_body
from .operation import Operation


def json_body(operation: Operation[Any], body: object) -> bytes:
    """Return a body as JSON.

    Args:
        operation: What is called.
        body: A model or a plain value; not UNSET.

    Raises:
        EncodeError: A value is not as declared, or has no JSON form; the message names it.
    """
    is_right = isinstance(body, msgspec.Struct) and is_right_at_once(body)
    if not is_right or operation.min_fields or "" in operation.kinds:
        check_body(operation, body)
    return encode(body, operation.name, is_right=is_right)
