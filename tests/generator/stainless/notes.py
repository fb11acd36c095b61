"""A small document and what is read of configurations of it."""

import json

from sdkwright.stainless import read

LIST = {"type": "array", "items": {"$ref": "#/components/schemas/Note"}}


def answer(schema, media_type="application/json"):
    return {"200": {"description": "Done.", "content": {media_type: {"schema": schema}}}}


def query(name, schema, **more):
    return {"name": name, "in": "query", "schema": schema} | more


DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Notes", "version": "1"},
    "servers": [{"url": "https://notes.example"}],
    "paths": {
        "/notes": {
            "get": {
                "parameters": [query("after", {"type": "string"}), query("limit", {"type": "integer"})],
                "responses": answer({"$ref": "#/components/schemas/Notes"}),
            },
            "post": {
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}},
                },
                "responses": answer({"$ref": "#/components/schemas/Note"}),
            },
        },
        "/books/{book_id}/notes/{note_id}": {
            "parameters": [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                for name in ("book_id", "note_id")
            ],
            "get": {"responses": answer({"$ref": "#/components/schemas/Note"})},
        },
        "/tags": {
            "get": {"responses": answer({"type": "object", "properties": {"object": {"type": "string"}, "data": LIST}})}
        },
    },
    "components": {
        "schemas": {
            "Note": {
                "type": "object",
                "required": ["id", "from"],
                "properties": {
                    "id": {"type": "string", "format": "uuid"},
                    "from": {"type": "string"},
                    "rank": {"type": "number"},
                },
            },
            "Notes": {
                "type": "object",
                "required": ["data"],
                "properties": {"data": LIST, "has_more": {"type": "boolean"}, "last_id": {"type": "string"}},
            },
        },
        "securitySchemes": {"Key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
    "security": [{"Key": []}],
}
PAGES = {
    "name": "cursor_page",
    "type": "cursor",
    "request": {
        "limit": {"type": "integer"},
        "after": {"x-stainless-pagination-property": {"purpose": "next_cursor_param"}},
    },
    "response": {
        "data": {"type": "array"},
        "has_more": {"type": "boolean"},
        "last_id": {"x-stainless-pagination-property": {"purpose": "next_cursor_field"}},
    },
}


def reading(document=DOCUMENT, **parts):
    return read(json.dumps({"resources": {}} | parts).encode(), document, name="stainless.yml")


def methods(_models=None, **declared):
    return {"resources": {"notes": {"methods": declared, "models": _models or {}}}}


def places(migration):
    """Where something is told."""
    return [line.partition(": ")[0] for line in migration.told]
