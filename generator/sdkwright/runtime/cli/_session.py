"""What every command of one run shares: the settings of the client, and the client."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, Final, NoReturn

from .._api import NAME
from .._core.stand_ins import stand_ins
from .._lazy import lazy_module
from .._security.api_keys import ARGUMENTS, join, made, unset
from .._security.schemes import VARIABLE_OF
from ..errors import ConfigurationError
from ..transports import Request
from ._exits import SAFE

if TYPE_CHECKING:
    from .. import events
    from .._names import clients as _clients
else:
    _clients = lazy_module("._names.clients")
    events = lazy_module(".events")

BUILDS_ON: Final = (
    "_api.NAME", "_names.clients.AsyncSDKClient", "_names.clients.SDKClient", "credentials.Credentials",
)  # fmt: skip

_STAND_IN: Final = "not-sent"


class Session:
    """Settings of one run.

    Args:
        settings: What is given to every client, beside what the environment says.
    """

    def __init__(self, **settings: Any) -> None:
        self.settings = settings
        self.debug = False
        self.changing = False
        """Whether a change was sent that the service may have carried out."""

    def client(self, **settings: Any) -> _clients.SDKClient:
        """Return a client; the caller closes it.

        Args:
            settings: What is different for this one.

        Raises:
            ConfigurationError: There are no credentials, or a setting cannot be used.
        """
        watching = {"on_request": self._begins, "on_response": self._ends}
        return _clients.SDKClient(**self._wanted({**watching, **self.settings, **settings}))

    def async_client(self, **settings: Any) -> _clients.AsyncSDKClient:
        """Return an asynchronous client; the caller closes it.

        Args:
            settings: What is different for this one.

        Raises:
            ConfigurationError: There are no credentials, or a setting cannot be used.
        """
        return _clients.AsyncSDKClient(**self._wanted({**self.settings, **settings}))

    def _wanted(self, settings: dict[str, Any]) -> dict[str, Any]:
        if not {"credentials", *ARGUMENTS} & settings.keys():
            _refuse_without_credentials()
        return {"user_agent": "cli", **settings}

    def _begins(self, event: events.RequestEvent) -> None:
        self.changing = event.method not in SAFE

    def _ends(self, event: events.ResponseEvent) -> None:
        if event.outcome in {"not_sent", "refused"}:
            self.changing = False

    def dry_client(self) -> _clients.SDKClient:
        """Return a client that sends nothing: its first request is raised as `NotSent`. It needs no credentials."""
        from ..credentials import Credentials  # `--help` does without it

        # Where tokens are fetched, none is: a token stands in for it.
        found = stand_ins(lambda _: _STAND_IN)
        values = [found.get(argument) for argument in ARGUMENTS]
        given = {"credentials": made(Credentials, values)} if ARGUMENTS else {}
        return self.client(transport=_Dry(), **given)


class NotSent(Exception):  # noqa: N818 - what was wanted, no error
    """The request that a dry run would have sent.

    Args:
        request: The request, with stand-ins for the credentials.
    """

    def __init__(self, request: Request) -> None:
        super().__init__(request.operation)
        self.request = request


class _Dry:
    """A transport that sends nothing."""

    def send(self, request: Request, /) -> NoReturn:
        raise NotSent(request)

    def close(self) -> None:
        """Do nothing: there are no connections."""


def _refuse_without_credentials() -> None:
    lacking = unset(argument for argument, name in VARIABLE_OF.items() if os.environ.get(name))
    if lacking:
        verb = "is" if len(lacking) == 1 else "are"
        raise ConfigurationError(
            f"{join(lacking)} {verb} not set in the environment; the values stand on the account's settings page."
        )


def note(text: str) -> None:
    """Tell a person something that is no result: on standard error."""
    print(text, file=sys.stderr)


def interactive() -> bool:
    """Return whether a person watches standard error."""
    return sys.stderr.isatty()


def needs(module: str, extra: str) -> NoReturn:
    """Refuse to go on without a package.

    Raises:
        ConfigurationError: Always; it says how to get the package.
    """
    raise ConfigurationError(f"This needs {module}: pip install '{NAME}[{extra}]'.")
