"""A small vendor's document with one of everything that the passes change, and the names and the overlay for it."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, build
from sdkwright.normalise import Names, Normalised, Overlay, normalise
from sdkwright.normalise.context import Context
from sdkwright.normalise.ledger import Ledger
from sdkwright.project import Project

CONFIGURATION = Project.find(__file__).configuration

AUTH = {"name": "x-key", "in": "header", "required": True, "schema": {"type": "string", "default": "[key]"}}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {media_type: {"schema": copy.deepcopy(schema)} for media_type in ("application/json", "text/xml")}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _query(name: str, **schema: object) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema or {"type": "integer", "format": "int32"}}


def _operation(operation_id: str | None, *parameters: dict[str, Any], answer: dict[str, Any] | None) -> dict[str, Any]:
    response = {"description": "OK", "content": _content(answer)} if answer else {"description": "No Content"}
    operation = {
        "tags": ["Api"],
        "summary": f"Summary of {operation_id}",
        "parameters": [copy.deepcopy(AUTH), *parameters],
        "responses": {"200" if answer else "204": response},
    }
    return operation | ({"operationId": operation_id} if operation_id else {})


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


_STATUS = {"type": "string", "enum": ["Draft", "PastDue"], "description": "Where it stands"}
_DECIMAL = {"type": "number", "format": "double"}
_NUMBER = {"type": "integer", "format": "int32"}

_UPSTREAM: dict[str, Any] = {
    "openapi": "3.0.0",
    "info": {"title": "API", "version": "v1", "contact": {"name": "someone"}},
    "servers": [{"url": "https://api.example.com/", "x-region": "eu"}],
    "paths": {
        "/api/order/all": {
            "get": _operation(
                "OrderApi_All",
                _query("queryOptions.page"),
                _query("queryOptions.pageSize"),
                _query("queryOptions.order", type="string", enum=["Ascending", "Descending"]),
                answer=_ref("ListResult_OrderDetails_"),
            )
        },
        "/api/order/details": {
            "get": _operation("OrderApi_Details", {**_query("orderId"), "required": True}, answer=_ref("OrderApiModel"))
        },
        "/api/order/new": {
            "post": _operation("OrderApi_New", answer=_NUMBER)
            | {"requestBody": {"$ref": "#/components/requestBodies/OrderNew"}}
        },
        "/api/order/cancel": {
            "post": _operation(None, answer=None)
            | {"requestBody": {"required": True, "content": _content({"type": "integer"})}}
        },
    },
    "components": {
        "requestBodies": {"OrderNew": {"required": True, "content": _content(_ref("OrderNewApiModel"))}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "x-key"}},
        "schemas": {
            "OrderApiModel": _object(
                Id=_NUMBER,
                Status=_STATUS,
                Total=_DECIMAL | {"description": "Total of the order"},
                Duedate={"type": "string", "format": "date-time", "x-python-type": "os.system"},
                Items={"type": "array", "items": _ref("OrderItem")},
                First=_ref("OrderItem"),
            ),
            "OrderDetails": _object(Id=_NUMBER, Status=_STATUS),
            "OrderItem": _object(Title={"type": "string"}, Cost=_DECIMAL),
            "OrderNewApiModel": _object(
                ClientId=_NUMBER | {"description": "Whose order it is"},
                Status=_STATUS,
                Tax=_DECIMAL,
                Note={"type": "string", "maxLength": 20},
                Lines={"type": "array", "items": _ref("OrderNewLine")},
            )
            | {"required": ["ClientId"]},
            "OrderNewLine": _object(Cost=_DECIMAL),
            "ListResult_OrderDetails_": _object(
                TotalCount=_NUMBER,
                Count=_NUMBER,
                Result={"type": "array", "items": _ref("OrderDetails")},
                IsFaulted={"type": "boolean"},
                ErrorMessages={"type": "array", "items": _ref("IErrorInfo")},
            ),
            "IErrorInfo": _object(Code={"type": "string"}),
        },
    },
}

NAMES = Names(
    operations={
        "GET /api/order/all": "orders.list",
        "GET /api/order/details": "orders.get",
        "POST /api/order/new": "orders.create",
        "POST /api/order/cancel": "orders.cancel",
    },
    schemas={
        "OrderApiModel": "Order",
        "OrderDetails": "OrderSummary",
        "OrderItem": "OrderItem",
        "OrderNewApiModel": "OrderCreate",
        "OrderNewLine": "OrderCreateLine",
        "ListResult_OrderDetails_": "OrderPage",
        "IErrorInfo": "ErrorInfo",
        "ErrorBody": "ErrorBody",
    },
    enums={
        "OrderApiModel.Status": "OrderStatus",
        "OrderDetails.Status": "OrderStatus",
        "OrderNewApiModel.Status": "OrderStatus",
        "GET /api/order/all ?queryOptions.order": "SortOrder",
    },
    parameters={"GET /api/order/details ?orderId": "id", "POST /api/order/cancel body": "id"},
    properties={"Duedate": "due_date"},
    members={"OrderStatus.PastDue": "OVERDUE"},
)

OVERLAY: dict[str, Any] = {
    "overlay": "1.0.0",
    "info": {"title": "Corrections", "version": "1"},
    "actions": [
        {
            "target": "$.components",
            "description": "No error is documented.",
            "update": {
                "schemas": {"ErrorBody": _object(Message={"type": "string"})},
                "responses": {"Error": {"description": "It failed.", "content": _content(_ref("ErrorBody"))}},
            },
        },
        {
            "target": "$.paths[*][*].responses",
            "description": "As above.",
            "update": {"4XX": {"$ref": "#/components/responses/Error"}},
        },
        {
            "target": "$.components.schemas.*.properties['Total', 'Cost']",
            "description": "Money.",
            "update": {"x-unit": "money"},
        },
        {"target": "$.paths['/nowhere']", "description": "Not here.", "remove": True, "x-absent-in": "this revision"},
    ],
}


def upstream() -> dict[str, Any]:
    """The document, to do with as you like."""
    return copy.deepcopy(_UPSTREAM)


def overlay(*actions: dict[str, Any]) -> Overlay:
    """The sample's overlay with `actions` after its own."""
    return Overlay.parse(OVERLAY | {"actions": [*OVERLAY["actions"], *actions]}, name="overlay.yaml")


