"""Small stand-ins for generated code, and one way to call either kind of client in a test."""

import asyncio
from decimal import Decimal

import httpx
import sdk
from msgspec import UNSET, UnsetType, field
from sdk import _api, auth
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk._names.errors import SDKError as ThingsError
from sdk.enums import OpenEnum

KEY = "key-4f1d2c"
SECRET = "secret-9b7e8a"
BASE_URL = "https://api.example"

# What the package under test declares.
NAME, CLIENT, ENVIRONMENT = _api.NAME, _api.CLIENT, _api.ENVIRONMENT
PACKAGE = sdk.__package_under_test__
REQUESTS = f"{NAME}.requests"
KEY_HEADER, SECRET_HEADER = (name for *_, name in _api.SECURITY)
STYLE, ITEMS, TOTAL, COUNT, PAGE_SIZE, _ = next(iter(_api.PAGINATION.values()))
MESSAGE = _api.MESSAGE_FIELDS[0]
Things, AsyncThings = getattr(sdk, CLIENT), getattr(sdk, f"Async{CLIENT}")
ThingsAuth = getattr(auth, f"{CLIENT}Auth")


class Status(OpenEnum):
    DRAFT = "Draft"
    SENT = "Sent"


class Line(Model, kw_only=True):
    cost: Decimal | None = field(name="Cost", default=None)
    note: str | None = field(name="Note", default=None)


class Thing(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    status: Status | None = field(name="Status", default=None)
    items: list[Line] | None = field(name="Items", default=None)


class ThingCreate(Model, kw_only=True):
    number: str | UnsetType | None = field(name="Number", default=UNSET)
    cost: Decimal | UnsetType | None = field(name="Cost", default=UNSET)
    items: list[Line] | UnsetType | None = field(name="Items", default=UNSET)


class ErrorInfo(Model, kw_only=True):
    code: str | None = field(name="Code", default=None)
    fault_message: str | None = field(name="FaultMessage", default=None)
    user_visible_message: str | None = field(name="UserVisibleMessage", default=None)


class ThingPage(Model, kw_only=True):
    total_count: int | None = field(name="TotalCount", default=None)
    count: int | None = field(name="Count", default=None)
    result: list[Thing] | None = field(name="Result", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)


GET = Operation(name="things.get", method="GET", path="/api/thing/details", result=Thing)
LIST = Operation(name="things.list", method="GET", path="/api/thing/all", result=ThingPage)
ALL = Operation(name="things.all", method="GET", path="/api/thing/every", result=list[Thing])
CREATE = Operation(name="things.create", method="POST", path="/api/thing/new", result=int)
CAN = Operation(name="things.can_delete", method="GET", path="/api/thing/can", result=bool)
STATUS = Operation(name="things.get_status", method="GET", path="/api/thing/status", result=Status)
UPDATE = Operation(name="things.update", method="POST", path="/api/thing/update", result=None)


class Both:
    """Calls operations through a sync or an async client on a handler in place of the network."""

    def __init__(self, kind):
        self.kind = kind

    def client(self, handler, **settings):
        transport = httpx.MockTransport(handler)
        settings = {"api_key": KEY, "api_secret": SECRET, "base_url": BASE_URL, "max_retries": 0} | settings
        if self.kind == "sync":
            return SyncClient(http_client=httpx.Client(transport=transport), **settings)
        return AsyncClient(http_client=httpx.AsyncClient(transport=transport), **settings)

    def call(self, client, operation, **arguments):
        answer = client.call(operation, **arguments)
        return answer if self.kind == "sync" else asyncio.run(_await(answer))

    def ask(self, handler, operation, *, settings=None, **arguments):
        """Make a client, call once."""
        return self.call(self.client(handler, **(settings or {})), operation, **arguments)


async def _await(coroutine):
    return await coroutine
