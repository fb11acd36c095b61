"""Asks a person, through the client, before something is changed."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from mcp import types
from mcp.server import ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp.types.version import MODERN_PROTOCOL_VERSIONS

from .._api import TITLE
from ..cli._text import escape_terminal
from ._operations import Operation

BUILDS_ON: Final = ("_api.TITLE",)

_KEY: Final = "confirm"
_FORM: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {_KEY: {"type": "boolean", "title": "Carry it out", "description": "Yes: it is sent as it stands."}},
    "required": [_KEY],
}
_MOST: Final = 4_000
"""Characters of the arguments in a question; a longer call is refused, for nobody could read what is asked."""

_PATIENCE: Final = 600.0
"""Seconds for which an answer counts."""

_OPEN: Final = 1_000
"""Questions that may be open at once."""


class Refused(Exception):  # noqa: N818 - what a person decided, no error
    """A change that nobody agreed to; the text says why."""


class Asking:
    """Asks before each change.

    Args:
        without: Whether a client that cannot ask may change something all the same.
    """

    def __init__(self, *, without: bool) -> None:
        self._without = without
        self._asked: dict[str, tuple[str, float]] = {}

    async def confirm(
        self,
        context: ServerRequestContext[Any, Any],
        params: types.CallToolRequestParams,
        operation: Operation,
        given: Mapping[str, Any],
    ) -> types.InputRequiredResult | None:
        """Ask whether a change may be carried out.

        Args:
            context: The request.
            params: What was asked of the server.
            operation: What would be called.
            given: With which arguments.

        Returns:
            None when a person agreed; otherwise the question, which the client answers by asking again.

        Raises:
            Refused: Nobody agreed.
        """
        if not _can_ask(context):
            if self._without:
                return None
            raise Refused(
                f"{operation.name} was not called: this client cannot ask you whether to (it offers no elicitation), "
                "and changes nothing unless the server is started with --yes-without-asking."
            )
        message = _question(operation, given)
        if context.protocol_version not in MODERN_PROTOCOL_VERSIONS:
            _check(await self._elicit(context, message), operation)
            return None
        answer = (params.input_responses or {}).get(_KEY)
        if answer is None or not self._belongs(params.request_state, message):
            state = self._open(message)
            form = types.ElicitRequestFormParams(message=message, requested_schema=_FORM)
            question = types.ElicitRequest(params=form)
            return types.InputRequiredResult(input_requests={_KEY: question}, request_state=state)
        _check(answer, operation)
        return None

    async def _elicit(self, context: ServerRequestContext[Any, Any], message: str) -> object:
        try:
            return await context.session.elicit_form(message, _FORM, context.request_id)
        except MCPError:
            # A client may offer it, and fail at it.
            return None

    def _open(self, message: str) -> str:
        """The mark of a question, good for one answer to it."""
        now = time.monotonic()
        self._asked = {mark: kept for mark, kept in self._asked.items() if kept[1] > now}
        while len(self._asked) >= _OPEN:
            self._asked.pop(next(iter(self._asked)))
        mark = secrets.token_urlsafe(16)
        self._asked[mark] = _digest(message), now + _PATIENCE
        return mark

    def _belongs(self, mark: str | None, message: str) -> bool:
        """Whether the answer is to this very question, which was not answered before."""
        digest, until = self._asked.pop(mark or "", ("", 0.0))
        return digest == _digest(message) and time.monotonic() < until


def _can_ask(context: ServerRequestContext[Any, Any]) -> bool:
    offered = context.session.client_capabilities
    elicitation = offered.elicitation if offered is not None else None
    # Before there were several ways, a client that offers it said nothing of them.
    return elicitation is not None and (elicitation.form is not None or elicitation.url is None)


def _question(operation: Operation, given: Mapping[str, Any]) -> str:
    arguments = "\n".join(
        f"{escape_terminal(name)}: {escape_terminal(msgspec.json.encode(value).decode())}"
        for name, value in given.items()
    )
    if len(arguments) > _MOST:
        raise Refused(
            f"{operation.name} was not called: its arguments are longer than a person can be asked about, "
            f"{_MOST:,} characters; make it of several calls."
        )
    calls = escape_terminal(operation.command.calls) or "by hand"
    head = {"write": "Change something", "delete": "Delete something"}.get(operation.kind, "Call")
    return f"{head} in {TITLE}? {operation.name} ({calls}): {operation.summary}\n{arguments}"


def _digest(message: str) -> str:
    return hashlib.sha256(message.encode(errors="surrogatepass")).hexdigest()


def _check(answer: object, operation: Operation) -> None:
    if not isinstance(answer, types.ElicitResult):
        raise Refused(f"{operation.name} was not called: the client could not ask.")
    if answer.action != "accept" or (answer.content or {}).get(_KEY) is not True:
        how = {"decline": "declined", "cancel": "closed the question"}.get(answer.action, "did not say yes")
        raise Refused(f"{operation.name} was not called: the person who was asked {how}.")
