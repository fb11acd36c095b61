"""Small stand-ins for generated code, and one way to call either kind of client in a test."""

import asyncio
import json
from decimal import Decimal

import httpx
import pytest
import sdk
from msgspec import UNSET, UnsetType, field
from sdk import _api, _build, auth
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk._names.errors import SDKError
from sdk.enums import OpenEnum
from sdk.hooks.errors import Errors
from sdk.pagination import AsyncPager, Pager

KEY = "key-4f1d2c"
SECRET = "secret-9b7e8a"
BASE_URL = "https://api.example"

# What the package under test declares. Some tests are of what only some packages do.
every_property_nullable = pytest.mark.skipif(
    _api.NULLABLE != "every-property", reason="this package declares which properties may be null"
)
text_or_ordinal = pytest.mark.skipif(
    _api.ENUMS != "text-or-ordinal", reason="no enum of this package comes as a number"
)
bare_words = pytest.mark.skipif(not _api.BARE_WORDS, reason="no enum of this package comes without quotes")
NAME, CLIENT, ENVIRONMENT = _api.NAME, _api.CLIENT, _api.ENVIRONMENT
PACKAGE = sdk.__package_under_test__
REQUESTS = f"{NAME}.requests"
SERVICE = _build.BASE_URL
KEY_VARIABLE, SECRET_VARIABLE = (variable for _, _, variable, *_ in _api.SECURITY)
KEY_HEADER, SECRET_HEADER = (name.lower() for *_, name in _api.SECURITY)
_, ITEMS, TOTAL, _count, PAGE_SIZE, TRUSTS_TOTAL = next(iter(_api.PAGINATION.values()))
COUNT = _count or "count"
REQUEST_ID, *_, LAST_REQUEST_ID = _api.REQUEST_ID_HEADERS
MESSAGE, FIELDS = _api.MESSAGE_FIELDS[0], _api.FIELD_ERRORS
FLAG, REASONS, TEXT = _api.FAULT_FLAG, _api.FAULT_MESSAGES, Errors.fault_message_fields[0]
ThingsError = SDKError
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


class Reason(Model, kw_only=True):
    text: str | None = field(name=TEXT, default=None)


class ThingPage(Model, kw_only=True):
    total_count: int | None = field(name=TOTAL, default=None)
    count: int | None = field(name=COUNT, default=None)
    result: list[Thing] | None = field(name=ITEMS, default=None)
    is_faulted: bool | None = field(name=FLAG, default=None)
    error_messages: list[Reason] | None = field(name=REASONS, default=None)


GET = Operation(name="things.get", method="GET", path="/api/thing/details", result=Thing)
LIST = Operation(name="things.list", method="GET", path="/api/thing/all", result=ThingPage)
ALL = Operation(name="things.all", method="GET", path="/api/thing/every", result=list[Thing])
CREATE = Operation(name="things.create", method="POST", path="/api/thing/new", result=int)
CAN = Operation(name="things.can_delete", method="GET", path="/api/thing/can", result=bool)
STATUS = Operation(name="things.get_status", method="GET", path="/api/thing/status", result=Status)
UPDATE = Operation(name="things.update", method="POST", path="/api/thing/update", result=None)


def said(**properties):
    """The body of an error, with the names that the package under test declares for what it says."""
    names = {"message": MESSAGE, "fields": FIELDS, "flag": FLAG, "reasons": REASONS}
    return json.dumps({names[name]: value for name, value in properties.items()}).encode()


def page(*items, **properties):
    """The body of a page with these items."""
    names = {"total": TOTAL, "count": COUNT, "flag": FLAG, "reasons": REASONS}
    return json.dumps({names[name]: value for name, value in properties.items()} | {ITEMS: items}).encode()


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
        return self.ended(answer)

    def ended(self, answer):
        """What a call of this kind of client has come to."""
        return answer if self.kind == "sync" else asyncio.run(_await(answer))

    def pager(self, client, operation=LIST):
        """What turns the pages of a list that is asked for by `p` and `s`."""
        kind = Pager if self.kind == "sync" else AsyncPager
        return kind(client, operation, query={}, page=None, page_param="p", page_size=None, page_size_param="s")

    def ask(self, handler, operation, *, settings=None, **arguments):
        """Make a client, call once."""
        return self.call(self.client(handler, **(settings or {})), operation, **arguments)


async def _await(coroutine):
    return await coroutine
