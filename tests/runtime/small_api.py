"""A small API of the tests' own: its models and operations, and its resources as members of the package's clients."""

import inspect
from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field
from sdk import _api
from sdk._core.sync_client import SyncClient
from sdk._http.operation import Operation
from sdk._json.model import Model
from sdk._names.clients import AsyncSDKClient, SDKClient
from sdk.enums import OpenEnum
from sdk.pagination import AsyncPager, Pager
from sdk.testing import _catalogue, replies

STYLE, ITEMS, TOTAL, *_ = next(iter(_api.PAGINATION.values()), ("page-number", "items", "total"))


class Status(OpenEnum):
    DRAFT = "Draft"
    PAID = "Paid"
    UNPAID = "Unpaid"


class Owner(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    email: str | None = field(name="Email", default=None)


class Part(Model, kw_only=True):
    cost: Decimal | None = field(name="Cost", default=None)
    quantity: Decimal | None = field(name="Quantity", default=None)
    description: str | None = field(name="Description", default=None)


class Thing(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    number: str | None = field(name="Number", default=None)
    status: Status | None = field(name="Status", default=None)
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    made_on: datetime | None = field(name="MadeOn", default=None)
    urgent: bool | None = field(name="Urgent", default=None)
    access_token: str | None = field(name="AccessToken", default=None)
    notes: str | None = field(name="Notes", default=None)
    link: str | None = field(name="Link", default=None)
    owner: Owner | None = field(name="Owner", default=None)
    parts: list[Part] | None = field(name="Parts", default=None)
    spare: "Thing | None" = field(name="Spare", default=None)


class ThingCreate(Model, kw_only=True):
    number: str | UnsetType | None = field(name="Number", default=UNSET)
    status: Status | UnsetType | None = field(name="Status", default=UNSET)
    total_amount: Decimal | UnsetType | None = field(name="TotalAmount", default=UNSET)
    made_on: datetime | UnsetType | None = field(name="MadeOn", default=UNSET)
    urgent: bool | UnsetType | None = field(name="Urgent", default=UNSET)
    access_token: str | UnsetType | None = field(name="AccessToken", default=UNSET)
    notes: str | UnsetType | None = field(name="Notes", default=UNSET)
    owner_id: int | UnsetType | None = field(name="OwnerId", default=UNSET)
    parts: list[Part] | UnsetType | None = field(name="Parts", default=UNSET)


class ThingUpdate(Model, kw_only=True):
    id: int = field(name="Id")
    number: str | UnsetType | None = field(name="Number", default=UNSET)
    status: Status | UnsetType | None = field(name="Status", default=UNSET)
    total_amount: Decimal | UnsetType | None = field(name="TotalAmount", default=UNSET)
    made_on: datetime | UnsetType | None = field(name="MadeOn", default=UNSET)
    urgent: bool | UnsetType | None = field(name="Urgent", default=UNSET)
    access_token: str | UnsetType | None = field(name="AccessToken", default=UNSET)
    notes: str | UnsetType | None = field(name="Notes", default=UNSET)
    owner_id: int | UnsetType | None = field(name="OwnerId", default=UNSET)
    parts: list[Part] | UnsetType | None = field(name="Parts", default=UNSET)


class StatusChange(Model, kw_only=True):
    id: int = field(name="Id")
    status: Status = field(name="Status")


class OwnerCreate(Model, kw_only=True):
    name: str = field(name="Name")
    email: str | UnsetType | None = field(name="Email", default=UNSET)


class OwnerUpdate(Model, kw_only=True):
    id: int = field(name="Id")
    name: str = field(name="Name")


class Tax(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    percentage: Decimal | None = field(name="Percentage", default=None)


class TaxCreate(Model, kw_only=True):
    name: str = field(name="Name")
    percentage: Decimal = field(name="Percentage")


class Identified(Model, kw_only=True):
    id: int = field(name="Id")


class Link(Model, kw_only=True):
    link: str | None = field(name="Link", default=None)


class Rate(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)
    value: str | None = field(name="Value", default=None)


class ThingPage(Model, kw_only=True):
    items: list[Thing] | None = field(name=ITEMS, default=None)
    total: int | None = field(name=TOTAL or "total", default=None)


_BY_ID = {"id": "id"}
OPERATIONS = {
    one.name: one
    for one in (
        Operation(name="things.get", method="GET", path="/things/details", result=Thing, required=_BY_ID),
        Operation(name="things.list", method="GET", path="/things/all", result=ThingPage),
        Operation(name="things.create", method="POST", path="/things/new", result=Thing, min_fields=1),
        Operation(name="things.update", method="POST", path="/things/update", result=None, min_fields=2),
        Operation(name="things.delete", method="POST", path="/things/delete", result=int),
        Operation(name="things.get_status", method="GET", path="/things/status", result=Status, required=_BY_ID),
        Operation(name="things.change_status", method="POST", path="/things/status", result=bool),
        Operation(name="things.get_link", method="GET", path="/things/link", result=Link, required=_BY_ID),
        Operation(name="things.can_delete", method="GET", path="/things/can", result=bool, required=_BY_ID),
        Operation(name="things.copy", method="POST", path="/things/copy", result=Thing, required={"": "id"}),
        Operation(name="owners.get", method="GET", path="/owners/details", result=Owner, required=_BY_ID),
        Operation(name="owners.list", method="GET", path="/owners/all", result=list[Owner]),
        Operation(name="owners.search", method="GET", path="/owners/search", result=list[Owner]),
        Operation(name="owners.create", method="POST", path="/owners/new", result=int),
        Operation(name="owners.update", method="POST", path="/owners/update", result=Owner),
        Operation(name="owners.delete", method="POST", path="/owners/delete", result=int),
        Operation(name="taxes.list", method="GET", path="/taxes/all", result=list[Tax]),
        Operation(name="taxes.create", method="POST", path="/taxes/new", result=int),
        Operation(name="taxes.delete", method="POST", path="/taxes/delete", result=int),
        Operation(name="rates.list", method="GET", path="/rates/all", result=list[Rate]),
    )
}


class Resource:
    """What all resources share: the client, of either kind."""

    def __init__(self, client):
        self._client = client

    def _call(self, name, **arguments):
        return self._client.call(OPERATIONS[f"{type(self).__name__.lower()}.{name}"], **arguments)


class Things(Resource):
    def list(self, page=None, page_size=None):
        pager = Pager if isinstance(self._client, SyncClient) else AsyncPager
        names = {"page_param": "queryOptions.page", "page_size_param": "queryOptions.pageSize"}
        return pager(self._client, OPERATIONS["things.list"], query={}, page=page, page_size=page_size, **names)

    def get(self, id):
        return self._call("get", query={"id": id})

    def create(self, **fields):
        return self._call("create", body=ThingCreate(**fields))

    def update(self, id, **fields):
        return self._call("update", body=ThingUpdate(id=id, **fields))

    def delete(self, id):
        return self._call("delete", body=Identified(id=id))

    def get_status(self, id):
        return self._call("get_status", query={"id": id})

    def change_status(self, id, status):
        return self._call("change_status", body=StatusChange(id=id, status=status))

    def get_link(self, id):
        return self._call("get_link", query={"id": id})

    def can_delete(self, id):
        return self._call("can_delete", query={"id": id})

    def copy(self, id):
        return self._call("copy", body=id)


class Owners(Resource):
    def get(self, id):
        return self._call("get", query={"id": id})

    def list(self):
        return self._call("list")

    def search(self, **query):
        return self._call("search", query={f"queryOptions.{name}": value for name, value in query.items()})

    def create(self, **fields):
        return self._call("create", body=OwnerCreate(**fields))

    def update(self, id, **fields):
        return self._call("update", body=OwnerUpdate(id=id, **fields))

    def delete(self, id):
        return self._call("delete", body=Identified(id=id))


class Taxes(Resource):
    def list(self):
        return self._call("list")

    def create(self, **fields):
        return self._call("create", body=TaxCreate(**fields))

    def delete(self, id):
        return self._call("delete", body=Identified(id=id))


class Rates(Resource):
    def list(self):
        return self._call("list")


RESOURCES = {"things": Things, "owners": Owners, "taxes": Taxes, "rates": Rates}


def stand_in(monkeypatch):
    """Let the package's clients and the fake service have this API for as long as a test lasts."""
    for name, resource in RESOURCES.items():
        for client in (SDKClient, AsyncSDKClient):
            monkeypatch.setattr(client, name, property(resource), raising=False)
    monkeypatch.setattr(_catalogue, "operations", lambda: OPERATIONS)
    monkeypatch.setattr(replies, "turns_pages", lambda name: name == "things.list")


def method_of(client, name):
    resource, verb = name.split(".")
    return getattr(getattr(client, resource), verb)


def required(method):
    """Arguments for the parameters without a default."""
    values = {"id": 1, "status": Status.PAID}
    names = [item.name for item in inspect.signature(method).parameters.values() if item.default is item.empty]
    return {name: values[name] for name in names if name in values}
