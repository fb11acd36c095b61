"""The endpoints of the frameworks handle deliveries in a transaction, which is committed before they answer."""

from types import ModuleType

import django.db
import flask
import pytest
from django.conf import settings
from django.test import Client
from django.urls import path
from fastapi import FastAPI
from sdk.errors import ConfigurationError
from sdk.webhooks import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks import django as sdk_django
from sdk.webhooks import fastapi as sdk_fastapi
from sdk.webhooks import flask as sdk_flask
from sdk.webhooks.stores import AsyncSQLStore, MemoryStore, SQLStore
from sqlalchemy.ext.asyncio import create_async_engine
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from tests.runtime.webhooks.effects import prepared, write
from tests.runtime.webhooks.receiver import delivery, webhooks
from tests.runtime.webhooks.sites import PATH


@pytest.fixture
def effects(request, tmp_path):
    made = prepared("aiosqlite", request, tmp_path)
    yield made
    made.engine.dispose()


def failing_once(handler):
    faults = [ValueError("no")]

    @handler.on(name="write")
    def fails_once(event, connection):
        write(event, connection)
        if faults:
            raise faults.pop()

    return handler


ANSWERS = [(500, "not handled, deliver again"), (200, "handled"), (200, "handled before")]


def fastapi_router(handler, transaction):
    app = FastAPI()
    app.include_router(sdk_fastapi.router(handler, PATH, transaction=transaction))
    return app


def starlette_route(handler, transaction):
    return Starlette(routes=[Route(PATH, sdk_fastapi.Endpoint(handler, transaction=transaction))])


@pytest.mark.parametrize("made", [fastapi_router, starlette_route])
def test_fastapi_and_starlette(effects, made):
    engine = create_async_engine(effects.url)
    handler = failing_once(AsyncWebhookHandler(webhooks(), store=AsyncSQLStore(engine)))
    with TestClient(made(handler, engine)) as client:
        answers = [client.post(PATH, content=delivery()) for _ in range(3)]
        assert [(answer.status_code, answer.text) for answer in answers] == ANSWERS
        client.portal.call(engine.dispose)
    assert effects.count == [(71, "done")]


def test_flask(effects):
    handler = failing_once(WebhookHandler(webhooks(), store=SQLStore(effects.engine)))
    app = flask.Flask("site")
    app.register_blueprint(sdk_flask.blueprint(handler, PATH, transaction=True))
    answers = [app.test_client().post(PATH, data=delivery()) for _ in range(3)]
    assert [(answer.status_code, answer.text) for answer in answers] == ANSWERS
    assert effects.count == [(71, "done")]


@pytest.fixture
def site(effects, monkeypatch):
    """Django with a database that wraps each request in a transaction, and its one view."""
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": effects.engine.url.database, "ATOMIC_REQUESTS": True}
    connections = django.db.utils.ConnectionHandler({"default": database})
    for place in (django.db, django.db.transaction, sdk_django, django.core.handlers.base):
        monkeypatch.setattr(place, "connections", connections, raising=False)
    monkeypatch.setattr(django.db.transaction, "get_connection", lambda using=None: connections[using or "default"])

    def serve(view):
        urls = ModuleType("urls")
        urls.urlpatterns = [path(PATH.removeprefix("/"), view)]
        monkeypatch.setattr(settings, "ROOT_URLCONF", urls, raising=False)
        return Client(raise_request_exception=False)

    yield serve
    connections["default"].close()


@pytest.mark.parametrize("transaction", [True, "default"])
def test_django_with_atomic_requests(effects, site, transaction):
    handler, depths = WebhookHandler(webhooks(), store=SQLStore()), []
    failing_once(handler)

    @handler.on(name="depth")
    def depth(event, connection):
        # One for the function: the request has no transaction around the view's own.
        depths.append((connection.in_atomic_block, len(connection.savepoint_ids)))

    client = site(sdk_django.view(handler, transaction=transaction))
    answers = [client.post(PATH, delivery(), content_type="application/json") for _ in range(3)]
    assert [(answer.status_code, answer.content.decode()) for answer in answers] == ANSWERS
    assert effects.count == [(71, "done")]
    assert depths == [(True, 1)]


def test_django_refuses_a_transaction_that_it_cannot_begin(site):
    asynchronous = AsyncWebhookHandler(webhooks(), store=AsyncSQLStore())
    with pytest.raises(ConfigurationError, match="Django's transactions are not to be awaited"):
        sdk_django.view(asynchronous, transaction=True)
    with pytest.raises(ConfigurationError, match="names the database 'other', which Django does not have"):
        sdk_django.view(WebhookHandler(webhooks(), store=SQLStore()), transaction="other")


@pytest.mark.parametrize("make", [sdk_flask.view, sdk_flask.blueprint, sdk_django.view])
def test_what_begins_no_transaction_is_refused_before_a_delivery_comes(make):
    with pytest.raises(ConfigurationError, match="transaction= takes an engine"):
        make(WebhookHandler(webhooks(), store=SQLStore()), transaction=5)
    with pytest.raises(ConfigurationError, match="need SQLStore or AsyncSQLStore"):
        make(WebhookHandler(webhooks(), store=MemoryStore()), transaction=True)


@pytest.mark.parametrize("make", [sdk_fastapi.view, sdk_fastapi.router, sdk_fastapi.Endpoint])
def test_fastapi_refuses_it_too(make):
    with pytest.raises(ConfigurationError, match="transaction=True needs a store with an engine"):
        make(AsyncWebhookHandler(webhooks(), store=AsyncSQLStore()), transaction=True)