def normalised(document: dict[str, Any] | None = None, names: Names = NAMES) -> Normalised:
    """The sample, or `document`, normalised."""
    return normalise(document or upstream(), overlay(), names, name="sample.json", configuration=CONFIGURATION)


def api(document: dict[str, Any] | None = None) -> Api:
    """The representation of the sample normalised, or of a document as normalisation leaves it."""
    return build(document or normalised().document)


def context(**names: dict[str, str]) -> Context:
    """What a pass gets besides the document, with a ledger of its own."""
    return Context(Names(**names), Ledger(), configuration=CONFIGURATION)


def document(paths: dict[str, Any] | None = None, **components: Any) -> dict[str, Any]:
    """A document as a pass meets it: every part that the passes rely on is there."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "API", "version": "v1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths or {},
        "components": {"schemas": {}, **components},
    }


OK = {"200": {"description": "OK"}}


def get(**operation: Any) -> dict[str, Any]:
    """A path with one operation, which takes and answers nothing but what `operation` says."""
    return {"get": {"parameters": [], "responses": OK, **operation}}


def answers(schema: dict[str, Any], **content: Any) -> dict[str, Any]:
    """Responses whose one JSON body is of `schema`."""
    return {"200": {"description": "OK", "content": {"application/json": {"schema": schema}, **content}}}


def query(name: str, **more: Any) -> dict[str, Any]:
    """A query parameter of text."""
    return {"name": name, "in": "query", "schema": {"type": "string"}, **more}


def proposed(what: str, table: str, *lines: str) -> str:
    """The sentence that proposes names, an entry of `table` each."""
    listed = "".join(f"\n  {line}" for line in lines)
    return (
        f"{what}: {len(lines)}; take the names proposed here with `python -m sdkwright name --accept`, or put others "
        f"under [{table}] in spec/names.toml:{listed}"
    )


def refused(
    run: Callable[[dict[str, Any], Context], int], document: dict[str, Any], given: Context | None = None
) -> str:
    """The sentence with which a pass, or the lack of names after it, refuses `document`."""
    given = given or context()
    with pytest.raises(GeneratorError) as caught:
        _run_and_refuse(run, document, given)
    return str(caught.value)


def _run_and_refuse(run: Callable[[dict[str, Any], Context], int], document: dict[str, Any], given: Context) -> None:
    run(document, given)
    given.missing.refuse()
