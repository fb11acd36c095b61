"""An endpoint for Django, under WSGI and ASGI: `pip install envoice[django]`.

    urlpatterns = [path("webhooks/envoice", view(handler))]

The view is exempt from the check against cross-site requests, because the signature is what a delivery is trusted by,
and from ATOMIC_REQUESTS, because a delivery is marked as handled before such a transaction would end: a handler that
writes opens `transaction.atomic()` itself.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast, overload

from . import endpoint
from .dispatch import AsyncWebhookHandler, WebhookHandler

try:
    from asgiref.sync import sync_to_async
    from django.db import connections, transaction  # type: ignore[import-untyped]
    from django.http import HttpResponse, UnreadablePostError  # type: ignore[import-untyped]
    from django.views.decorators.csrf import csrf_exempt  # type: ignore[import-untyped]
except ImportError:
    raise ImportError("envoice.webhooks.django needs Django: pip install 'envoice[django]'.") from None

if TYPE_CHECKING:
    from .endpoint import Outcome

# Django has no types of its own; a stub package may or may not be there.
Request: TypeAlias = Any
Response: TypeAlias = Any


@overload
def view(handler: WebhookHandler) -> Callable[[Request], Response]: ...
@overload
def view(handler: AsyncWebhookHandler) -> Callable[[Request], Awaitable[Response]]: ...
def view(handler: WebhookHandler | AsyncWebhookHandler) -> Callable[[Request], Any]:
    """Return a view: an asynchronous one for an `AsyncWebhookHandler`, whose plain handlers run in Django's threads.

    Args:
        handler: What the deliveries go to.

    Raises:
        ConfigurationError: It is neither kind of handler.
    """
    endpoint.refuse_other_handler("envoice.webhooks.django", handler, WebhookHandler, AsyncWebhookHandler)
    return _exempt(_async_view(handler) if isinstance(handler, AsyncWebhookHandler) else _sync_view(handler))


def _sync_view(handler: WebhookHandler) -> Callable[[Request], Response]:
    def envoice_webhooks(request: Request) -> Response:
        body = _body(request, handler.max_body)
        return _response(handler.handle(body, request.headers) if isinstance(body, bytes) else body)

    return envoice_webhooks


def _async_view(handler: AsyncWebhookHandler) -> Callable[[Request], Awaitable[Response]]:
    async def envoice_webhooks(request: Request) -> Response:
        # ASGI requests come with their body on disk or in memory already.
        body = _body(request, handler.max_body)
        if not isinstance(body, bytes):
            return _response(body)
        return _response(await handler.handle(body, request.headers, in_thread=_in_thread))

    return envoice_webhooks


async def _in_thread(step: Callable[[], Any]) -> Any:
    # Database connections belong to threads, and Django looks after those of its own only.
    return await sync_to_async(step)()


def _body(request: Request, max_body: int) -> "bytes | Outcome":
    refusal = endpoint.refuse_unread(
        request.method, request.headers.get("Content-Length"), max_body
    ) or endpoint.refuse_unreadable(getattr(request, "environ", {}))
    if refusal is not None:
        return refusal
    try:
        body = _read(request, max_body + 1)
    except (UnreadablePostError, OSError):
        return endpoint.INCOMPLETE
    return body if len(body) <= max_body else endpoint.TOO_LARGE


def _read(request: Request, size: int) -> bytes:
    environ: Mapping[str, Any] = getattr(request, "environ", {})
    if request.headers.get("Content-Length") or not environ.get("wsgi.input_terminated"):
        # Not `request.body`, whose limit is that of the site's forms.
        return cast("bytes", request.read(size))
    # Django reads nothing without a length, although the server has put an end to the chunks.
    body = b""
    while chunk := environ["wsgi.input"].read(size - len(body)):
        body += chunk
    return body


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
        exempt = cast("Any", transaction).non_atomic_requests(using=alias)(exempt)
    return cast("Callable[[Request], Any]", exempt)
