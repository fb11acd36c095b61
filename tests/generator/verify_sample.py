"""A small staged tree that every judge accepts, for tests to spoil."""

from pathlib import Path

import attrs

from sdkwright.ir import build
from sdkwright.project import Project
from sdkwright.verify import verifying
from tests.generator.checkout import declare

INTEGER = {"type": "integer"}
_OK = {"200": {"description": "OK"}}
DOCUMENT = {
    "openapi": "3.0.3",
    "paths": {
        "/api/invoice/details": {
            "get": {
                "operationId": "invoices.get",
                "parameters": [{"name": "id", "in": "query", "x-wire-name": "id", "schema": INTEGER}],
                "responses": _OK,
            }
        },
        "/api/invoice/all": {
            "get": {
                "operationId": "invoices.list",
                "parameters": [{"name": "page", "in": "query", "x-wire-name": "queryOptions.page", "schema": INTEGER}],
                "responses": _OK,
            }
        },
        "/api/taxes/new": {"post": {"operationId": "taxes.create", "responses": _OK}},
    },
    "components": {
        "schemas": {
            "Invoice": {
                "type": "object",
                "properties": {
                    "Id": {"type": "integer", "nullable": True},
                    "Status": {"type": "string", "nullable": True},
                    "note": {"type": "string", "nullable": True},
                },
            },
            "InvoiceStatus": {"type": "string", "enum": ["Draft", "Paid"], "x-enum-varnames": ["DRAFT", "PAID"]},
        }
    },
}
API = build(DOCUMENT)

GENERATED = {
    "__init__.py": '''"""The package."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .client import AsyncEnvoice as AsyncEnvoice
    from .client import Envoice as Envoice
    from .models import Invoice as Invoice

_HOMES = {"Envoice": "client", "AsyncEnvoice": "client", "Invoice": "models"}
__all__ = ["AsyncEnvoice", "Envoice", "Invoice"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module("." + _HOMES[name], __name__), name)
''',
    "_build.py": '''"""What the package was made from."""

from typing import Final

BASE_URL: Final = "https://www.envoice.in"
GENERATORS: Final = {"one": "1.0"}
''',
    "models.py": '''"""Models."""

from __future__ import annotations

from msgspec import field

from envoice._runtime import Model, OpenEnum


class Invoice(Model, kw_only=True):
    """An invoice."""

    id: int | None = field(name="Id", default=None)
    status: str | None = field(name="Status", default=None)
    note: str | None = None


class InvoiceStatus(OpenEnum):
    """A status."""

    DRAFT = "Draft"
    PAID = "Paid"
''',
    "resources/__init__.py": "",
    "resources/invoices.py": '''"""Invoices."""

from typing import Final

from envoice import models
from envoice._runtime import AsyncRaw, Operation, Raw, Resource

_GET: Final = Operation(name="invoices.get", method="GET", path="/api/invoice/details", result=models.Invoice)
_LIST: Final = Operation(name="invoices.list", method="GET", path="/api/invoice/all", result=models.Invoice)


class Invoices(Resource):
    """Invoices."""

    def get(self, id: int) -> models.Invoice:
        """One."""
        return self.call(_GET, query={"id": id})

    def list(self, *, page: int | None = None) -> models.Invoice:
        """All."""
        return self.call(_LIST, query={"queryOptions.page": page})


class AsyncInvoices(Resource):
    """Invoices."""

    async def get(self, id: int) -> models.Invoice:
        """One."""
        return self.call(_GET, query={"id": id})

    def list(self, *, page: int | None = None) -> models.Invoice:
        """All."""
        return self.call(_LIST, query={"queryOptions.page": page})


class InvoicesRaw:
    """Raw."""

    get = Raw(Invoices.get)
    list = Raw(Invoices.list)


class AsyncInvoicesRaw:
    """Raw."""

    get = AsyncRaw(AsyncInvoices.get)
    list = AsyncRaw(AsyncInvoices.list)
''',
    "resources/taxes.py": '''"""Taxes."""

import builtins
from typing import Final

from envoice._runtime import AsyncRaw, Operation, Raw, Resource

_CREATE: Final = Operation(name="taxes.create", method="POST", path="/api/taxes/new", result=int)


class Taxes(Resource):
    """Taxes."""

    def create(self, *, open: bool = True) -> int:
        """One."""
        return self.call(_CREATE, query={"x": open})


class AsyncTaxes(Resource):
    """Taxes."""

    async def create(self) -> builtins.int:
        """One."""
        return self.call(_CREATE, query={})


class TaxesRaw:
    """Raw."""

    create = Raw(Taxes.create)


class AsyncTaxesRaw:
    """Raw."""

    create = AsyncRaw(AsyncTaxes.create)
''',
    "client.py": '''"""The clients."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.taxes import AsyncTaxes, Taxes


class Envoice:
    """Sync."""

    @cached_property
    def invoices(self) -> "Invoices":
        """Invoices."""
        from .additions import Invoices

        return Invoices()

    @cached_property
    def taxes(self) -> "Taxes":
        """Taxes."""
        from .resources.taxes import Taxes

        return Taxes()


class AsyncEnvoice:
    """Async."""

    @cached_property
    def invoices(self) -> "AsyncInvoices":
        """Invoices."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices()

    @cached_property
    def taxes(self) -> "AsyncTaxes":
        """Taxes."""
        from .resources.taxes import AsyncTaxes

        return AsyncTaxes()
''',
    "py.typed": "",
    "MANIFEST.json": "{}",
}

OVERRIDES = {
    "_runtime.py": '''"""What generated modules stand on."""

import enum
import os
from collections.abc import Mapping
from typing import Generic, TypeVar

import attrs
import msgspec

T = TypeVar("T")


class Model(msgspec.Struct):
    pass


class OpenEnum(str, enum.Enum):
    pass


class Raw:
    def __init__(self, method: object) -> None:
        self.method = method


class AsyncRaw(Raw):
    pass


@attrs.frozen
class Operation(Generic[T]):
    name: str
    method: str
    path: str
    result: type[T]


class Resource:
    def call(self, operation: Operation[T], *, query: Mapping[str, object]) -> T:
        raise NotImplementedError(os.name, operation, query)
''',
    "additions.py": '''"""More methods."""

from typing import Final

from envoice import _build, models
from envoice.resources.invoices import Invoices as _Invoices

BUILDS_ON: Final = ("_build.BASE_URL", "models.Invoice.status", "resources.invoices.Invoices.get")


class Invoices(_Invoices):
    def first(self) -> models.Invoice:
        return self.get(len(_build.BASE_URL))
''',
}

USAGE = '''"""Uses the surface."""

from typing import assert_type

from envoice import Envoice, Invoice

assert_type(Envoice().invoices.get(1), Invoice)
'''


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def stage(root: Path) -> tuple[Project, Path]:
    """A checkout in `root` with a staged package: the project and its staging folder."""
    project = attrs.evolve(declare(root), runtime=root / "runtime")
    staging = project.generated / ".staging"
    write(staging / "envoice", GENERATED | OVERRIDES)
    write(project.overrides, OVERRIDES)
    write(project.usage_sample.parent, {project.usage_sample.name: USAGE})
    return project, staging


def verify(stage, api, **options):
    """Judge a staged tree with nothing to do beside it, with the arguments and errors of `verifying`."""
    with verifying(stage, api, **options) as finish:
        finish()
