"""What the tests of lists that are read forward share: models, a client of either kind, and a service that answers."""

import asyncio
import json
from urllib.parse import parse_qsl, urlsplit

from msgspec import UNSET, UnsetType, field
from sdk._core.async_client import AsyncClient
from sdk._core.sync_client import SyncClient
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk.pagination.forward import AsyncForwardPager, ForwardPager, Scheme
from sdk.transports import Response

from tests.runtime.standin import BASE_URL, KEY, SECRET

MOST = 30
"""Requests after which a service says that reading does not end."""


class Thing(Model, kw_only=True):
    id: str | int | None = field(name="id", default=None)
    note: str | None = field(name="note", default=None)


class Inner(Model, kw_only=True):
    things: list[Thing] | None = field(name="things", default=None)


class Meta(Model, kw_only=True):
    cursor: str | int | None = field(name="cursor", default=None)
    url: str | None = field(name="url", default=None)
    total: int | None = field(name="total", default=None)
    pages: int | None = field(name="pages", default=None)


class Things(Model, kw_only=True):
    data: Inner | None = field(name="data", default=None)
    meta: Meta | None = field(name="meta", default=None)
    has_more: bool | None = field(name="has_more", default=None)


class Search(Model, kw_only=True):
    text: str = field(name="Text")
    cursor: str | UnsetType | None = field(name="Cursor", default=UNSET)


_KINDS = {"cursor": ("cursor", str), "limit": ("limit", int), "n": ("n", int)}
LIST = Operation(name="things.list", method="GET", path="/api/things", result=Things, kinds=_KINDS)
BARE = Operation(name="things.all", method="GET", path="/api/things", result=list[Thing], kinds=_KINDS)
SEARCH = Operation(name="things.search", method="POST", path="/api/search", result=Things)

_ITEMS = {"items": ("data", "things"), "sized_by": "limit"}
_MORE = {"has_more": ("has_more",)}
_TOTAL = {"total": ("meta", "total")}
CURSOR = Scheme(style="cursor", turned_by="cursor", next=("meta", "cursor"), **_ITEMS, **_TOTAL)
MORE = Scheme(style="cursor", turned_by="cursor", next=("meta", "cursor"), **_ITEMS, **_MORE)
LAST = Scheme(style="cursor", turned_by="cursor", last_item=("id",), **_ITEMS, **_MORE)
OFFSET = Scheme(style="offset", turned_by="n", **_ITEMS, **_TOTAL, **_MORE)
NUMBER = Scheme(style="page-number", turned_by="n", first=0, pages=("meta", "pages"), **_ITEMS, **_TOTAL, **_MORE)
URL = Scheme(style="next-url", next=("meta", "url"), **_ITEMS)
LINK = Scheme(style="link-header", sized_by="limit")
BODY = Scheme(style="cursor", turned_by="Cursor", place="body", next=("meta", "cursor"), **_ITEMS)


class Service:
    """Answers each request by a function of its query and number; notes what was asked; gives up on endless reading."""

    def __init__(self, answer, *, most=MOST):
        self.answer, self.most, self.sent = answer, most, []

    @property
    def asked(self):
        """The queries that were asked, and of a body what it holds."""
        return [self._query(request) for request in self.sent]

    @staticmethod
    def _query(request):
        query = dict(parse_qsl(urlsplit(request.url).query, keep_blank_values=True))
        return query | (json.loads(request.content) if request.content else {})

    def send(self, request):
        self.sent.append(request)
        assert len(self.sent) <= self.most, "reading does not end"
        answer = self.answer(self._query(request), len(self.sent))
        return answer if isinstance(answer, Response) else answered(answer)

    def close(self):
        pass


class Awaited:
    """The same service for an asynchronous client."""

    def __init__(self, service):
        self.service = service

    async def send(self, request):
        return self.service.send(request)

    async def aclose(self):
        pass


def answered(body, status=200, **headers):
    """An answer in JSON."""
    return Response(status, {"content-type": "application/json", **headers}, json.dumps(body).encode())


def things(ids, *, more=None, **meta):
    """A page with items of these ids."""
    body = {"data": {"things": [{"id": id} for id in ids]}, "meta": meta}
    return body if more is None else body | {"has_more": more}


def pager(service, scheme, operation=LIST, *, asynchronous=False, client=None, **arguments):
    """What reads a list of the service."""
    settings = {"api_key": KEY, "api_secret": SECRET, "base_url": BASE_URL, "max_retries": 0} | (client or {})
    if asynchronous:
        made = AsyncClient(transport=Awaited(service), **settings)
        return AsyncForwardPager(made, operation, scheme, **arguments)
    return ForwardPager(SyncClient(transport=service, **settings), operation, scheme, **arguments)


def pages_of(reading):
    """All pages that a pager of either kind gives."""
    if isinstance(reading, ForwardPager):
        return list(reading.pages())

    async def read():
        return [page async for page in reading.pages()]

    return asyncio.run(read())


def ids_of(reading):
    """The ids of all items that a pager of either kind gives."""
    if isinstance(reading, ForwardPager):
        return [item.id for item in reading]

    async def read():
        return [item.id async for item in reading]

    return asyncio.run(read())
