"""A small, well-behaved document that gives every pass something to do, for the corpus to spoil."""

import copy
from collections.abc import Mapping
from typing import Any

import attrs

from sdkwright.normalise import Names, Overlay

Json = dict[str, Any]

LIST, CREATE, GET = "/api/note/all", "/api/note/new", "/api/note/details"
KIND, ORDER = "NoteApi.Kind", f"GET {LIST} ?queryOptions.order"

OVERLAY = Overlay.parse(
    {
        "overlay": "1.0.0",
        "actions": [
            {
                "target": "$.components",
                "description": "No operation documents an error.",
                "update": {
                    "schemas": {
                        "ErrorBody": {"type": "object", "properties": {"Message": {"type": "string"}}},
                        "WebhookActivity": {
                            "type": "object",
                            "properties": {
                                **{name: {"type": "integer"} for name in ("Id", "Type", "InvoiceId", "OrderId")},
                                **{
                                    name: {"type": "string"}
                                    for name in ("Message", "Link", "InvoiceNumber", "OrderNumber")
                                },
                                "CreatedOn": {"type": "string", "format": "date-time"},
                            },
                        },
                        "Activity": {
                            "type": "object",
                            "properties": {"Type": {"type": "string", "enum": ["Created", "Paid"]}},
                        },
                        "WebhookDelivery": {"type": "object", "properties": {"Signature": {"type": "string"}}},
                    },
                    "responses": {
                        "Error": {
                            "description": "The request failed.",
                            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorBody"}}},
                        }
                    },
                },
            },
            {
                "target": "$.paths[*][*].responses",
                "description": "Every operation can fail.",
                "update": {
                    "4XX": {"$ref": "#/components/responses/Error"},
                    "5XX": {"$ref": "#/components/responses/Error"},
                },
            },
        ],
    },
    name="the test's overlay",
)

NAMES: dict[str, dict[str, str]] = {
    "operations": {f"GET {LIST}": "notes.list", f"POST {CREATE}": "notes.create", f"GET {GET}": "notes.get"},
    "schemas": {
        name: name.removesuffix("Api")
        for name in ("NoteApi", "NotePageApi", "NoteCreateApi", "ErrorInfo", "Colour", "ErrorBody")
    }
    | {name: name for name in ("Activity", "WebhookActivity", "WebhookDelivery")},
    "enums": {KIND: "NoteKind", ORDER: "NoteOrder", "Activity.Type": "ActivityType"},
    "parameters": {},
    "properties": {},
    "members": {},
}


@attrs.define
class Draft:
    """A copy of the base to spoil: the document, the names that let it through, and the names that Python code shows.

    Attributes:
        document: The document.
        names: The tables of names.toml.
        shown: An identifier that the payload gives to generated code, and the one of the base that it replaces.
    """

    document: Json = attrs.field(factory=lambda: copy.deepcopy(DOCUMENT))
    names: dict[str, dict[str, str]] = attrs.field(factory=lambda: copy.deepcopy(NAMES))
    shown: dict[str, str] = attrs.field(factory=dict)

    @property
    def schemas(self) -> Json:
        """The schemas."""
        return self.document["components"]["schemas"]

    @property
    def text(self) -> Json:
        """The property most positions are about."""
        return self.schemas["NoteApi"]["properties"]["Text"]

    @property
    def listing(self) -> Json:
        """The paginated operation."""
        return self.document["paths"][LIST]["get"]

    @property
    def getting(self) -> Json:
        """The operation that takes an id."""
        return self.document["paths"][GET]["get"]


def names(tables: Mapping[str, Mapping[str, str]]) -> Names:
    """The tables as the generator takes them, checked as it checks them."""
    result = Names(**{table: dict(entries) for table, entries in tables.items()})
    result.check("names.toml")
    return result


def _headers() -> list[Json]:
    return [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string", "default": "[key]"}}
        for name in ("x-auth-key", "x-auth-secret")
    ]


def _query(name: str, text: str, **schema: object) -> Json:
    return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}


def _content(schema: Json) -> Json:
    return {media_type: {"schema": copy.deepcopy(schema)} for media_type in ("application/json", "text/json")}


def _reference(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _operation(operation_id: str, answer: str, parameters: list[Json], **more: object) -> Json:
    return {
        "operationId": operation_id,
        "tags": ["Note"],
        "summary": f"{operation_id} is called",
        "description": "What it does",
        "parameters": [*_headers(), *parameters],
        "responses": {"200": {"description": "OK", "content": _content(_reference(answer))}},
    } | more


DOCUMENT: Json = {
    "openapi": "3.0.1",
    "info": {"title": "Notes", "version": "v1", "description": "About notes"},
    "servers": [{"url": "https://www.envoice.in"}],
    "paths": {
        LIST: {
            "get": _operation(
                "NoteApi_All",
                "NotePageApi",
                [
                    _query("queryOptions.page", "Number of the page", type="integer", format="int32"),
                    _query("queryOptions.pageSize", "Size of the page", type="integer", format="int32"),
                    _query("queryOptions.order", "Which first", type="string", enum=["Newest", "Oldest"]),
                    _query("queryOptions.words", "What to look for", type="string"),
                ],
            )
        },
        CREATE: {
            "post": _operation(
                "NoteApi_New",
                "NoteApi",
                [],
                requestBody={"required": True, "content": _content(_reference("NoteCreateApi"))},
            )
        },
        GET: {
            "get": _operation(
                "NoteApi_Details",
                "NoteApi",
                [_query("id", "Id of the note", type="integer", format="int32") | {"required": True}],
            )
        },
    },
    "components": {
        "schemas": {
            "NoteApi": {
                "type": "object",
                "description": "One note",
                "required": ["Id"],
                "properties": {
                    "Id": {"type": "integer", "format": "int32", "description": "Its id"},
                    "Text": {"type": "string", "description": "What it says"},
                    "Price": {"type": "number", "format": "double", "description": "What it costs"},
                    "Kind": {"type": "string", "enum": ["Plain", "Fancy"], "description": "Which kind"},
                    "Colour": _reference("Colour"),
                    "Parent": _reference("NoteApi"),
                    "Parts": {"type": "array", "items": _reference("NoteApi"), "description": "Notes in it"},
                    "WrittenOn": {"type": "string", "format": "date-time", "description": "When"},
                },
            },
            "NoteCreateApi": {
                "type": "object",
                "description": "A new note",
                "required": ["Text"],
                "properties": {
                    "Text": {"type": "string", "description": "What it says"},
                    "Price": {"type": "number", "format": "double", "description": "What it costs"},
                    "Colour": _reference("Colour"),
                },
            },
            "NotePageApi": {
                "type": "object",
                "description": "One page",
                "properties": {
                    "TotalCount": {"type": "integer", "format": "int32"},
                    "Count": {"type": "integer", "format": "int32"},
                    "Result": {"type": "array", "items": _reference("NoteApi")},
                    "IsFaulted": {"type": "boolean"},
                    "ErrorMessages": {"type": "array", "items": _reference("ErrorInfo")},
                },
            },
            "ErrorInfo": {"type": "object", "properties": {"Code": {"type": "string", "description": "A code"}}},
            "Colour": {"type": "string", "enum": ["Red", "Blue"], "description": "A colour"},
        },
        "securitySchemes": {
            name: {"type": "apiKey", "in": "header", "name": name, "description": "A key"}
            for name in ("x-auth-key", "x-auth-secret")
        },
    },
}
