"""A site of every framework with one endpoint for deliveries, and Django's settings, which a process has once."""

from types import ModuleType

import django.test
import flask
from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.core.handlers.wsgi import WSGIHandler
from django.urls import path
from fastapi import APIRouter, FastAPI
from sdk._api import NAME
from sdk.webhooks import django as sdk_django
from sdk.webhooks import fastapi as sdk_fastapi
from sdk.webhooks import flask as sdk_flask
from sdk.webhooks.stores import MemoryStore
from starlette.applications import Starlette
from starlette.routing import Route

from tests.runtime.webhooks.receiver import webhooks

PATH = f"/webhooks/{NAME}"
MAX_BODY = 2000

settings.configure(
    SECRET_KEY="-",
    ALLOWED_HOSTS=["*"],
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    # Both would spoil deliveries if the endpoint let them.
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "ATOMIC_REQUESTS": True}},
    DATA_UPLOAD_MAX_MEMORY_SIZE=10,
    USE_TZ=True,
)
django.setup()


def handler(kind):
    return kind(webhooks(max_body=MAX_BODY), store=MemoryStore())


def fastapi_router(handler):
    app = FastAPI()
    app.include_router(sdk_fastapi.router(handler, PATH))
    return app


def fastapi_nested_router(handler):
    app, outer = FastAPI(), APIRouter(prefix="/webhooks")
    outer.include_router(sdk_fastapi.router(handler, f"/{NAME}"))
    app.include_router(outer)
    return app


def fastapi_route(handler):
    app = FastAPI()
    app.add_route(PATH, sdk_fastapi.Endpoint(handler))
    return app


def fastapi_mounted(handler):
    app = FastAPI()
    app.mount("/webhooks", Starlette(routes=[Route(f"/{NAME}", sdk_fastapi.Endpoint(handler))]))
    return app


def starlette_mounted(handler):
    app = Starlette()
    app.mount("/webhooks", sdk_fastapi.Endpoint(handler))
    return app


def flask_site(handler):
    app = flask.Flask("site")
    app.register_blueprint(sdk_flask.blueprint(handler, PATH))
    return app


def flask_rule(handler):
    app = flask.Flask("site")
    methods = ["POST", "GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
    app.add_url_rule(PATH, view_func=sdk_flask.view(handler), methods=methods, provide_automatic_options=False)
    return app


def django_urls(handler):
    """Make the endpoint the only view of Django's site."""
    urls = ModuleType("urls")
    urls.urlpatterns = [path(PATH.removeprefix("/"), sdk_django.view(handler))]
    settings.ROOT_URLCONF = urls
    return urls


def django_wsgi(handler):
    django_urls(handler)
    return WSGIHandler()


def django_asgi(handler):
    django_urls(handler)
    return ASGIHandler()


ASGI = {
    "FastAPI router": fastapi_router,
    "FastAPI nested router": fastapi_nested_router,
    "FastAPI route": fastapi_route,
    "FastAPI mounted": fastapi_mounted,
    "Starlette mounted": starlette_mounted,
}
WSGI = {"Flask blueprint": flask_site, "Flask rule": flask_rule}
