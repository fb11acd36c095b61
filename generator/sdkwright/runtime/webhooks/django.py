"""An endpoint for Django, under WSGI and ASGI. It needs the extra `django`.

    urlpatterns = [path("webhooks", view(handler))]

The view is exempt from the check against cross-site requests, because the signature is what a delivery is trusted by,
and from ATOMIC_REQUESTS, because a delivery is marked as handled before such a transaction would end. With
`transaction=` the view opens that transaction itself: its commit comes before the answer, a failure rolls it back, and
the functions get its connection. Without, a handler that writes opens `transaction.atomic()`. Middleware may read
`request.body` before the view and after it.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

import io
import logging
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Final, TypeAlias, cast, overload

from .._api import NAME
from ..errors import ConfigurationError
from . import endpoint
from .dispatch import AsyncWebhookHandler, WebhookHandler
from .endpoint import ENDPOINT, Outcome

try:
    from asgiref.sync import sync_to_async
    from django.db import connections  # type: ignore[import-untyped]
    from django.db.transaction import atomic, non_atomic_requests  # type: ignore[import-untyped]
    from django.http import HttpResponse  # type: ignore[import-untyped]
    from django.views.decorators.csrf import csrf_exempt  # type: ignore[import-untyped]
except ImportError:
    raise ImportError(f"{__name__} needs Django: pip install '{NAME}[django]'.") from None

__all__ = ["view"]

BUILDS_ON: Final = ("_api.NAME",)

_log: Final = logging.getLogger(f"{NAME}.webhooks")

# Django has no types of its own; a stub package may or may not be there.
Request: TypeAlias = Any
Response: TypeAlias = Any


@overload
def view(handler: WebhookHandler, *, transaction: Any = None) -> Callable[[Request], Response]: ...
@overload
def view(handler: AsyncWebhookHandler, *, transaction: Any = None) -> Callable[[Request], Awaitable[Response]]: ...
def view(handler: WebhookHandler | AsyncWebhookHandler, *, transaction: Any = None) -> Callable[[Request], Any]:
    """Return a view: an asynchronous one for an `AsyncWebhookHandler`, whose plain handlers run in Django's threads.

    Args:
        handler: What the deliveries go to.
        transaction: True, or the alias of one of Django's databases, for a transaction of that in each delivery; or
            what `handle` takes. None for none. Django's own transactions need a `WebhookHandler`.

    Raises:
        ConfigurationError: It is neither kind of handler, or `transaction` begins no transaction for it.
    """
    endpoint.refuse_other_handler(__name__, handler, WebhookHandler, AsyncWebhookHandler)
    begin = _beginning(transaction)
    if begin is not transaction and isinstance(handler, AsyncWebhookHandler):
        raise ConfigurationError("Django's transactions are not to be awaited: use a WebhookHandler with transaction=.")
    handler.check(begin)
    answer = _async_view(handler, begin) if isinstance(handler, AsyncWebhookHandler) else _sync_view(handler, begin)
    # Tools that list the views show this name.
    answer.__name__ = ENDPOINT
    return _exempt(answer)


def _beginning(given: Any) -> Any:
    """What begins a transaction: of Django, for True and for the alias of a database."""
    if given is not True and not isinstance(given, str):
        return given
    if isinstance(given, str) and given not in cast("Any", connections):
        raise ConfigurationError(f"transaction= names the database {given!r}, which Django does not have.")
    # Durable: inside another transaction its end would be no commit, and the answer would come too early.
    return partial(cast("Any", atomic), using=None if given is True else given, durable=True)


def _sync_view(handler: WebhookHandler, transaction: Any) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        body = _body(request, handler.max_body)
        if isinstance(body, bytes):
            body = handler.handle(body, request.headers, transaction=transaction)
        return _response(body)

    return answer


def _async_view(handler: AsyncWebhookHandler, transaction: Any) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        # ASGI requests come with their body on disk or in memory already.
        body = _body(request, handler.max_body)
        if not isinstance(body, bytes):
            return _response(body)
        return _response(await handler.handle(body, request.headers, transaction=transaction, in_thread=_in_thread))

    return answer


async def _in_thread(step: Callable[[], Any]) -> Any:
    # Database connections belong to threads, and Django looks after those of its own only.
    return await sync_to_async(step)()


def _body(request: Request, max_body: int) -> "bytes | Outcome":
    refusal = endpoint.refuse_unread(
        request.method, request.headers.get("Content-Length"), max_body
    ) or endpoint.refuse_unreadable(getattr(request, "environ", {}))
    if refusal is not None:
        return refusal
    kept = getattr(request, "_body", b"")
    if kept:
        return kept if len(kept) <= max_body else endpoint.TOO_LARGE
    source = _source(request)
    if source is None:
        _log.error(endpoint.DRAINED, "a middleware", "request.body")
        return endpoint.NOT_SET_UP
    read = bytearray()
    try:
        while len(read) <= max_body and (chunk := source.read(max_body + 1 - len(read))):
            read += chunk
    except OSError:
        _put_back(request, bytes(read), source)
        return endpoint.INCOMPLETE
    if len(read) > max_body:
        _put_back(request, bytes(read), source)
        return endpoint.TOO_LARGE
    # What `request.body` does, but for its limit, which is that of the site's forms.
    request._body = bytes(read)  # noqa: SLF001
    request._stream = io.BytesIO(request._body)  # noqa: SLF001
    return bytes(read)


def _source(request: Request) -> Any:
    """The stream of the body; None where it was read before and cannot be read again."""
    environ: Mapping[str, Any] = getattr(request, "environ", {})
    if environ.get("wsgi.input_terminated") and not request.headers.get("Content-Length"):
        # Django reads nothing without a length, although the server has put an end to the chunks.
        return environ["wsgi.input"]
    stream = request._stream  # noqa: SLF001
    if request._read_started:  # noqa: SLF001
        # Under ASGI it is a file.
        if stream.closed or not stream.seekable():
            return None
        stream.seek(0)
    return stream


def _put_back(request: Request, read: bytes, source: Any) -> None:
    """Let `request.body` read everything, as if nobody had read before."""
    if hasattr(request, "_body"):
        del request._body  # noqa: SLF001
    request._stream = io.BufferedReader(_Joined(read, source))  # noqa: SLF001
    request._read_started = False  # noqa: SLF001


class _Joined(io.RawIOBase):
    """What was read of a body, and after it what was not.

    Args:
        read: What was read.
        source: Gives the rest.
    """

    def __init__(self, read: bytes, source: Any) -> None:
        super().__init__()
        self._read = io.BytesIO(read)
        self._source = source

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        chunk = self._read.read(len(buffer)) or self._source.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _response(outcome: "Outcome") -> Response:
    return HttpResponse(
        outcome.text.encode(),
        status=outcome.status,
        headers=dict(outcome.headers),
        content_type="text/plain; charset=utf-8",
    )


def _exempt(view: Callable[[Request], Any]) -> Callable[[Request], Any]:
    exempt: Any = csrf_exempt(view)
    aliases: Any = connections
    for alias in aliases:
        exempt = cast("Any", non_atomic_requests)(using=alias)(exempt)
    return cast("Callable[[Request], Any]", exempt)
