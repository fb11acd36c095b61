"""An endpoint for Flask. It needs the extra `flask`.

    app.register_blueprint(blueprint(handler, "/webhooks"))

Where Flask-WTF guards every view against cross-site requests, exempt the blueprint: `csrf.exempt(...)`. The signature
is what a delivery is trusted by.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from .._api import NAME
from . import endpoint
from .dispatch import WebhookHandler
from .endpoint import ENDPOINT, PATH, Outcome

try:
    from flask import Blueprint, Response, request
    from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
except ImportError:
    raise ImportError(f"{__name__} needs Flask: pip install '{NAME}[flask]'.") from None

__all__ = ["blueprint", "view"]

BUILDS_ON: Final = ("_api.NAME",)

_log: Final = logging.getLogger(f"{NAME}.webhooks")

_METHODS: Final = ("POST", "GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")


def view(handler: WebhookHandler, *, transaction: Any = None) -> Callable[[], Response]:
    """Return a view function, for a rule that lets every method through to it.

    Args:
        handler: What the deliveries go to.
        transaction: What begins the transaction of each delivery, as `handle` takes it; None for none.

    Raises:
        ConfigurationError: It is no `WebhookHandler`, or `transaction` begins no transaction.
    """
    endpoint.refuse_other_handler(__name__, handler, WebhookHandler)
    handler.check(transaction)

    def answer() -> Response:
        outcome = _answer(handler, transaction)
        return Response(outcome.text, outcome.status, dict(outcome.headers), mimetype="text/plain")

    # Flask calls the rule by the name of its function.
    answer.__name__ = ENDPOINT
    return answer


def blueprint(handler: WebhookHandler, path: str = PATH, *, name: str = ENDPOINT, transaction: Any = None) -> Blueprint:
    """Return a blueprint with the endpoint.

    Args:
        handler: What the deliveries go to.
        path: Where it answers.
        name: The blueprint's name, unique in the application.
        transaction: What begins the transaction of each delivery, as `handle` takes it; None for none.

    Raises:
        ConfigurationError: The handler is no `WebhookHandler`, or `transaction` begins no transaction.
    """
    made = Blueprint(name, __name__)
    # Flask's own answer to another method is a page of HTML.
    made.add_url_rule(
        path, view_func=view(handler, transaction=transaction), methods=_METHODS, provide_automatic_options=False
    )
    return made


def _answer(handler: WebhookHandler, transaction: Any) -> "Outcome":
    refusal = endpoint.refuse_unread(
        request.method, request.headers.get("Content-Length"), handler.max_body
    ) or endpoint.refuse_unreadable(request.environ)
    if refusal is not None:
        return refusal
    try:
        body = _read(handler.max_body)
    except RequestEntityTooLarge:
        return endpoint.TOO_LARGE
    except ClientDisconnected:
        return endpoint.INCOMPLETE
    if len(body) > handler.max_body:
        return endpoint.TOO_LARGE
    if not body and (request.content_length or 0) > 0:
        _log.error(endpoint.DRAINED, "a function before the view", "request.get_data()")
        return endpoint.NOT_SET_UP
    return handler.handle(body, cast("Mapping[str, str]", request.headers), transaction=transaction)


def _read(max_body: int) -> bytes:
    # In place of the site's limit, which is for its forms. A body without a length is cut off there in silence, hence
    # the one byte more.
    request.max_content_length = max_body + 1
    # Kept for code that reads the body after the view, such as `after_request`.
    body = request.get_data()
    if 0 < len(body) < (request.content_length or 0):
        raise ClientDisconnected
    return body
