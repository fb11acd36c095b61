"""A small normalised document with every kind of thing that stubs are made of."""

from typing import Any

from sdkwright.ir import Api, build

_TEXT = {"type": "string", "nullable": True}
_INT = {"type": "integer", "format": "int32", "nullable": True}
_MONEY = {"type": "number", "format": "decimal", "nullable": True}
_DATE = {"type": "string", "format": "date-time", "nullable": True}
_FLAG = {"type": "boolean", "nullable": True}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _may(name: str) -> dict[str, Any]:
    return {"allOf": [_ref(name)], "nullable": True}


def _many(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name), "nullable": True}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def operation(
    name: str,
    answer: dict[str, Any] | None,
    *parameters: dict[str, Any],
    upstream: str | None = None,
) -> dict[str, Any]:
    """An operation `name` that answers `answer`, or 204 when that is None."""
    made: dict[str, Any] = {
        "operationId": name,
        "tags": [name.partition(".")[0]],
        "security": [{"x-auth-key": [], "x-auth-secret": []}],
        "parameters": list(parameters),
        "responses": {"4XX": {"$ref": "#/components/responses/Error"}, "5XX": {"$ref": "#/components/responses/Error"}},
    }
    if upstream is not None:
        made["x-upstream-id"] = upstream
    success = {"description": "OK"}
    if answer is None:
        made["responses"]["204"] = success
    else:
        made["responses"]["200"] = success | {"content": {"application/json": {"schema": answer}}}
    return made


def query(name: str, wire: str, kind: str, *, required: bool) -> dict[str, Any]:
    """A query parameter that Python calls `name` and the wire `wire`."""
    return {"name": name, "x-wire-name": wire, "in": "query", "required": required, "schema": {"type": kind}}


def document() -> dict[str, Any]:
    """A fresh copy of the sample."""
    return {
        "openapi": "3.0.3",
        "info": {"title": "Sample", "version": "1"},
        "paths": {
            "/api/invoice/all": {
                "get": operation(
                    "invoices.list",
                    _ref("InvoicePage"),
                    query("page", "queryOptions.page", "integer", required=False),
                    upstream="InvoiceApi_All",
                )
                | {"x-paginated": {"items": "InvoiceSummary", "page": "page", "page_size": "page_size"}}
            },
            "/api/invoice/details": {
                "get": operation(
                    "invoices.get",
                    _ref("Invoice"),
                    query("id", "id", "integer", required=True),
                    upstream="InvoiceApi_Details",
                )
            },
            "/api/invoice/new": {"post": operation("invoices.create", _ref("Invoice"))},
            "/api/invoice/status": {"get": operation("invoices.get_status", _ref("InvoiceStatus"))},
            "/api/worktype/new": {"post": operation("work_types.create", {"type": "integer", "format": "int32"})},
            "/api/worktype/search": {
                "get": operation(
                    "work_types.search",
                    {"type": "array", "items": {"type": "string"}},
                    query("query", "queryOptions.query", "string", required=True),
                )
            },
            "/api/client/candelete": {"get": operation("clients.can_delete", {"type": "boolean"})},
            "/api/client/update": {"post": operation("clients.update", None)},
            "/api/general/countries": {"get": operation("countries.list", {"type": "array", "items": _ref("Country")})},
            "/api/general/dateformats": {
                "get": operation("date_formats.list", {"type": "array", "items": {"type": "string"}})
            },
            "/api/paymentlink/all": {"get": operation("payment_links.list", _many("PaymentLinkRecord"))},
        },
        "components": {
            "securitySchemes": {
                name: {"type": "apiKey", "in": "header", "name": name} for name in ("x-auth-key", "x-auth-secret")
            },
            "schemas": {
                "Client": _object(Id=_INT, Name=_TEXT, Email=_TEXT, Vat=_TEXT, ClientCurrencyId=_INT),
                "Country": _object(Id=_INT, Name=_TEXT, Value=_TEXT),
                "Currency": _object(Code=_TEXT, Id=_INT, Name=_TEXT, Symbol=_TEXT, Value=_TEXT),
                "ErrorInfo": _object(Code=_TEXT, FaultMessage=_TEXT),
                "Invoice": _object(
                    Client=_may("Client"),
                    ClientId=_INT,
                    Currency=_may("Currency"),
                    CurrencyId=_INT,
                    DiscountAmount=_MONEY,
                    Duedate=_DATE,
                    Id=_INT,
                    IssuedOn=_DATE,
                    Items=_many("InvoiceItem"),
                    Number=_TEXT,
                    Status=_may("InvoiceStatus"),
                    SubTotalAmount=_MONEY,
                    TaxAmount=_MONEY,
                    TotalAmount=_MONEY,
                ),
                "InvoiceItem": _object(
                    Cost=_MONEY,
                    DiscountAmount=_MONEY,
                    DiscountPercentage=_MONEY,
                    Quantity=_MONEY,
                    SubTotalAmount=_MONEY,
                    TaxAmount=_MONEY,
                    TaxPercentage=_MONEY,
                    TotalAmount=_MONEY,
                ),
                "InvoicePage": _object(
                    Count=_INT,
                    ErrorMessages=_many("ErrorInfo"),
                    IsFaulted=_FLAG,
                    Result=_many("InvoiceSummary"),
                    TotalCount=_INT,
                ),
                "InvoiceSummary": _object(
                    Id=_INT,
                    Number=_TEXT,
                    DiscountAmount=_MONEY,
                    SubTotalAmount=_MONEY,
                    TaxAmount=_MONEY,
                    TotalAmount=_MONEY,
                ),
                "InvoiceStatus": {"type": "string", "enum": ["Draft", "Paid", "Unpaid"]},
                # Two records that hold each other, as the server's own entities do.
                "PaymentLinkRecord": _object(
                    Id=_INT, Password=_TEXT, Owner=_may("UserRecord"), Links=_many("UserRecord")
                ),
                "UserRecord": _object(Id=_INT, Link=_may("PaymentLinkRecord"), Links=_many("PaymentLinkRecord")),
            },
        },
    }


def api() -> Api:
    """The representation of the sample."""
    return build(document())
