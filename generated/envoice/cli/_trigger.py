"""Sends a sample delivery for `webhooks trigger`."""

from __future__ import annotations

import os
from typing import Final

from .._errors.calls import public_url
from .._lazy import pathlib
from ._delivering import UnreachableError, event_named, post, sample
from ._exits import CONNECTION, FAILED
from ._output import json_text
from ._session import note
from ._text import escape_terminal

_SUCCESS: Final = range(200, 300)


def trigger(word: str, url: str, save: pathlib.Path | None, *, as_json: bool) -> int:
    """Send a signed sample delivery, and tell what was answered.

    Args:
        word: The event, as a person writes it.
        url: Where to.
        save: Where to keep the body too, or None.
        as_json: Whether to tell it as JSON.

    Returns:
        The exit status: 0 when the receiver took it.

    Raises:
        UsageError: There is no such event.
        ConfigurationError: The environment does not say how deliveries are signed.
    """
    name = event_named(word)
    body, headers = sample(name, os.environ)
    if save is not None:
        save.write_bytes(body)
    where = escape_terminal(public_url(url))
    try:
        answer = post(url, body, headers.items())
    except UnreachableError as error:
        note(f"error: {error.message}")
        return CONNECTION
    taken = answer.status in _SUCCESS
    if as_json:
        row = {"event": name, "to": where, "status": answer.status, "seconds": round(answer.seconds, 3), "taken": taken}
        print(json_text(row))
    else:
        print(f"{name} ({len(body)} bytes) to {where}: {answer.status} in {answer.seconds:.3f} s")
    return 0 if taken else FAILED
