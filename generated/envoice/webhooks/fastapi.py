"""An endpoint for FastAPI and Starlette. It needs the extra `fastapi`.

    app.include_router(router(handler, "/webhooks"))

The dependencies of the application, of the routers around it and of `include_router` run before a delivery is handled.
"""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from .._api import NAME
from .._lazy import fastapi
from . import endpoint
from .dispatch import AsyncWebhookHandler
from .endpoint import ENDPOINT, PATH, Outcome

try:
    from starlette.exceptions import HTTPException
    from starlette.requests import ClientDisconnect, Request
    from starlette.responses import PlainTextResponse, Response
    from starlette.types import Message, Receive, Scope, Send
except ImportError:
    raise ImportError(f"{__name__} needs FastAPI or Starlette: pip install '{NAME}[fastapi]'.") from None

__all__ = ["Endpoint", "router", "view"]

BUILDS_ON: Final = ("_api.NAME",)

_log: Final = logging.getLogger(f"{NAME}.webhooks")


class Endpoint:
    """An ASGI application that answers deliveries under any path: to mount, or as the endpoint of a Starlette `Route`.

    FastAPI runs no dependencies for such routes, nor for a mounted application: where they guard it, use `router`, or
    `view` for `add_api_route`.

    Args:
        handler: What the deliveries go to.
        transaction: What begins the transaction of each delivery, as `handle` takes it; None for none.

    Raises:
        ConfigurationError: It is no `AsyncWebhookHandler`, or `transaction` begins no transaction.
    """

    def __init__(self, handler: AsyncWebhookHandler, *, transaction: Any = None) -> None:
        endpoint.refuse_other_handler(__name__, handler, AsyncWebhookHandler)
        handler.check(transaction)
        self._handler, self._transaction = handler, transaction

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request.

        Args:
            scope: What ASGI says of the connection.
            receive: Gives the request's body.
            send: Takes the answer.
        """
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        try:
            outcome = await _answer(self._handler, Request(scope, receive), self._transaction)
        except ClientDisconnect:
            # The body never arrived whole, and nobody is left to tell.
            return
        await _response(outcome)(scope, receive, send)


def view(handler: AsyncWebhookHandler, *, transaction: Any = None) -> Callable[[Request], Awaitable[Response]]:
    """Return a path operation function, for options that `router` does not have.

        app.add_api_route("/hook", view(handler), methods=["POST"], dependencies=[Depends(guard)])

    Args:
        handler: What the deliveries go to.
        transaction: What begins the transaction of each delivery, as `handle` takes it; None for none.

    Raises:
        ConfigurationError: The handler is no `AsyncWebhookHandler`, or `transaction` begins no transaction.
    """
    endpoint.refuse_other_handler(__name__, handler, AsyncWebhookHandler)
    handler.check(transaction)

    async def answer(request: Request) -> Response:
        try:
            return _response(await _answer(handler, request, transaction))
        except ClientDisconnect:
            return _response(endpoint.INCOMPLETE)

    # FastAPI calls the route by the name of its function.
    answer.__name__ = ENDPOINT
    return answer


def router(
    handler: AsyncWebhookHandler, path: str = PATH, *, include_in_schema: bool = False, transaction: Any = None
) -> "fastapi.APIRouter":
    """Return a router with the endpoint. Dependencies run before it, and may read the body up to the handler's limit.

    Args:
        handler: What the deliveries go to.
        path: Where it answers.
        include_in_schema: Whether it stands in the OpenAPI document.
        transaction: What begins the transaction of each delivery, as `handle` takes it; None for none.

    Raises:
        ConfigurationError: The handler is no `AsyncWebhookHandler`, or `transaction` begins no transaction.
        ImportError: FastAPI is not installed; Starlette by itself needs `Route(path, Endpoint(handler))`.
    """
    try:
        from fastapi import APIRouter  # Starlette does without
    except ImportError:
        raise ImportError(f"{__name__}.router needs FastAPI: pip install '{NAME}[fastapi]'.") from None
    function = view(handler, transaction=transaction)
    made = APIRouter()
    made.add_api_route(
        path,
        function,
        methods=["POST"],
        name=ENDPOINT,
        summary="Receive a webhook delivery",
        response_class=PlainTextResponse,
        include_in_schema=include_in_schema,
        route_class_override=_route_class(handler.max_body),
    )
    return made


def _route_class(max_body: int) -> type[Any]:
    """The class of a route that bounds the body, whoever reads it, and words its refusals as the endpoint does."""
    from fastapi.routing import APIRoute

    class WebhookRoute(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def bounded(request: Request) -> Response:
                try:
                    return await handle(request)
                except _TooLarge:
                    return _response(endpoint.TOO_LARGE)

            return bounded

        async def handle(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
            if scope["method"] == "POST":
                await super().handle(scope, _bounded(receive, max_body), send)
            else:
                await _response(endpoint.WRONG_METHOD)(scope, receive, send)

    return WebhookRoute


class _TooLarge(HTTPException):
    """The body is larger than the handler takes. FastAPI turns any other exception of a body into an answer of 400."""


def _bounded(receive: "Receive", max_body: int) -> "Receive":
    received = 0

    async def bounded() -> "Message":
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > max_body:
            raise _TooLarge(endpoint.TOO_LARGE.status, endpoint.TOO_LARGE.text)
        return message

    return bounded


async def _answer(handler: AsyncWebhookHandler, request: Request, transaction: Any) -> "Outcome":
    refusal = endpoint.refuse_unread(request.method, request.headers.get("content-length"), handler.max_body)
    if refusal is not None:
        return refusal
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > handler.max_body:
                return endpoint.TOO_LARGE
    except RuntimeError:
        # Starlette's "Stream consumed".
        _log.error(endpoint.DRAINED, "a dependency", "await request.body()")
        return endpoint.NOT_SET_UP
    # For what reads the body of this request afterwards, as a dependency with `yield` may: what `body()` itself does.
    request._body = bytes(body)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    return await handler.handle(bytes(body), request.headers, transaction=transaction)


def _response(outcome: "Outcome") -> Response:
    return PlainTextResponse(outcome.text, outcome.status, dict(outcome.headers))
