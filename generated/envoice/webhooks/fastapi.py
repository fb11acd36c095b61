"""An endpoint for FastAPI and Starlette: `pip install envoice[fastapi]`.

app.include_router(router(handler, "/webhooks/envoice"))
"""

from typing import TYPE_CHECKING

from . import endpoint
from .dispatch import AsyncWebhookHandler

try:
    from starlette.requests import ClientDisconnect, Request
    from starlette.responses import PlainTextResponse
except ImportError:
    raise ImportError("envoice.webhooks.fastapi needs FastAPI or Starlette: pip install 'envoice[fastapi]'.") from None

if TYPE_CHECKING:
    from fastapi import APIRouter
    from starlette.types import Receive, Scope, Send

    from .endpoint import Outcome


class Endpoint:
    """An ASGI application that answers deliveries under any path: to mount, or as the endpoint of a Starlette `Route`.

    Args:
        handler: What the deliveries go to.

    Raises:
        ConfigurationError: It is no `AsyncWebhookHandler`.
    """

    def __init__(self, handler: AsyncWebhookHandler) -> None:
        endpoint.refuse_other_handler("envoice.webhooks.fastapi", handler, AsyncWebhookHandler)
        self._handler = handler

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request.

        Args:
            scope: What ASGI says of the connection.
            receive: Gives the request's body.
            send: Takes the answer.
        """
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        request = Request(scope, receive)
        try:
            outcome = await self._answer(request)
        except ClientDisconnect:
            # The body never arrived whole, and nobody is left to tell.
            return
        response = PlainTextResponse(outcome.text, outcome.status, dict(outcome.headers))
        await response(scope, receive, send)

    async def _answer(self, request: "Request") -> "Outcome":
        refusal = endpoint.refuse_unread(request.method, request.headers.get("content-length"), self._handler.max_body)
        if refusal is not None:
            return refusal
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > self._handler.max_body:
                return endpoint.TOO_LARGE
        return await self._handler.handle(bytes(body), request.headers)


def router(handler: AsyncWebhookHandler, path: str = "/webhooks/envoice") -> "APIRouter":
    """Return a router with the endpoint, left out of the OpenAPI document.

    Args:
        handler: What the deliveries go to.
        path: Where it answers.

    Raises:
        ConfigurationError: The handler is no `AsyncWebhookHandler`.
        ImportError: FastAPI is not installed; Starlette by itself needs `Route(path, Endpoint(handler))`.
    """
    try:
        from fastapi import APIRouter  # noqa: PLC0415 - Starlette does without
    except ImportError:
        raise ImportError("envoice.webhooks.fastapi.router needs FastAPI: pip install 'envoice[fastapi]'.") from None
    from starlette.routing import Route  # noqa: PLC0415 - as above

    made = APIRouter()
    made.routes.append(Route(path, Endpoint(handler), include_in_schema=False))
    return made
