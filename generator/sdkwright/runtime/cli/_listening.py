"""A local receiver of deliveries, for a person to look at: it shows, checks and keeps them, and handles none."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Lock, Thread
from typing import Any, Final

from .._api import NAME
from .._errors.calls import public_url
from .._lazy import pathlib
from ..errors import ConfigurationError, WebhookError
from ..hooks.webhooks import Deliveries, WebhookEvent, Webhooks
from ..webhooks._verifier import MAX_BODY
from ..webhooks.endpoint import INCOMPLETE, LENGTH_REQUIRED, UNAVAILABLE, Outcome, refuse_unread, refused
from ._delivering import UnreachableError, post, same_place
from ._output import json_line
from ._session import note
from ._text import escape_terminal

BUILDS_ON: Final = ("_api.NAME",)

_DELIVERIES: Final = Deliveries()
_RECEIVED: Final = Outcome(200, "received")
NOT_HANDED_ON: Final = Outcome(502, "not handed on, deliver again")
_BODILESS: Final = frozenset({204, 205})
_UNFIT: Final = frozenset({*range(200), 304})
_SECONDS: Final = 20
"""How long one step of a sender may take."""
_LAST_SECONDS: Final = 5
"""How long the answers that are due may take once the receiver ends."""


def summary_row(event: WebhookEvent) -> dict[str, Any]:
    """Return what a terminal may show of an event, for programs."""
    return {
        name: escape_terminal(value) if isinstance(value, str) else value
        for name, value in _DELIVERIES.summary(event).items()
    }


def summary_line(event: WebhookEvent) -> str:
    """Return what a terminal may show of an event, for people."""
    return escape_terminal(_DELIVERIES.summary_line(event))


class Receiver:
    """Judges deliveries, shows them, and keeps them if that is wanted.

    Args:
        webhooks: What verifies; None to check no signature.
        save: The folder to keep bodies in, or None.
        as_json: Whether to print lines of JSON.
        count: After how many deliveries to end; None for never.
        forward_to: Where each delivery is handed on to, or None.
    """

    def __init__(
        self,
        webhooks: Webhooks | None,
        *,
        save: pathlib.Path | None,
        as_json: bool,
        count: int | None,
        forward_to: str | None = None,
    ) -> None:
        self._forward_to = forward_to
        self._webhooks = webhooks
        self._save = save
        self._as_json = as_json
        self._left = count
        self._lock = Lock()
        self._number = 0
        self._due = 0
        self._answered = Condition()
        self._ended = False
        self.server: ThreadingHTTPServer | None = None

    @contextmanager
    def taking(self, body: bytes, headers: Mapping[str, str] | None = None) -> Iterator[Outcome]:
        """Verify and print one delivery; the answer to it is due until the context ends.

        Args:
            body: Its exact bytes.
            headers: The headers it came with.

        Yields:
            What to answer: "not available" if the receiver has ended, or has printed all that it should.
        """
        with self._answered:
            self._due += 1
            ended = self._ended
        try:
            yield UNAVAILABLE if ended else self._receive(body, headers)
        finally:
            with self._answered:
                self._due -= 1
                self._answered.notify_all()

    def end(self) -> None:
        """Refuse further deliveries, and wait until the accepted ones are answered. Then the process may end."""
        with self._answered:
            self._ended = True
            self._answered.wait_for(lambda: not self._due, _LAST_SECONDS)

    def _receive(self, body: bytes, headers: Mapping[str, str] | None) -> Outcome:
        event, outcome, verdict = None, _RECEIVED, "not checked"
        try:
            if self._webhooks is None:
                event = _DELIVERIES.read_unverified(body)
            else:
                event = self._webhooks.unwrap(body, headers)
                verdict = "signature valid"
        except WebhookError as error:
            outcome = refused(error)
            verdict = outcome.text
        handed = None
        if self._forward_to is not None:
            # Whatever the verdict: the receiver is there to judge, and its answer is what the service gets.
            outcome, handed = _hand_on(self._forward_to, body, headers or {})
        with self._lock:
            if self._left == 0:
                return UNAVAILABLE
            kept = self._keep(body)
            self._print_event(event, verdict, kept, handed)
            self._end_if_enough()
        return outcome

    def _keep(self, body: bytes) -> str | None:
        if self._save is None:
            return None
        self._number += 1
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S.%f}-{self._number}.json"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            with os.fdopen(os.open(self._save / name, flags, 0o600), "wb") as file:
                file.write(body)
        except OSError as error:
            note(f"error: {self._save / name} cannot be written: {error.strerror}.")
            return None
        return name

    def _print_event(self, event: WebhookEvent | None, verdict: str, kept: str | None, handed: str | None) -> None:
        now = datetime.now().astimezone()
        if self._as_json:
            row = {
                "received": now,
                "verdict": verdict,
                "saved": kept,
                **({} if handed is None else {"forwarded": handed}),
                **(summary_row(event) if event is not None else {}),
            }
            print(json_line(row), flush=True)
            return
        what = summary_line(event) if event is not None else "not read"
        more = f"{f'  -> {handed}' if handed else ''}{f'  [{kept}]' if kept else ''}"
        print(f"{now:%H:%M:%S}  {verdict:<18} {what}{more}", flush=True)

    def _end_if_enough(self) -> None:
        if self._left is None or self.server is None:
            return
        self._left -= 1
        if self._left <= 0:
            # From another thread: the server waits for the one that handles this request.
            Thread(target=self.server.shutdown, daemon=True).start()


def _hand_on(url: str, body: bytes, headers: Mapping[str, str]) -> tuple[Outcome, str]:
    """Post a delivery as it came; what to answer, and what to tell a person."""
    try:
        answer = post(url, body, headers.items())
    except UnreachableError as error:
        note(f"error: {error.message}")
        return NOT_HANDED_ON, "not reached"
    # The answer here has a body, which some statuses forbid.
    status = 200 if answer.status in _BODILESS else answer.status if answer.status not in _UNFIT else 502
    return Outcome(status, "handed on"), f"{answer.status} in {answer.seconds:.3f} s"


def _handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Reads one delivery, within limits."""

        timeout = _SECONDS
        server_version = NAME
        sys_version = ""

        def do_POST(self) -> None:
            """Take a delivery."""
            length = self.headers.get("Content-Length")
            outcome = refuse_unread("POST", length, MAX_BODY)
            if outcome is None and length is None:
                outcome = LENGTH_REQUIRED
            if outcome is None:
                body = self.rfile.read(int(length or "0"))
                if len(body) == int(length or "0"):
                    with receiver.taking(body, dict(self.headers.items())) as judged:
                        self.answer(judged)
                    return
                outcome = INCOMPLETE
            self.answer(outcome)

        def do_GET(self) -> None:
            """Refuse what is no delivery."""
            self.answer(refuse_unread("GET", None, MAX_BODY) or INCOMPLETE)

        do_PUT = do_HEAD = do_DELETE = do_GET  # noqa: N815 - as above

        def answer(self, outcome: Outcome) -> None:
            """Send an answer and end the connection."""
            content = f"{outcome.text}\n".encode()
            self.send_response(outcome.status)
            for name, value in outcome.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that http.server gives it
            """Say nothing: a request line may hold anything."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a sender that went away, and of a fault here no more than its type."""
        del request, client_address
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            note(f"error: a request could not be answered ({type(error).__name__}).")


