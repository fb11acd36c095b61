"""Every option of FastAPI that touches a route, with the endpoint's route below it."""

import contextlib

import pytest
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.routing import APIRoute
from sdk._api import NAME
from sdk.webhooks import fastapi as sdk_fastapi
from sdk.webhooks.dispatch import AsyncWebhookHandler
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.testclient import TestClient

from tests.runtime.webhooks import sites
from tests.runtime.webhooks.receiver import delivery


def guard():
    raise HTTPException(403, "address not allowed")


class Counted:
    """A dependency that counts its calls."""

    def __init__(self):
        self.calls = 0

    def __call__(self):
        self.calls += 1


def made(path="/hook", **settings):
    handler = sites.handler(AsyncWebhookHandler)
    handler.on()(lambda event: None)
    return sdk_fastapi.router(handler, path, **settings)


def post(app, path="/hook", body=None, **settings):
    return TestClient(app, **settings).post(path, content=delivery() if body is None else body)


def of_include(dependencies):
    app = FastAPI()
    app.include_router(made(), dependencies=dependencies)
    return app


def of_app(dependencies):
    app = FastAPI(dependencies=dependencies)
    app.include_router(made())
    return app


def of_group(dependencies):
    app, group = FastAPI(), APIRouter(dependencies=dependencies)
    group.include_router(made())
    app.include_router(group)
    return app


def of_nested_group(dependencies):
    app, outer, inner = FastAPI(), APIRouter(), APIRouter()
    inner.include_router(made())
    outer.include_router(inner, dependencies=dependencies)
    app.include_router(outer)
    return app


def of_route(dependencies):
    app, handler = FastAPI(), sites.handler(AsyncWebhookHandler)
    handler.on()(lambda event: None)
    app.add_api_route("/hook", sdk_fastapi.view(handler), methods=["POST"], dependencies=dependencies)
    return app


PLACES = [of_include, of_app, of_group, of_nested_group, of_route]


@pytest.mark.parametrize("place", PLACES)
def test_dependencies_run_before_the_handler(place):
    refused = post(place([Depends(guard)]))
    assert (refused.status_code, refused.json()) == (403, {"detail": "address not allowed"})
    counted = Counted()
    assert post(place([Depends(counted)])).text == "handled"
    assert counted.calls == 1


@pytest.mark.parametrize("place", PLACES)
def test_dependencies_are_overridden(place):
    app = place([Depends(guard)])
    app.dependency_overrides[guard] = lambda: None
    assert post(app).text == "handled"


@pytest.mark.parametrize("place", PLACES)
def test_dependencies_that_yield_end_after_the_handler(place):
    order = []

    async def around():
        order.append("before")
        yield
        order.append("after")

    assert post(place([Depends(around)])).text == "handled"
    assert order == ["before", "after"]


def test_prefixes_and_redirected_slashes():
    app, group = FastAPI(), APIRouter(prefix="/v1")
    group.include_router(made(), prefix="/in")
    app.include_router(group, prefix="/api")
    assert post(app, "/api/v1/in/hook").text == "handled"
    assert post(app, "/api/v1/in/hook/").text == "handled before"
    strict = FastAPI(redirect_slashes=False)
    strict.include_router(made())
    assert post(strict, "/hook/").status_code == 404


@pytest.mark.parametrize("shown", [True, False])
def test_the_document_has_the_route_where_it_is_asked_for(shown):
    app = FastAPI()
    app.include_router(made(include_in_schema=shown), tags=["hooks"], responses={413: {"description": "Too large"}})
    paths = app.openapi()["paths"]
    assert list(paths) == (["/hook"] if shown else [])
    if shown:
        assert paths["/hook"]["post"]["tags"] == ["hooks"]
        assert {"200", "413"} <= paths["/hook"]["post"]["responses"].keys()
    hidden = FastAPI()
    hidden.include_router(made(include_in_schema=True), include_in_schema=False)
    assert hidden.openapi()["paths"] == {}


@pytest.mark.parametrize("kind", [JSONResponse, HTMLResponse])
def test_the_answers_stay_plain_text_whatever_the_class_of_the_others(kind):
    app = FastAPI(default_response_class=kind)
    group = APIRouter(default_response_class=kind)
    group.include_router(made(), default_response_class=kind)
    app.include_router(group)
    answer = post(app)
    assert (answer.text, answer.headers["content-type"]) == ("handled", "text/plain; charset=utf-8")


def test_a_class_of_routes_of_one_s_own():
    class Marked(APIRoute):
        def get_route_handler(self):
            handle = super().get_route_handler()

            async def marked(request):
                response = await handle(request)
                response.headers["x-marked"] = "yes"
                return response

            return marked

    handler = sites.handler(AsyncWebhookHandler)
    handler.on()(lambda event: None)
    app, group = FastAPI(), APIRouter(route_class=Marked)
    group.add_api_route("/hook", sdk_fastapi.view(handler), methods=["POST"])
    app.include_router(group)
    assert post(app).headers["x-marked"] == "yes"


def test_the_lifespans_around_it_run():
    begun = []

    @contextlib.asynccontextmanager
    async def lifespan(app):
        begun.append("begun")
        yield
        begun.append("ended")

    app, group = FastAPI(lifespan=lifespan), APIRouter(lifespan=lifespan)
    group.include_router(made())
    app.include_router(group)
    with TestClient(app) as client:
        assert client.post("/hook", content=delivery()).text == "handled"
    assert begun == ["begun", "begun", "ended", "ended"]


def test_handlers_of_exceptions_see_what_dependencies_raise():
    app = of_app([Depends(guard)])
    bodies = []

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error):
        bodies.append(await request.body())
        return JSONResponse({"sorry": error.detail}, error.status_code)

    assert post(app).json() == {"sorry": "address not allowed"}
    assert bodies == [delivery()]


def test_middleware_of_the_application_surrounds_it():
    class Marks(BaseHTTPMiddleware):
        async def dispatch(self, request, call_next):
            response = await call_next(request)
            response.headers["x-marked"] = request.scope["route"].name
            return response

    app = FastAPI(middleware=[Middleware(Marks)])
    app.include_router(made())
    assert post(app).headers["x-marked"] == f"{NAME}_webhooks"
    assert app.url_path_for(f"{NAME}_webhooks") == "/hook"


def test_another_method_of_the_same_path_belongs_to_another_route():
    app = FastAPI()
    app.include_router(made())
    app.get("/hook")(lambda: "hello")
    client = TestClient(app)
    assert client.get("/hook").json() == "hello"
    put = client.put("/hook")
    assert (put.status_code, put.text, put.headers["allow"]) == (405, "POST only", "POST")
    assert client.request("PURGE", "/hook").text == "POST only"


def test_a_path_with_parameters_for_the_dependencies():
    accounts = []

    def account(account_id: int):
        accounts.append(account_id)

    app = FastAPI()
    app.include_router(made("/{account_id}/hook"), dependencies=[Depends(account)])
    assert post(app, "/7/hook").text == "handled"
    assert post(app, "/x/hook").status_code == 422
    assert accounts == [7]


def test_an_application_without_a_shell_answers_where_it_is_mounted():
    app, outer = of_app([Depends(guard)]), FastAPI()
    outer.mount("/sub", app)
    assert post(outer, "/sub/hook").status_code == 403