def listen(
    *,
    host: str,
    port: int,
    save: pathlib.Path | None,
    count: int | None,
    as_json: bool,
    forward_to: str | None = None,
) -> None:
    """Receive deliveries until it is interrupted.

    Args:
        host: The address to listen at.
        port: The port; 0 for any.
        save: The folder to keep bodies in, or None.
        count: After how many deliveries to end; None for never.
        as_json: Whether to print lines of JSON.
        forward_to: Where each delivery is handed on to, or None.

    Raises:
        ConfigurationError: Deliveries would come back here, the address or the folder cannot be used, or the
            environment sets what cannot verify.
    """
    missing = _DELIVERIES.missing_setting(os.environ)
    webhooks = None if missing else Webhooks.from_environment()
    if save is not None:
        save.mkdir(mode=0o700, parents=True, exist_ok=True)
    receiver = Receiver(webhooks, save=save, as_json=as_json, count=count, forward_to=forward_to)
    try:
        server = _Server((host, port), _handler(receiver))
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "no such host"
        raise ConfigurationError(f"{host}:{port} cannot be listened at: {reason}.") from None
    with server:
        receiver.server = server
        bound = int(server.server_address[1])
        if forward_to is not None and same_place(forward_to, host, bound):
            raise ConfigurationError("--forward-to leads back to this receiver; name the address of yours.")
        note(f"Listening at http://{host}:{bound}/ - Ctrl-C ends it.")
        if forward_to is not None:
            note(f"Each delivery is handed on to {escape_terminal(public_url(forward_to))}.")
        if missing:
            note(missing)
        try:
            server.serve_forever(poll_interval=0.1)
        finally:
            # The threads of requests end with the process.
            receiver.end()
